grant select, insert, update on idempotency_key to openrcm_app, openrcm_worker;
grant delete on idempotency_key to openrcm_worker;
