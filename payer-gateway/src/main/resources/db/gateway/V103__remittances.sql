-- One payment with its account of claims, by its identity: payer's tax id, trace number, date and amount.
create table remittance(
  id                uuid primary key,
  event_seq         bigint not null,
  payer_id          text not null,
  payer_tax_id      text not null,
  trace_number      text not null,
  paid_on           date not null,
  amount_cents      bigint not null,
  status            text not null check (status in ('BALANCED', 'REFUSED')),
  claims            int not null,
  claims_paid_cents bigint not null,
  file_id           uuid not null,
  received_at       timestamptz not null);
create index on remittance(received_at, id);

-- Every account of a payment that was read, by its hash: a repetition is told from a contradiction.
create table remittance_content(
  remittance_id uuid not null,
  content_hash  text not null,
  file_id       uuid not null,
  primary key (remittance_id, content_hash));
