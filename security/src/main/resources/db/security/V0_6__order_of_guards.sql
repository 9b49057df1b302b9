-- The same guards, asked in the order in which they mostly answer: who works for one facility is not first compared with all of them.
create or replace procedure guard_by_facility(guarded regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format($policy$
    create policy facility_of_caller on %s to openrcm_app
    using (facility = any((select current_setting('app.facilities')::text[])::text[])
      or (select '*' = any(current_setting('app.facilities')::text[])))$policy$, guarded);
  -- What no facility is known of yet, such as a payment for a claim number that is none of ours, is the service's to work on.
  execute format($policy$
    create policy facility_of_event on %s to openrcm_worker
    using (facility = any((select current_setting('app.facilities')::text[])::text[])
      or facility is null
      or (select '*' = any(current_setting('app.facilities')::text[])))$policy$, guarded);
end $$;

-- The tables that have them already.
do $$
declare guarded regclass;
begin
  for guarded in select polrelid::regclass from pg_policy where polname = 'facility_of_caller' loop
    execute format('drop policy facility_of_caller on %s', guarded);
    execute format('drop policy facility_of_event on %s', guarded);
    call guard_by_facility(guarded);
  end loop;
end $$;
