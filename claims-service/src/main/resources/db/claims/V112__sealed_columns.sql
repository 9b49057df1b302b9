-- What is about a patient, and what people write, is sealed by the service before it comes here. Rows from before are sealed when the
-- service starts; new ones have to be.
alter table claim_version
  add constraint claim_version_content_sealed check (substring(content from 1 for 1) = '\x01') not valid,
  add constraint claim_version_content_sha256_sealed check (substring(content_sha256 from 1 for 1) = '\x01') not valid;
alter table claim_timeline
  alter column detail type bytea using convert_to(detail, 'UTF8');
alter table claim_timeline
  add constraint claim_timeline_detail_sealed check (substring(detail from 1 for 1) = '\x01') not valid;
alter table claim_finding
  alter column overridden_because type bytea using convert_to(overridden_because, 'UTF8');
alter table claim_finding
  add constraint claim_finding_overridden_because_sealed check (substring(overridden_because from 1 for 1) = '\x01') not valid;

-- The fingerprint is a keyed hash now: four bytes of key id and sixteen of hash. Those of old rows are made anew with their seals.
alter table claim_version alter column fingerprint type bytea using uuid_send(fingerprint);
alter table claim_version
  add constraint claim_version_fingerprint_keyed check (length(fingerprint) = 20) not valid;

-- The content of a version that may have left never changes. It is sealed anew when keys change, by the service, and nothing else with it.
create function claim_version_stays() returns trigger language plpgsql as $$
begin
  if current_user <> 'openrcm_worker' or new.content_sha256 is null
    or (to_jsonb(new) - array['content', 'content_sha256', 'fingerprint'])
      <> (to_jsonb(old) - array['content', 'content_sha256', 'fingerprint']) then
    raise exception 'CLAIM_VERSION_FROZEN: the content of a released version does not change' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger claim_version_stays before update on claim_version for each row
  when (old.content_sha256 is not null
    and (new.content <> old.content or new.content_sha256 is distinct from old.content_sha256))
  execute function claim_version_stays();

grant update(detail) on claim_timeline to openrcm_worker;
grant update(overridden_because) on claim_finding to openrcm_worker;
