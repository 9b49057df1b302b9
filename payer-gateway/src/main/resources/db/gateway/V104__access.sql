-- First what the rows so far are filled with: once a table is guarded, its owner sees none of it either.

-- A claim's content is its facility's, as its sendings are.
alter table submission_content add column facility text;
update submission_content c set facility = s.facility from submission s where s.attempt_id = c.attempt_id;
alter table submission_content alter facility set not null;

-- A file has claims of several facilities: of a sent file, those of the claims in it.
alter table interchange add column facilities text[] check (facilities <> '{}');
update interchange i set facilities =
  (select array_agg(distinct facility order by facility) from submission s where s.interchange_id = i.id);
alter table interchange alter facilities set not null;

-- Of a received set, and of the file as a whole: null until it has been read, and where something in it belongs to no claim that we know.
-- Of files read before, nobody noted it.
alter table received_set add column facilities text[] check (facilities <> '{}');
alter table received_file add column facilities text[] check (facilities <> '{}');

-- A file's row says when it came and what became of it; its bytes lie apart, as those of a sent file do.
create table received_content(
  file_id uuid primary key references received_file,
  content bytea not null);
alter table received_content alter content set storage external;
insert into received_content select id, content from received_file where content is not null;
alter table received_file drop column content;

-- A file's bytes are for who may see every facility in it; of a file whose facilities are not known, for who may see them all. Whoever
-- brings a file need not be one who may read it.
create procedure guard_by_facilities_of(file regclass, guarded regclass, reference name) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format($policy$
    create policy facilities_of_caller on %1$s for select to openrcm_app, openrcm_worker
    using ((select '*' = any(current_setting('app.facilities')::text[]))
      or exists (select from %2$s file where file.id = %1$s.%3$I
        and file.facilities <@ (select current_setting('app.facilities')::text[])))$policy$, guarded, file, reference);
  execute format('create policy written_by_all on %s for insert to openrcm_app, openrcm_worker with check (true)', guarded);
end $$;

call guard_by_facility('claim_exchange');
call guard_by_facility('submission');
call guard_by_facility('submission_content');
call guard_by_facilities_of('interchange', 'interchange_content', 'interchange_id');
call guard_by_facilities_of('received_file', 'received_content', 'file_id');

-- People see sendings; what stands in them is the service's to work with.
grant select, insert, update on claim_exchange, submission to openrcm_worker;
grant select on submission to openrcm_app;
grant select, insert on submission_content to openrcm_worker;
grant usage on sequence submission_position to openrcm_worker;

grant select on interchange, interchange_content, sent_set to openrcm_app;
grant select, insert, update on interchange, sent_set to openrcm_worker;
grant select, insert on interchange_content to openrcm_worker;

-- An adapter brings files too, and people have a file read again; whose claims are in it is the service's to say.
grant select, insert(id, partner_id, name, sha256, size_bytes, status, received_at, duplicate_of, types),
  update(status, interpreted_at, error_code, error_at_byte, error_at_segment) on received_file to openrcm_app;
grant select, insert, update on received_file to openrcm_worker;
grant usage on sequence received_file_position to openrcm_app, openrcm_worker;
grant select, insert on received_content to openrcm_app, openrcm_worker;
grant select on received_set to openrcm_app;
grant select, insert, update on received_set to openrcm_worker;

-- A payment is for claims of any facility and says of none which.
grant select on remittance to openrcm_app;
grant select, insert, update on remittance to openrcm_worker;
grant select, insert on remittance_content to openrcm_worker;

-- Partners and payers are agreed on by an administrator, or seeded; numbers are used by the service.
grant select, insert, update on trading_partner, payer_profile to openrcm_app;
grant select, insert on trading_partner, payer_profile to openrcm_worker;
grant insert on control_number to openrcm_app;
grant select, insert, update on control_number to openrcm_worker;
