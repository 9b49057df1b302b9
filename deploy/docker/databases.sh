#!/usr/bin/env bash
# Four databases. The login NAME_owner owns a database and its tables and migrates them; the login NAME, the service's, has no right on a
# table of its own and says with each transaction for whom it works (openrcm_app, openrcm_worker). Keycloak owns a fifth.
# Nobody comes in over the network without TLS. The passwords are in the secret files.
set -euo pipefail

sql() {
  psql -v ON_ERROR_STOP=1 --username postgres --quiet "$@"
}

printf '%s\n' 'local all postgres peer' 'hostssl all all all scram-sha-256' >"$PGDATA/pg_hba.conf"

sql <<'SQL'
create role openrcm_app nologin;
create role openrcm_worker nologin;
create role openrcm_relay nologin;
SQL
for name in coding claims gateway followup; do
  sql -v name="$name" -v owner="${name}_owner" <<SQL
\\set password \`cat /run/secrets/$name\`
\\set owner_password \`cat /run/secrets/${name}_owner\`
create role :"owner" login password :'owner_password';
create role :"name" login password :'password';
grant openrcm_app, openrcm_worker to :"name" with inherit false, set true;
grant openrcm_relay to :"name" with inherit true, set false;
create database :"name" owner :"owner";
revoke all on database :"name" from public;
grant connect on database :"name" to :"name";
SQL
done
sql <<'SQL'
\set password `cat /run/secrets/keycloak`
create role keycloak login password :'password';
create database keycloak owner keycloak;
revoke all on database keycloak from public;
SQL
