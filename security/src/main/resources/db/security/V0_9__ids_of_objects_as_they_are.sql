-- The ids of some hundred objects in a row are not made smaller: they look like noise, and trying took a third of the time of writing them.
alter table audit_record alter object_ids set storage external;
