-- A claim through all its versions. Nothing in this row is about the patient; that is in claim_version.content only.
create table claim (
  id                    uuid primary key,
  number                varchar(14) not null unique,
  encounter_id          uuid not null,
  source_version        integer not null,
  facility              varchar(20) not null,
  payer                 varchar(20) not null,
  payers_in_order       text not null,
  destination_rank      integer not null,
  type                  varchar(13) not null,
  version               integer not null,
  current_version_id    uuid not null,
  billed_cents          bigint not null,
  service_from          date not null,
  service_through       date not null,
  file_by               date not null,
  version_status        varchar(10) not null,
  acknowledgment        varchar(8) not null,
  adjudication          varchar(14) not null,
  adjudicated_version   integer not null,
  appeal                varchar(7) not null,
  payer_claim_number    varchar(50),
  attempts              integer not null,
  -- What is open, and with whom, as posting last read it from the ledger in the same transaction.
  open_payer_cents      bigint not null,
  open_next_payer_cents bigint not null,
  open_patient_cents    bigint not null,
  -- Written from ClaimLabel.of after every move and from nowhere else; here so that lists can be filtered.
  label                 varchar(17) not null,
  event_seq             bigint not null,
  timeline_entries      integer not null,
  built_at              timestamptz not null,
  revision              integer not null
) with (fillfactor = 70);

create index claim_of_encounter on claim (encounter_id);
create index claim_newest on claim (built_at desc, id desc);
create index claim_label_newest on claim (label, built_at desc, id desc);
create index claim_label_value on claim (label, billed_cents desc, id desc);
create index claim_value on claim (billed_cents desc, id desc);
create index claim_payer_claim_number on claim (payer_claim_number) where payer_claim_number is not null;

-- One content of a claim. Once content_sha256 is there the content never changes: those bytes may have left.
create table claim_version (
  id                    uuid primary key,
  claim_id              uuid not null references claim deferrable initially deferred,
  version               integer not null,
  frequency             varchar(11) not null,
  payer_claim_number    varchar(50),
  content               bytea not null,
  content_sha256        bytea,
  fingerprint           uuid not null,
  created_at            timestamptz not null,
  frozen_at             timestamptz,
  superseded_at         timestamptz,
  unique (claim_id, version)
);

-- Finds a claim that asks for the same services again.
create index claim_version_fingerprint on claim_version (fingerprint) where superseded_at is null;

create table submission_attempt (
  id                    uuid primary key,
  claim_id              uuid not null references claim deferrable initially deferred,
  attempt               integer not null,
  version               integer not null,
  released_at           timestamptz not null,
  transmitted_at        timestamptz,
  interchange           varchar(20),
  answer_due_on         date,
  answer                varchar(20),
  answered_at           timestamptz,
  unique (claim_id, attempt)
) with (fillfactor = 80);

-- What the claim edits say about the current version; replaced whenever they run again.
create table claim_finding (
  claim_id              uuid not null references claim deferrable initially deferred,
  place                 integer not null,
  edit_id               varchar(20) not null,
  severity              varchar(12) not null,
  field                 varchar(200) not null,
  message               varchar(300) not null,
  owner                 varchar(20) not null,
  overridden_by         varchar(100),
  overridden_because    varchar(500),
  primary key (claim_id, place)
);

create index claim_finding_of_edit on claim_finding (edit_id, claim_id);

-- What happened to a claim, in words that name no patient; only ever added to.
create table claim_timeline (
  claim_id              uuid not null,
  entry                 integer not null,
  at                    timestamptz not null,
  what                  varchar(60) not null,
  detail                varchar(500) not null,
  cause                 uuid not null,
  primary key (claim_id, entry)
);

-- Encounters of which no payer is asked anything, so that every encounter is accounted for.
create table self_pay_account (
  encounter_id          uuid primary key,
  source_version        integer not null,
  facility              varchar(20) not null,
  reason                varchar(20) not null,
  billed_cents          bigint not null,
  service_from          date not null,
  service_through       date not null,
  opened_at             timestamptz not null,
  closed_at             timestamptz
);
