-- Whatever is said belongs to a transaction of a caller or of the service; only the relay sends it, with the service's own login.
grant insert on outbox to openrcm_app, openrcm_worker;
grant select, delete on outbox to openrcm_relay;
grant select, insert, update, delete on relay_heartbeat to openrcm_relay;

-- What is heard is the service's work; people see what was set aside, never its content.
grant select, insert, delete on inbox to openrcm_worker;
grant select, insert, update on inbox_position to openrcm_worker;
grant select, insert, update, delete on parked_message to openrcm_worker;
grant select (id, topic, kafka_partition, kafka_offset, event_id, aggregate_id, aggregate_seq, type, state, code, attempts, parked_at)
  on parked_message to openrcm_app;
