#!/bin/sh
# Makes docs/pictures/report.png: two syncs of a mock tenant, their report, and its first screen in headless Chromium. Needs
# chromium and the .NET SDK; run it from anywhere.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
tenant=
trap 'kill $tenant 2>/dev/null || true; rm -rf "$work"' EXIT

dotnet build "$root/src/Auth0Connector.Cli" -v q --nologo >&2
program="$root/artifacts/bin/Auth0Connector.Cli/debug/auth0-connector"
cd "$work"
for users in 2000 2040; do
  rm -f mock.json
  "$program" mock-tenant --port 0 -o json --users "$users" --roles 45 --no-oddities > mock.json &
  tenant=$!
  while ! [ -s mock.json ]; do sleep 0.2; done
  member() { sed "s/.*\"$1\":\"\([^\"]*\)\".*/\1/" mock.json; }
  BATON_AUTH0_CLIENT_SECRET=$(member clientSecret) "$program" --auth0-base-url "$(member baseUrl)" --auth0-client-id "$(member clientId)" \
    -f sync.c1z --sync-permissions --sync-user-permissions --sync-applications >/dev/null 2>&1
  kill $tenant
done
"$program" report -f sync.c1z --out report.html
chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update \
  --disable-sync --hide-scrollbars --window-size=1180,860 --virtual-time-budget=8000 --screenshot=report.png "file://$work/report.html" 2>/dev/null
cp report.png "$root/docs/pictures/report.png"
