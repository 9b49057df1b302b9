-- Claims and files are sealed by the service before they come here. Rows from before are sealed when the service starts; new ones have to
-- be.
alter table submission_content
  add constraint submission_content_sealed check (substring(content from 1 for 1) = '\x01') not valid;
alter table interchange_content
  add constraint interchange_content_sealed check (substring(content from 1 for 1) = '\x01') not valid;
alter table received_content
  add constraint received_content_sealed check (substring(content from 1 for 1) = '\x01') not valid;
alter table received_set
  add constraint received_set_content_hash_sealed check (substring(content_hash from 1 for 1) = '\x01') not valid;

-- The service seals anew when keys change; that is the only reason to write over any of it.
grant update(content) on submission_content, interchange_content, received_content to openrcm_worker;
create policy sealed_anew on interchange_content for update to openrcm_worker
  using ((select '*' = any(current_setting('app.facilities')::text[])));
create policy sealed_anew on received_content for update to openrcm_worker
  using ((select '*' = any(current_setting('app.facilities')::text[])));
