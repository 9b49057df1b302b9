-- A sending is written to four times, and an index that speaks of its status makes every index take in each new version of the row. So the
-- index of what waits speaks of a column that changes once.
drop index submission_partner_id_queue_position_idx;
alter table submission add column queued boolean not null generated always as (status = 'QUEUED') stored;
create index on submission(partner_id, queue_position) where queued;

-- Room beside a row for its next versions, of which none but one touches an index.
alter table claim_exchange set (fillfactor = 50);
