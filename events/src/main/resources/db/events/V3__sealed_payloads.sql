-- An event waits here for some milliseconds. Its payload is mostly sealed, so it is neither made smaller nor counted, and stays in its row as
-- long as that fits into a page: to put it into the overflow table and take it out again costs more than all else.
call keep_sealed('outbox', 'payload');
alter table outbox set (toast_tuple_target = 8160);
alter table outbox alter headers set statistics 0, alter event_id set statistics 0;
