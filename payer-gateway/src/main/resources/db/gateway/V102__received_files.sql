-- Every byte received, kept before anything is read from it.
create sequence received_file_position;
create table received_file(
  id             uuid primary key,
  position       bigint not null unique default nextval('received_file_position'),
  partner_id     text not null references trading_partner,
  name           text not null,
  sha256         bytea not null,
  size_bytes     int not null,
  content        bytea,
  status         text not null check (status in ('RECEIVED', 'INTERPRETED', 'DUPLICATE', 'UNSUPPORTED', 'QUARANTINED')),
  received_at    timestamptz not null,
  interpreted_at timestamptz,
  duplicate_of   uuid references received_file,
  types          text not null default '',
  error_code     text,
  error_at_byte  int,
  error_at_segment int,
  check ((duplicate_of is null) = (content is not null)));
alter table received_file alter content set storage external;
create unique index on received_file(partner_id, sha256) where duplicate_of is null;
create index on received_file(position) where status = 'RECEIVED';
create index on received_file(partner_id, position);
create index on received_file(duplicate_of) where duplicate_of is not null;

-- What became of each transaction set. A file is read set by set, each in its own transaction; these rows say how far it came.
create table received_set(
  file_id          uuid not null references received_file,
  ordinal          int not null,
  type             text not null,
  sender           text not null,
  interchange      text not null,
  functional_group text not null,
  set_control      text not null,
  prepared_at      text not null,
  content_hash     bytea not null,
  outcome          text not null,
  error_code       text,
  error_at_byte    int,
  error_at_segment int,
  primary key (file_id, ordinal));
create index on received_set(sender, interchange, functional_group, set_control, type);
