-- What people write is sealed by the service before it comes here. Notes from before are sealed when the service starts; new ones have to be.
alter table work_item_note alter column text type bytea using convert_to(text, 'UTF8');
alter table work_item_note
  add constraint work_item_note_text_sealed check (substring(text from 1 for 1) = '\x01') not valid;

-- The service seals anew when keys change.
grant select, update(text) on work_item_note to openrcm_worker;
