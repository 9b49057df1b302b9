-- Claims for treatment of a substance use disorder are only for callers who may see them (42 CFR Part 2), and so are the bytes of each file
-- with such a claim in it. What has been received may have one until it has been read, and where it is about a claim that nobody here knows.
-- Nothing that came before today had the label.
alter table claim_exchange add column part2 boolean not null default false;
alter table submission add column part2 boolean not null default false;
alter table interchange add column part2 boolean not null default false;
alter table received_set add column part2 boolean not null default false;
alter table received_file add column part2 boolean not null default false;
alter table received_set alter column part2 set default true;
alter table received_file alter column part2 set default true;

call guard_part2('claim_exchange');
call guard_part2('submission');

create procedure guard_part2_of(file regclass, guarded regclass, reference name) language plpgsql as $$
begin
  execute format($policy$
    create policy part2_of_file on %1$s as restrictive for select to openrcm_app, openrcm_worker
    using ((select current_setting('app.part2') = 'on')
      or exists (select from %2$s file where file.id = %1$s.%3$I and not file.part2))$policy$, guarded, file, reference);
end $$;
call guard_part2_of('interchange', 'interchange_content', 'interchange_id');
call guard_part2_of('received_file', 'received_content', 'file_id');
