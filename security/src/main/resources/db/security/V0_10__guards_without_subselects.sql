-- The guards of the service's own work once more. A statement with a sub-select in it is walked through from end to end each time it runs, and
-- most of the service's statements read or change one row: for those the setting is read where it is compared. Inserts write many rows, and
-- keep the sub-selects, which are read once.
create or replace procedure guard_by_facility(guarded regclass) language plpgsql as $$
declare
  of_row constant text := $policy$(current_setting('app.facilities') = '{*}'
      or facility = any(current_setting('app.facilities')::text[])
      or facility is null)$policy$;
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format($policy$
    create policy facility_of_caller on %s to openrcm_app
    using (facility = any((select current_setting('app.facilities')::text[])::text[])
      or (select '*' = any(current_setting('app.facilities')::text[])))$policy$, guarded);
  -- What no facility is known of yet, such as a payment for a claim number that is none of ours, is the service's to work on.
  execute format('create policy facility_of_event on %s for select to openrcm_worker using %s', guarded, of_row);
  execute format('create policy facility_of_change on %s for update to openrcm_worker using %s', guarded, of_row);
  execute format('create policy facility_of_removal on %s for delete to openrcm_worker using %s', guarded, of_row);
  execute format($policy$
    create policy facility_of_new on %s for insert to openrcm_worker
    with check ((select current_setting('app.facilities') = '{*}')
      or facility = any((select current_setting('app.facilities')::text[])::text[])
      or facility is null)$policy$, guarded);
end $$;

-- The tables that have them already.
do $$
declare
  guarded regclass;
  policy text;
begin
  for guarded in select polrelid::regclass from pg_policy where polname = 'facility_of_event' loop
    foreach policy in array array['facility_of_caller', 'facility_of_event', 'facility_of_change', 'facility_of_removal', 'facility_of_new'] loop
      execute format('drop policy if exists %I on %s', policy, guarded);
    end loop;
    call guard_by_facility(guarded);
  end loop;
end $$;
