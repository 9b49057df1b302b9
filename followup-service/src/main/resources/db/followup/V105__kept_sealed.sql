call keep_sealed('work_item_note', 'text');
