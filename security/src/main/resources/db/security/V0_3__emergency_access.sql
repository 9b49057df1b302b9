-- Access to other facilities' records for a short time, agreed to by a second person. Rows are never deleted.
create table emergency_access(
  id           uuid primary key,
  status       text not null check (status in ('REQUESTED', 'APPROVED', 'REFUSED', 'ENDED', 'REVIEWED')),
  requested_by text not null,
  requester_id text not null,
  reason       text not null,
  facilities   text not null,              -- ids with a comma between
  minutes      integer not null check (minutes between 1 and 60),
  requested_at timestamptz not null,
  decided_by   text,
  decider_id   text check (decider_id <> requester_id),
  decided_at   timestamptz,
  expires_at   timestamptz check (expires_at <= decided_at + interval '60 minutes'),
  reviewed_by  text,
  reviewed_at  timestamptz,
  review_note  text,
  revision     integer not null);
create index emergency_access_newest on emergency_access(requested_at desc);
grant select, insert, update on emergency_access to openrcm_app;
