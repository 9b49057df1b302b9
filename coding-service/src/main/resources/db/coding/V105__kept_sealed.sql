call keep_sealed('encounter', 'content', 'receipt', 'code_assignment', 'problems');
