-- The same check, with each posting looked up by its id: where the look-up stood beside an "or", the whole table was read for some
-- statements, and it only grows.
create or replace function ledger_entries_balance() returns trigger language plpgsql as $$
declare
  wrong text;
begin
  select case when a.sum <> 0 then 'LEDGER_POSTING_BALANCE: the entries of a posting sum to zero'
              else 'LEDGER_ENTRY_POSTING: an entry belongs to a posting' end
    into wrong
    from (select posting_id, sum(cents) as sum from added group by posting_id) a
    left join lateral (select true as known from ledger_posting p where p.id = a.posting_id limit 1) posting on true
    where a.sum <> 0 or posting.known is null
    limit 1;
  if wrong is not null then
    raise exception '%', wrong using errcode = 'check_violation';
  end if;
  return null;
end $$;
