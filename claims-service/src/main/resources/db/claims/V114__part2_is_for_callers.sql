-- The label is asked of callers; the service works on every claim of its facilities.
alter policy part2_of_claim on claim_version to openrcm_app;
alter policy part2_of_claim on submission_attempt to openrcm_app;
alter policy part2_of_claim on claim_finding to openrcm_app;
alter policy part2_of_claim on claim_timeline to openrcm_app;
alter policy part2_of_claim on remitted_claim to openrcm_app;
alter policy part2_of_claim on line_adjudication to openrcm_app;
