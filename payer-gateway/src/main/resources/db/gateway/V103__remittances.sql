-- One payment with its account of claims, by its identity: payer's tax id, trace number, date and amount.
create table remittance(
  id             uuid primary key,
  event_seq      bigint not null,
  payer_id       text not null references payer_profile,
  payer_tax_id   text not null,
  trace_number   text not null,
  paid_on        date not null,
  amount_cents   bigint not null,
  status         text not null check (status in ('BALANCED', 'REFUSED')),
  claims         int not null,
  file_id        uuid not null references received_file,
  received_at    timestamptz not null);
create index on remittance(file_id);

-- Every reading of a payment; the content's hash tells a repetition from a contradiction.
create table remittance_content(
  remittance_id uuid not null references remittance,
  content_hash  bytea not null,
  file_id       uuid not null references received_file,
  outcome       text not null check (outcome in ('BALANCED', 'OUT_OF_BALANCE', 'SAME_PAYMENT_OTHER_CONTENT')),
  repeated      int not null default 0,
  primary key (remittance_id, content_hash));
