-- Money. Entries are added and never changed: a mistake is put right by another posting.
create table ledger_posting (
  id             uuid primary key,             -- UUIDv5(cause, kind): a retry makes the same id
  cause_id       uuid not null,                -- the event or command because of which money moved
  correlation_id uuid not null,
  kind           varchar(19) not null,
  remittance_id  uuid,
  posted_at      timestamptz not null,
  proof          jsonb not null,               -- what was checked before the money moved
  unique (cause_id, kind)
);
create index ledger_posting_remittance on ledger_posting (remittance_id) where remittance_id is not null;

create table ledger_entry (
  posting_id     uuid not null,
  line           smallint not null,
  account        varchar(23) not null check (account in (
                   'INSURANCE_RECEIVABLE', 'DENIED_RECEIVABLE', 'PATIENT_RECEIVABLE', 'PATIENT_SERVICE_REVENUE',
                   'CONTRACTUAL_ADJUSTMENT', 'OTHER_ADJUSTMENT', 'CASH', 'UNAPPLIED_CASH', 'PAYER_OFFSET', 'INTEREST_INCOME')),
  claim_id       uuid,                         -- absent for money of no claim
  service_line   varchar(30) not null,         -- the line's control number; empty for the claim as a whole
  rank           smallint not null,            -- the payer's place in the order of liability; 0 the patient or no claim
  cents          bigint not null check (cents <> 0),  -- debit positive, credit negative
  primary key (posting_id, line)
);
create index ledger_entry_claim on ledger_entry (claim_id) where claim_id is not null;

-- One check per statement, not per row: a posting's entries come in one statement, belong to a posting and sum to zero.
create function ledger_entries_balance() returns trigger language plpgsql as $$
declare
  wrong text;
begin
  select case when a.sum <> 0 then 'LEDGER_POSTING_BALANCE: the entries of a posting sum to zero'
              else 'LEDGER_ENTRY_POSTING: an entry belongs to a posting' end
    into wrong
    from (select posting_id, sum(cents) as sum from added group by posting_id) a
    where a.sum <> 0 or not exists (select from ledger_posting p where p.id = a.posting_id)
    limit 1;
  if wrong is not null then
    raise exception '%', wrong using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger ledger_entries_balance after insert on ledger_entry
  referencing new table as added for each statement execute function ledger_entries_balance();

create function only_added_to() returns trigger language plpgsql as $$
begin
  raise exception 'APPEND_ONLY: % is only added to', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger ledger_posting_stays before update or delete or truncate on ledger_posting
  for each statement execute function only_added_to();
create trigger ledger_entry_stays before update or delete or truncate on ledger_entry
  for each statement execute function only_added_to();

-- The sums of a claim's entries, kept with them in one transaction; GET /ledger/proof compares.
create table claim_balance (
  claim_id       uuid primary key,
  billed_cents   bigint not null,
  paid_cents     bigint not null,
  adjusted_cents bigint not null,
  patient_cents  bigint not null,
  denied_cents   bigint not null,              -- the part of open that a payer denied
  open_cents     bigint not null,              -- with payers; negative is a credit balance
  check (billed_cents = paid_cents + adjusted_cents + patient_cents + open_cents)
) with (fillfactor = 80);

create table claim_bucket (
  claim_id       uuid not null,
  rank           smallint not null check (rank > 0),
  open_cents     bigint not null,
  primary key (claim_id, rank)
) with (fillfactor = 80);

create view claim_money as
  select claim_id, billed_cents, paid_cents, adjusted_cents, patient_cents, denied_cents, open_cents from claim_balance;

-- One payment with its account of claims. The counts rise with the claims that are taken in, in their transactions.
create table remittance (
  id                uuid primary key,
  payer             varchar(20) not null,
  trace_number      varchar(50) not null,
  payer_tax_id      varchar(10) not null,
  paid_on           date not null,
  amount_cents      bigint not null,
  first_seen_at     timestamptz not null,
  announced_claims  integer,                   -- absent until the remittance itself has been heard of
  announced_cents   bigint,
  adjustment_cents  bigint not null default 0, -- at provider level; positive takes money from the provider
  refused_because   varchar(40),
  posted_claims     integer not null default 0,
  posted_cents      bigint not null default 0,
  unapplied_claims  integer not null default 0,
  unapplied_cents   bigint not null default 0,
  refused_claims    integer not null default 0,
  refused_cents     bigint not null default 0,
  event_seq         bigint not null default 0,
  -- A pure function of the columns above, so that it cannot drift from them.
  state             varchar(16) not null generated always as (case
                      when refused_because is not null then 'EXCEPTION'
                      when announced_claims is null then 'ARRIVING'
                      when posted_claims + unapplied_claims + refused_claims < announced_claims then 'ARRIVING'
                      when posted_claims + unapplied_claims + refused_claims > announced_claims
                        or posted_cents + unapplied_cents + refused_cents <> announced_cents then 'EXCEPTION'
                      when unapplied_claims + refused_claims > 0 then 'PARTIALLY_POSTED'
                      else 'POSTED' end) stored
) with (fillfactor = 70);
create index remittance_newest on remittance (paid_on desc, id desc);
create index remittance_state_newest on remittance (state, paid_on desc, id desc);

create table provider_adjustment (
  remittance_id  uuid not null,
  line           smallint not null,
  reason         varchar(10) not null,
  reference      varchar(80),
  cents          bigint not null,              -- positive takes money from the provider
  primary key (remittance_id, line)
);

-- Each decision of a payer that was taken in. The id is made of the payment and the decision's content, not of the message, so a
-- second delivery finds it here whatever it comes in.
create table remitted_claim (
  id             uuid primary key,
  remittance_id  uuid not null,
  sequence       integer not null,
  claim_id       uuid,                         -- absent where the claim number is none of ours
  claim_number   varchar(50) not null,
  version        integer not null,
  seq            bigint not null,              -- of the message in the claim's history: the higher, the newer
  payer          varchar(20) not null,
  paid_on        date not null,
  rank           smallint not null,
  moves_to       smallint not null,
  content        uuid not null,
  amounts        uuid not null,
  disposition    varchar(9) not null,
  reverses       uuid,
  billed_cents   bigint not null,
  paid_cents     bigint not null,
  taken_in_at    timestamptz not null
);
create index remitted_claim_claim on remitted_claim (claim_id, seq) where claim_id is not null;
create index remitted_claim_remittance on remitted_claim (remittance_id, sequence);
-- A decision is taken back once.
create unique index remitted_claim_reverses on remitted_claim (reverses) where reverses is not null;

create table line_adjudication (
  remitted_claim_id uuid not null,
  line              smallint not null,
  control_number    varchar(30) not null,      -- empty for the claim as a whole
  status            varchar(14) not null,
  billed_cents      bigint not null,
  paid_cents        bigint not null,
  contractual_cents bigint not null,
  other_cents       bigint not null,
  moved_cents       bigint not null,           -- the patient's share, owed by whom remitted_claim.moves_to says
  prior_cents       bigint not null,
  denied_cents      bigint not null,
  adjustments       jsonb not null,
  remarks           text not null,             -- RARC code values with a space between
  primary key (remitted_claim_id, line),
  check (billed_cents = paid_cents + contractual_cents + other_cents + moved_cents + prior_cents + denied_cents)
);

create trigger provider_adjustment_stays before update or delete or truncate on provider_adjustment
  for each statement execute function only_added_to();
create trigger remitted_claim_stays before update or delete or truncate on remitted_claim
  for each statement execute function only_added_to();
create trigger line_adjudication_stays before update or delete or truncate on line_adjudication
  for each statement execute function only_added_to();
