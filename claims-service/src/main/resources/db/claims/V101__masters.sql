-- What every claim reads and people rarely change; JSON documents with the revision that an edit must name.
create table facility (
  id        varchar(20) primary key,
  document  text not null,
  revision  integer not null
);

create table payer_terms (
  id        varchar(20) primary key,
  document  text not null,
  revision  integer not null
);
