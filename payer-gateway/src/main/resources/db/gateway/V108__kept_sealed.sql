call keep_sealed('submission_content', 'content');
call keep_sealed('interchange_content', 'content');
call keep_sealed('received_content', 'content');
call keep_sealed('received_set', 'content_hash');
