-- Who did what to which record, and whether it was refused or failed. Only grows: nobody changes or removes a row, its owner included.
create table audit_record(
  id             bigint generated always as identity (cache 1) primary key, -- the sealer counts on an id being drawn when it is used
  at             timestamptz not null default clock_timestamp(),
  actor_kind     text not null check (actor_kind in ('PERSON', 'MACHINE', 'SERVICE', 'UNKNOWN')),
  actor_id       text not null,
  actor_name     text not null,
  roles          text[] not null,
  facilities     text[] not null,          -- of the objects; empty: none known
  purpose        text not null,            -- HL7 PurposeOfUse
  emergency      uuid,                     -- the approved emergency access under which it was done
  action         text not null check (
    action in ('CREATE', 'READ', 'UPDATE', 'DELETE', 'QUERY', 'EXPORT', 'EXECUTE', 'LOGIN')),
  what           text not null,            -- kind of object, as claim; of a service's work the event, as ClaimReleased
  object_ids     text[] not null,          -- ids and claim numbers, never what identifies a patient
  matched        integer,                  -- of a query or export: how many
  asked_for      text,                     -- of a query: its filter in code values
  outcome        text not null check (outcome in ('SUCCESS', 'REFUSED', 'FAILED')),
  problem        text,                     -- a code
  source         text,                     -- the client's address or the topic
  correlation_id uuid,
  request_id     uuid);
create index audit_record_object on audit_record using gin(object_ids) with (fastupdate = on);
create index audit_record_actor on audit_record(actor_id, id);
create index audit_record_at on audit_record(at);
create index audit_record_correlation on audit_record(correlation_id) where correlation_id is not null;

-- The chain over the rows, in the order in which they were found committed: each hash covers the one before and its row.
create table audit_seal(
  place     bigint primary key,
  record_id bigint not null unique,
  hash      bytea not null);

-- A signed hash of the chain: what stands at its place and before cannot be rewritten by who has the database but not the key.
create table audit_checkpoint(
  place     bigint primary key,
  service   text not null,
  hash      bytea not null,
  rows      bigint not null,               -- sealed since the checkpoint before
  sealed_at timestamptz not null,
  key_id    text not null,
  signature bytea not null);

-- How far the sealer has read; one row. Ids above sealed_through have not been looked at, those in a gap were not committed yet, and may
-- never be. Nothing depends on its truth: verification finds every row without a seal.
create table audit_sealing_position(
  one            boolean primary key default true check (one),
  sealed_through bigint not null,
  gaps_from      bigint[] not null,
  gaps_through   bigint[] not null)
with (fillfactor = 50);
insert into audit_sealing_position(sealed_through, gaps_from, gaps_through) values (0, '{}', '{}');

create function refuse_to_forget() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: the audit trail only grows', lower(tg_op), tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger only_grows before update or delete or truncate on audit_record for each statement execute function refuse_to_forget();
create trigger only_grows before update or delete or truncate on audit_seal for each statement execute function refuse_to_forget();
create trigger only_grows before update or delete or truncate on audit_checkpoint for each statement execute function refuse_to_forget();
-- In sessions that replay a replica's changes too.
alter table audit_record enable always trigger only_grows;
alter table audit_seal enable always trigger only_grows;
alter table audit_checkpoint enable always trigger only_grows;

-- Id and time are the database's to give.
grant select, insert(actor_kind, actor_id, actor_name, roles, facilities, purpose, emergency, action, what, object_ids, matched, asked_for,
  outcome, problem, source, correlation_id, request_id) on audit_record to openrcm_app, openrcm_worker;
grant select on audit_seal, audit_checkpoint to openrcm_app;
grant select, insert on audit_seal, audit_checkpoint to openrcm_worker;
grant select, update on audit_sealing_position to openrcm_worker;

-- Everybody leaves a trace; a row is for who may see every facility in it, and one that names none for who may see them all.
alter table audit_record enable row level security;
alter table audit_record force row level security;
create policy written_by_all on audit_record for insert to openrcm_app, openrcm_worker with check (true);
create policy facilities_of_caller on audit_record for select to openrcm_app
using ((select '*' = any(current_setting('app.facilities')::text[]))
  or (facilities <> '{}' and facilities <@ (select current_setting('app.facilities')::text[])::text[]));
create policy read_by_service on audit_record for select to openrcm_worker
using ((select '*' = any(current_setting('app.facilities')::text[])));
create policy read_by_owner on audit_record for select to current_user using (true);

-- Under row security the index on object_ids is of no use, because @> might leak; so the owner looks up the ids, and only the ids.
create function audit_records_about(object text) returns setof bigint language sql stable security definer rows 100
set search_path = pg_catalog, public as $$ select id from audit_record where object_ids @> array[object] $$;
revoke execute on function audit_records_about(text) from public;
grant execute on function audit_records_about(text) to openrcm_app, openrcm_worker;
