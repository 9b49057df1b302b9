-- What is about treatment of a substance use disorder is only for callers who may see it (42 CFR Part 2).
alter table watched_claim add column part2 boolean not null default false;
alter table work_item add column part2 boolean not null default false;
call guard_part2('watched_claim');
call guard_part2('work_item');
-- A note is seen with its work item.
create policy part2_of_work_item on work_item_note as restrictive to openrcm_app, openrcm_worker
  using ((select current_setting('app.part2') = 'on')
    or exists (select from work_item where work_item.id = work_item_note.work_item_id));
