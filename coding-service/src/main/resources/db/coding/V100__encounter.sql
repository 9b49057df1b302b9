create table encounter(
  id                  uuid primary key,          -- derived from facility, source system and source encounter id
  facility            text not null,
  source_system       text not null,
  source_encounter_id text not null,
  source_version      integer not null,
  visit               text not null,
  service_from        date not null,
  service_through     date not null,
  status              text not null,
  coding_status       text not null,
  coder               text,
  content             bytea not null,            -- what the hospital sent last, as canonical JSON
  content_hash        bytea not null,            -- SHA-256 of content
  receipt             bytea not null,            -- the answer to the sending of this version, JSON
  code_assignment     bytea,                     -- a coder's work, JSON; laid over content
  problems            bytea,                     -- why it waits: JSON list of field errors; null where nothing is wrong
  received_at         timestamptz not null,
  quarantined_at      timestamptz,
  event_seq           bigint not null,
  revision            integer not null,
  constraint encounter_natural_key unique(facility, source_system, source_encounter_id));
create index encounter_by_arrival on encounter(received_at, id);
create index encounter_in_quarantine on encounter(quarantined_at) where quarantined_at is not null;
create index encounter_to_be_coded on encounter(received_at, id)
  where coding_status in ('UNCODED', 'IN_CODING', 'CODED', 'REOPENED');
