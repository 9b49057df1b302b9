create table trading_partner(
  id                text primary key,
  name              text not null,
  our_qualifier     text not null,
  our_id            text not null,
  partner_qualifier text not null,
  partner_id        text not null,
  submitter_name    text not null,
  contact_name      text not null,
  contact_phone     text not null,
  usage_mode        text not null check (usage_mode in ('TEST', 'PRODUCTION')),
  adapter           text not null check (adapter in ('FILE')),
  folder            text not null unique,
  revision          int  not null);

-- One row per partner, locked while numbers are taken. The numbers run through test and production alike, so that neither a change of
-- mode nor the name of a file can ever bring one back.
create table control_number(
  partner_id       text primary key references trading_partner,
  last_interchange bigint not null default 0,
  last_group       bigint not null default 0);

create table payer_profile(
  id                  text primary key,
  name                text not null,
  partner_id          text not null references trading_partner,
  tax_id              text,
  institutional       boolean not null,
  professional        boolean not null,
  replacement         boolean not null,
  voiding             boolean not null,
  secondary           boolean not null,
  institutional_lines int not null,
  professional_lines  int not null,
  revision            int not null);
create index on payer_profile(partner_id);
