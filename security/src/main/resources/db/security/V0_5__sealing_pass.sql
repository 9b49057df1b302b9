-- What is known of each table with sealed columns. completed_at: since then no row is plain (purpose SEALED), or none is under another key
-- than the one named (purpose PRESENT_KEYS), so that an older key may be retired.
create table sealing_pass(
  table_name   text not null,
  purpose      text not null check (purpose in ('SEALED', 'PRESENT_KEYS')),
  under        text not null,
  stale_at     timestamptz not null,       -- when a row that is not so was last found, or first looked for
  completed_at timestamptz,
  primary key(table_name, purpose));
grant select, insert, update on sealing_pass to openrcm_worker;
