-- Claims for treatment of a substance use disorder are only for callers who may see them (42 CFR Part 2). The label is the claim's. What is
-- about a claim, and says what it is for or which claim it is, is seen by whoever may see the claim; so that a claim that gets its label
-- late takes everything with it that was ever added to it.
alter table claim add column part2 boolean not null default false;
alter table self_pay_account add column part2 boolean not null default false;
call guard_part2('claim');
call guard_part2('self_pay_account');

-- The first condition is read once per statement and spares the second wherever the caller may see every claim.
create procedure guard_part2_with_claim(guarded regclass) language plpgsql as $$
begin
  execute format($policy$
    create policy part2_of_claim on %s as restrictive to openrcm_app, openrcm_worker
    using ((select current_setting('app.part2') = 'on') or claim_id is null
      or exists (select from claim c where c.id = claim_id))$policy$, guarded);
end $$;
call guard_part2_with_claim('claim_version');
call guard_part2_with_claim('submission_attempt');
call guard_part2_with_claim('claim_finding');
call guard_part2_with_claim('claim_timeline');
call guard_part2_with_claim('remitted_claim');
create policy part2_of_claim on line_adjudication as restrictive to openrcm_app, openrcm_worker
  using ((select current_setting('app.part2') = 'on')
    or exists (select from remitted_claim r where r.id = remitted_claim_id));

-- The ledger (ledger_posting, ledger_entry, claim_balance, claim_bucket) has no label: amounts under a number that stands for a claim here
-- and nowhere else, without a service, a date of service, a diagnosis or a patient; and a ledger of which a part is hidden does not add up.
