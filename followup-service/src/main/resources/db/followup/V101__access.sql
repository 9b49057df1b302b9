-- A note is of the facility whose work item it is about.
alter table work_item_note add column facility text;
update work_item_note set facility = work_item.facility from work_item where work_item.id = work_item_note.work_item_id;

call guard_by_facility('watched_claim');
call guard_by_facility('work_item');
call guard_by_facility('work_item_note');

-- The service makes them of what it hears; people work on them, and say so in notes.
grant select, insert, update on watched_claim to openrcm_worker;
grant select, insert, update on work_item to openrcm_worker;
grant select, update on watched_claim to openrcm_app;
grant select, update on work_item to openrcm_app;
grant select, insert on work_item_note to openrcm_app;
