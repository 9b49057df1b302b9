-- What the tests keep: one row per claim, changed by every message about it.
create table tally(
  id uuid primary key,
  appeals integer not null,
  heard text not null,
  event_seq bigint not null,
  version integer not null);
grant select, insert, update, delete on tally to openrcm_app, openrcm_worker;
