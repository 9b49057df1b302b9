-- The service itself works on every record; only callers are asked whether they may see those under 42 CFR Part 2.
alter policy part2_of_file on interchange_content to openrcm_app;
alter policy part2_of_file on received_content to openrcm_app;
