-- The ids of some hundred objects in a row are not made smaller: they look like noise, and trying took a quarter of the time of writing them.
alter table audit_record alter object_ids set storage external;

-- Nothing in the trail is ever removed, so there is nothing to clean up behind it; yet each cleaning reads its whole index of ids. It is done
-- when the table has doubled, and for the age of its rows as everywhere.
alter table audit_record set (
  autovacuum_vacuum_insert_threshold = 100000, autovacuum_vacuum_insert_scale_factor = 1, autovacuum_analyze_scale_factor = 1);
alter table audit_seal set (
  autovacuum_vacuum_insert_threshold = 100000, autovacuum_vacuum_insert_scale_factor = 1, autovacuum_analyze_scale_factor = 1);
