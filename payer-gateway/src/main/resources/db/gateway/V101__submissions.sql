-- What this service knows of a claim chain; its lock orders everything we say about the claim.
create table claim_exchange(
  claim_id           uuid primary key,
  event_seq          bigint not null,
  claim_number       text not null unique,
  facility           text not null,
  correlation_id     uuid not null,
  payer_id           text not null,
  payer_claim_number text) with (fillfactor = 80);
create index on claim_exchange(payer_claim_number) where payer_claim_number is not null;

create table interchange(
  id               uuid primary key,
  partner_id       text not null references trading_partner,
  usage_mode       text not null,
  control_number   bigint not null,
  file_name        text not null,
  status           text not null check (status in ('PREPARED', 'DELIVERED')),
  sha256           bytea not null,
  size_bytes       int not null,
  claims           int not null,
  prepared_at      timestamptz not null,
  delivered_at     timestamptz,
  acknowledged     text,
  acknowledgment_note text,
  unique (partner_id, control_number));
create index on interchange(partner_id, control_number) where status = 'PREPARED';

create table interchange_content(
  interchange_id uuid primary key references interchange,
  content        bytea not null);
alter table interchange_content alter content set storage external;

create table sent_set(
  interchange_id uuid not null references interchange,
  group_control  text not null,
  set_control    text not null,
  partner_id     text not null,
  batch_reference text not null,
  type           text not null check (type in ('INSTITUTIONAL', 'PROFESSIONAL')),
  payer_id       text not null,
  claims         int not null,
  syntax         text,
  primary key (interchange_id, set_control),
  unique (partner_id, batch_reference));
create index on sent_set(partner_id, group_control);

-- One sending of one claim version.
create sequence submission_position;
create table submission(
  attempt_id         uuid primary key,
  claim_id           uuid not null references claim_exchange deferrable initially deferred,
  claim_number       text not null,
  version            int not null,
  attempt            int not null,
  facility           text not null,
  payer_id           text not null,
  billing_npi        text not null,
  partner_id         text,
  type               text not null check (type in ('INSTITUTIONAL', 'PROFESSIONAL')),
  charged_cents      bigint not null,
  status             text not null,
  queued_at          timestamptz not null,
  queue_position     bigint not null default nextval('submission_position'),
  interchange_id     uuid references interchange,
  set_control        text,
  segment_ordinal    int,
  answered_at        timestamptz,
  answered_by        text,
  payer_claim_number text,
  refusal            text,
  missing_in_answer  boolean not null default false) with (fillfactor = 80);
create index on submission(claim_number);
create unique index on submission(queue_position);
create index on submission(interchange_id, set_control);
create index on submission(partner_id, queue_position) where status = 'QUEUED';
create index on submission(partner_id) where missing_in_answer;

-- The claim as it was released. Apart from the submission, because answers never need it.
create table submission_content(
  attempt_id uuid primary key references submission deferrable initially deferred,
  content    bytea not null);
