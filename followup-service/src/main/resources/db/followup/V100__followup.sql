-- What is awaited from payers: one row per claim chain.
create table watched_claim(
  claim_id         uuid primary key,
  claim_number     text not null,
  facility         text not null,
  payer            text not null,
  billed_cents     bigint not null,
  file_by          date not null,
  watch            text not null,           -- WatchStatus
  answer_due_on    date,
  correlation_id   uuid not null,
  event_seq        bigint not null,
  row_version      bigint not null);
create index on watched_claim(answer_due_on) where watch = 'AWAITING_ANSWER';

create table work_item(
  id               uuid primary key,        -- derived from the fact that made it necessary
  kind             text not null,
  status           text not null,
  claim_id         uuid,
  claim_number     text,
  remittance_id    uuid,
  facility         text,
  payer            text not null,
  reason_code      text not null,
  reason           text not null,
  details          text not null,           -- JSON: the payer's reasons or the denied lines, code values only
  amount_cents     bigint not null,
  deadline_on      date not null,
  next_step        text not null,
  next_action_on   date not null,
  opened_at        timestamptz not null,
  owner            text,
  leased_until     timestamptz,
  resolution       text,
  resolved_at      timestamptz,
  row_version      bigint not null);
create index on work_item(claim_id);
create index on work_item(status, deadline_on, id);
create index on work_item(status, amount_cents desc, id);

create table work_item_note(
  id               uuid primary key,
  work_item_id     uuid not null references work_item,
  written_at       timestamptz not null,
  author           text not null,
  text             text not null);
create index on work_item_note(work_item_id, written_at);
