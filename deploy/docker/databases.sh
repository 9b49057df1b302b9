#!/usr/bin/env bash
# Four databases, each with a role of the same name that owns it; the passwords are in the secret files.
set -euo pipefail
for name in coding claims gateway followup; do
  psql -v ON_ERROR_STOP=1 -v name="$name" -v password="$(<"/run/secrets/$name")" --username postgres <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
done
