-- What people and payers write on a timeline is sealed: it may name anybody. What the service says itself is made of amounts, dates and codes that
-- stand in other columns as they are, five sentences for each claim, and is kept as it is. Sentences from before stay sealed.
alter table claim_timeline
  add column said text,
  alter column detail drop not null,
  add constraint claim_timeline_has_words check (num_nonnulls(said, detail) = 1);
