-- The service itself works on every record; only callers are asked whether they may see those under 42 CFR Part 2.
alter policy part2_of_work_item on work_item_note to openrcm_app;
