create table idempotency_key(
  id           uuid primary key,           -- derived from operation and key
  request_hash text not null,
  status       integer,
  headers      text,
  body         text,
  created_at   timestamptz not null);
create index on idempotency_key(created_at);
