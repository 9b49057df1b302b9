-- What this service says: written with the change itself, sent by the relay, then deleted.
create table outbox(
  id            bigint generated always as identity primary key,
  lane          smallint not null,         -- hash(aggregate_id) mod 16 = Kafka partition, fixed for ever
  aggregate_id  uuid not null,
  aggregate_seq bigint not null,           -- the aggregate's version after this change
  event_id      uuid not null unique,      -- UUIDv5(causing event, step): a retry makes the same id
  topic         text not null,
  type          text not null,
  headers       bytea,
  payload       bytea not null,
  created_at    timestamptz not null default clock_timestamp())
with (autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0,
  autovacuum_vacuum_insert_threshold = -1, autovacuum_analyze_threshold = 5000, autovacuum_analyze_scale_factor = 0);
create index outbox_lane_id on outbox(lane, id);

-- The relays alive, by the database session that holds their lanes.
create table relay_heartbeat(
  relay_id      uuid primary key,
  backend_pid   integer not null,
  backend_start timestamptz not null,
  beat_at       timestamptz not null)
with (fillfactor = 50);

-- What others said and has been dealt with.
create table inbox(
  topic       text not null,
  event_id    uuid not null,
  received_at timestamptz not null default clock_timestamp(),
  primary key (topic, event_id));
create index inbox_received_at on inbox using brin(received_at);

-- How far each aggregate of a topic has been applied.
create table inbox_position(
  topic        text not null,
  aggregate_id uuid not null,
  last_seq     bigint not null,
  primary key (topic, aggregate_id))
with (fillfactor = 80);

-- Messages set aside: PARKED could not be applied, WAITING follows one of its aggregate that has not been applied yet.
create table parked_message(
  id              bigint generated always as identity primary key,
  topic           text not null,
  kafka_partition integer not null,
  kafka_offset    bigint not null,
  kafka_key       text,
  event_id        uuid not null,           -- of a message without readable headers: derived from its place and content
  aggregate_id    uuid,                    -- null where the headers cannot be read
  aggregate_seq   bigint,
  type            text,
  headers         bytea not null,          -- one line each, name=value
  payload         bytea not null,
  state           text not null check (state in ('PARKED', 'WAITING', 'RETRIED', 'DISMISSED')),
  code            text not null,           -- why; never the text of an exception, which may be about a patient
  attempts        integer not null,        -- how often it could not be applied
  parked_at       timestamptz not null default clock_timestamp(),
  changed_at      timestamptz not null default clock_timestamp(),
  unique (topic, event_id));
create index parked_message_waiting on parked_message(topic, aggregate_id, aggregate_seq) where state = 'WAITING';
create index parked_message_state on parked_message(state, id);
