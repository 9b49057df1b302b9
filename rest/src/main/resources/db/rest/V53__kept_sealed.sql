call keep_sealed('idempotency_key', 'request_hash', 'body');
