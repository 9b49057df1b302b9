create table sample_note(
  id              uuid primary key,
  facility        text not null,
  text            bytea,
  member_id_index bytea);
grant select, insert, update, delete on sample_note to openrcm_app, openrcm_worker;
call guard_by_facility('sample_note');
