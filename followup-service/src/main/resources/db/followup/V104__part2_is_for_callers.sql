-- The label is asked of callers; the service works on every record of its facilities.
alter policy part2_of_work_item on work_item_note to openrcm_app;
