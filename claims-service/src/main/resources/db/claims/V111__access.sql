-- Whose each row is. What is about a claim belongs to the claim's facility; rows made before today get it from there.
alter table claim_version add column facility text;
alter table submission_attempt add column facility text;
alter table claim_finding add column facility text;
alter table claim_timeline add column facility text;
alter table claim_balance add column facility text;
alter table claim_bucket add column facility text;
alter table ledger_posting add column facility text;     -- absent for money of no claim
alter table ledger_entry add column facility text;       -- its posting's
alter table remitted_claim add column facility text;     -- absent where the claim number is none of ours
alter table line_adjudication add column facility text;  -- its remitted claim's

update claim_version r set facility = c.facility from claim c where c.id = r.claim_id;
update submission_attempt r set facility = c.facility from claim c where c.id = r.claim_id;
update claim_finding r set facility = c.facility from claim c where c.id = r.claim_id;
update claim_timeline r set facility = c.facility from claim c where c.id = r.claim_id;
update claim_balance r set facility = c.facility from claim c where c.id = r.claim_id;
update claim_bucket r set facility = c.facility from claim c where c.id = r.claim_id;

-- What is only added to gets its facility this once; what it says stays as it was.
alter table ledger_posting disable trigger ledger_posting_stays;
alter table ledger_entry disable trigger ledger_entry_stays;
alter table remitted_claim disable trigger remitted_claim_stays;
alter table line_adjudication disable trigger line_adjudication_stays;
update ledger_posting p set facility = c.facility
  from (select distinct posting_id, claim_id from ledger_entry where claim_id is not null) e join claim c on c.id = e.claim_id
  where e.posting_id = p.id;
update ledger_entry e set facility = p.facility from ledger_posting p where p.id = e.posting_id and p.facility is not null;
update remitted_claim r set facility = c.facility from claim c where c.id = r.claim_id;
update line_adjudication l set facility = r.facility from remitted_claim r where r.id = l.remitted_claim_id and r.facility is not null;
alter table ledger_posting enable trigger ledger_posting_stays;
alter table ledger_entry enable trigger ledger_entry_stays;
alter table remitted_claim enable trigger remitted_claim_stays;
alter table line_adjudication enable trigger line_adjudication_stays;

alter table claim_version alter column facility set not null;
alter table submission_attempt alter column facility set not null;
alter table claim_finding alter column facility set not null;
alter table claim_timeline alter column facility set not null;
alter table claim_balance alter column facility set not null;
alter table claim_bucket alter column facility set not null;
alter table ledger_entry add constraint ledger_entry_facility check (claim_id is null or facility is not null);
alter table remitted_claim add constraint remitted_claim_facility check (claim_id is null or facility is not null);

call guard_by_facility('claim');
call guard_by_facility('claim_version');
call guard_by_facility('submission_attempt');
call guard_by_facility('claim_finding');
call guard_by_facility('claim_timeline');
call guard_by_facility('self_pay_account');
call guard_by_facility('ledger_posting');
call guard_by_facility('ledger_entry');
call guard_by_facility('claim_balance');
call guard_by_facility('claim_bucket');
call guard_by_facility('remitted_claim');
call guard_by_facility('line_adjudication');
-- Otherwise a view is read with its owner's eyes and not with the caller's.
alter view claim_money set (security_invoker = true);

-- Messages build claims; people correct and release them, and never make one.
grant select, update on claim to openrcm_app;
grant select, insert, update on claim to openrcm_worker;
grant select, insert, update on claim_version to openrcm_app, openrcm_worker;
grant select, insert on submission_attempt to openrcm_app;
grant select, insert, update on submission_attempt to openrcm_worker;
grant select, insert, update, delete on claim_finding to openrcm_app;
grant select, insert, delete on claim_finding to openrcm_worker;
grant select, insert on claim_timeline to openrcm_app, openrcm_worker;
grant select on self_pay_account to openrcm_app;
grant select, insert, update on self_pay_account to openrcm_worker;

-- Only what payers say moves money. Sums are kept beside the entries; everything else is only added to.
grant select on ledger_posting, ledger_entry, claim_balance, claim_bucket, claim_money, remitted_claim, line_adjudication
  to openrcm_app;
grant select, insert on ledger_posting, ledger_entry, remitted_claim, line_adjudication to openrcm_worker;
grant select, insert, update on claim_balance, claim_bucket to openrcm_worker;

-- A payer pays for the claims of several facilities at once: the payment is nobody's, and says nothing of a patient.
grant select on remittance, provider_adjustment to openrcm_app;
grant select, insert, update on remittance to openrcm_worker;
grant insert on provider_adjustment to openrcm_worker;

-- Masters: the administrator records them, the service plants the invented hospital where it is asked to.
grant select, insert, update on facility, payer_terms to openrcm_app;
grant select, insert on facility, payer_terms to openrcm_worker;

-- Who released a held claim is now the name in a token, which may be as long as the identity provider allows.
alter table claim_finding alter column overridden_by type varchar(255);
