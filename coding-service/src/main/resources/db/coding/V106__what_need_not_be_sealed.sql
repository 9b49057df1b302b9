-- Most answers to a sending say nothing but how the encounter then stood: those are kept as that. Where something stands against it the whole
-- answer is sealed, as before.
alter table encounter
  alter column receipt drop not null,
  add column answered_status text,
  add column answered_coding_status text,
  add constraint encounter_was_answered check (
    num_nonnulls(receipt, answered_status) = 1 and num_nonnulls(answered_status, answered_coding_status) <> 1);

-- One index for both: the hospital's own id is looked for alone, and occurs once in each system of a facility.
alter table encounter
  drop constraint encounter_natural_key,
  add constraint encounter_natural_key unique(source_encounter_id, source_system, facility);
drop index encounter_of_source;
