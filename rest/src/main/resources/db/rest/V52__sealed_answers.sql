-- Sealed by the service: the answer, and the hash of what was asked, by which a guess could be confirmed.
alter table idempotency_key
  alter column request_hash type bytea using decode(request_hash, 'hex'),
  alter column body type bytea using convert_to(body, 'UTF8');
alter table idempotency_key
  add constraint idempotency_key_request_sealed check (substring(request_hash from 1 for 1) = '\x01') not valid,
  add constraint idempotency_key_body_sealed check (substring(body from 1 for 1) = '\x01') not valid;
