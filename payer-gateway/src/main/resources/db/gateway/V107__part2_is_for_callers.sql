-- The label is asked of callers; the service works on every file.
alter policy part2_of_file on interchange_content to openrcm_app;
alter policy part2_of_file on received_content to openrcm_app;
