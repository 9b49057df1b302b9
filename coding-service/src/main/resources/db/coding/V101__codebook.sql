create table code(
  system     text not null,
  code       text not null,                      -- without dot
  valid_from date not null,
  valid_to   date,                               -- last valid day; null while valid
  billable   boolean not null,                   -- false: a header, which has longer codes below it
  title      text not null,
  primary key(system, code, valid_from));
create table code_release(
  id         bigint generated always as identity primary key,
  system     text not null,
  valid_from date not null,
  complete   boolean not null,                   -- true: a code that is not in it does not exist
  codes      integer not null,
  loaded_at  timestamptz not null);
