create table sample_record(
  id       integer primary key,
  facility text,
  part2    boolean not null default false,
  content  text not null);
grant select, insert, update, delete on sample_record to openrcm_app, openrcm_worker;
call guard_by_facility('sample_record');
call guard_part2('sample_record');
