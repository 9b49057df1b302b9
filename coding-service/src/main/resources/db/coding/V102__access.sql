-- An encounter is its facility's. People and hospital systems make and change it; the service itself only counts what waits.
call guard_by_facility('encounter');
grant select, insert, update on encounter to openrcm_app;
grant select on encounter to openrcm_worker;

-- Codes are about no patient. The administrator loads releases, the service plants the shipped sample.
grant select, insert, update, delete on code to openrcm_app;
grant select, insert on code_release to openrcm_app;
grant select, insert, update on code to openrcm_worker;
grant select on code_release to openrcm_worker;
