-- The same guards with less to ask in each of the service's own statements, most of which are about one row. First whether it works for all
-- facilities, which is a comparison of texts. The label of 42 CFR Part 2 is not asked for at all: the service works on labelled records as
-- on others, and it is callers who may or may not see them.
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
    using ((select current_setting('app.facilities') = '{*}')
      or facility = any((select current_setting('app.facilities')::text[])::text[])
      or facility is null)$policy$, guarded);
end $$;

create or replace procedure guard_part2(guarded regclass) language plpgsql as $$
begin
  execute format($policy$
    create policy part2_of_caller on %s as restrictive to openrcm_app
    using (not part2 or (select current_setting('app.part2') = 'on'))$policy$, guarded);
end $$;

-- The tables that have them already.
do $$
declare guarded regclass;
begin
  for guarded in select polrelid::regclass from pg_policy where polname = 'facility_of_event' loop
    execute format('drop policy facility_of_caller on %s', guarded);
    execute format('drop policy facility_of_event on %s', guarded);
    call guard_by_facility(guarded);
  end loop;
  for guarded in select polrelid::regclass from pg_policy where polname = 'part2_of_caller' loop
    execute format('alter policy part2_of_caller on %s to openrcm_app', guarded);
  end loop;
end $$;
