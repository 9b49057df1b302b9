-- How often an id occurs in the trail decides no plan, and to count the ids of some hundred objects in each row takes longer than everything
-- else that is counted here.
alter table audit_record alter object_ids set statistics 0;
alter table audit_seal alter hash set statistics 0;

-- Columns with sealed content: the database does not try to make smaller what looks like noise, nor counts what never occurs twice.
create procedure keep_sealed(sealed regclass, variadic columns text[]) language plpgsql as $$
declare sealed_column text;
begin
  foreach sealed_column in array columns loop
    execute format('alter table %s alter %I set storage external, alter %I set statistics 0', sealed, sealed_column, sealed_column);
  end loop;
end $$;
