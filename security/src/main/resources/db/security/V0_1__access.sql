-- Who may touch what. openrcm_app works for a person or machine that calls, openrcm_worker for the service itself, openrcm_relay sends
-- what waits in the outbox; a service's own login takes one of the first two for the length of a transaction and has no other right.
do $$
begin
  if (select count(*) from pg_roles where rolname in ('openrcm_app', 'openrcm_worker', 'openrcm_relay')) <> 3 then
    raise exception 'The roles openrcm_app, openrcm_worker and openrcm_relay are missing: make them first (docs/security.md).';
  end if;
end $$;
grant usage on schema public to openrcm_app, openrcm_worker, openrcm_relay;

-- Rows of a table belong to a facility: nobody sees or makes those of another. The setting is the transaction's; without it there is an
-- error and not an empty answer. Sub-selects, so that it is read once per statement. '*' is every facility, said in so many words.
create procedure guard_by_facility(guarded regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format($policy$
    create policy facility_of_caller on %s to openrcm_app
    using ((select '*' = any(current_setting('app.facilities')::text[]))
      or facility = any((select current_setting('app.facilities')::text[])::text[]))$policy$, guarded);
  -- What no facility is known of yet, such as a payment for a claim number that is none of ours, is the service's to work on.
  execute format($policy$
    create policy facility_of_event on %s to openrcm_worker
    using ((select '*' = any(current_setting('app.facilities')::text[]))
      or facility = any((select current_setting('app.facilities')::text[])::text[])
      or facility is null)$policy$, guarded);
end $$;

-- In addition: a row with part2 is only for callers who may see records under 42 CFR Part 2.
create procedure guard_part2(guarded regclass) language plpgsql as $$
begin
  execute format($policy$
    create policy part2_of_caller on %s as restrictive to openrcm_app, openrcm_worker
    using (not part2 or (select current_setting('app.part2') = 'on'))$policy$, guarded);
end $$;
