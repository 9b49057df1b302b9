-- What is about a patient is sealed by the service before it comes here. Rows from before are sealed when the service starts, and counted as
-- sealed then; new ones have to be.
alter table encounter
  add constraint encounter_content_sealed check (substring(content from 1 for 1) = '\x01') not valid,
  add constraint encounter_receipt_sealed check (substring(receipt from 1 for 1) = '\x01') not valid,
  add constraint encounter_code_assignment_sealed check (substring(code_assignment from 1 for 1) = '\x01') not valid,
  add constraint encounter_problems_sealed check (substring(problems from 1 for 1) = '\x01') not valid;

-- Who has a plain hash can try contents until one fits; the opened content is compared instead.
alter table encounter drop column content_hash;

-- Keyed hashes of the numbers by which an encounter is looked up: four bytes of key id and sixteen of hash.
alter table encounter
  add column medical_record_number_index bytea,
  add column member_id_index bytea,
  add column second_member_id_index bytea,
  add column third_member_id_index bytea;
create index encounter_of_patient on encounter(medical_record_number_index);
create index encounter_of_member on encounter(member_id_index);
create index encounter_of_second_member on encounter(second_member_id_index) where second_member_id_index is not null;
create index encounter_of_third_member on encounter(third_member_id_index) where third_member_id_index is not null;
create index encounter_of_source on encounter(source_encounter_id);

-- The service seals anew when keys change, and changes nothing else.
grant update(content, receipt, code_assignment, problems,
  medical_record_number_index, member_id_index, second_member_id_index, third_member_id_index) on encounter to openrcm_worker;
