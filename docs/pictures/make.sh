#!/bin/sh
# Makes the pictures of the README from a real terminal session: the demo's file is looked into under tmux, and what the
# terminal then shows becomes an SVG. Needs tmux, python3 and the .NET SDK; run it from anywhere.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
socket="pictures-$$"
trap 'tmux -L "$socket" kill-server 2>/dev/null || true; rm -rf "$work"' EXIT

dotnet build "$root/src/Auth0Connector.Cli" -v q --nologo >&2
mkdir "$work/bin"
printf '#!/bin/sh\nexec dotnet "%s" "$@"\n' "$root/artifacts/bin/Auth0Connector.Cli/debug/auth0-connector.dll" > "$work/bin/auth0-connector"
chmod +x "$work/bin/auth0-connector"
(cd "$work" && PATH="$work/bin:$PATH" && auth0-connector demo -f sync.c1z >/dev/null 2>&1)

# picture NAME ROWS COMMAND
picture() {
  tmux -L "$socket" -f /dev/null new-session -d -x 100 -y "$2" -s "$1" -c "$work" \
    "env PATH=$work/bin:$PATH COLORTERM=truecolor TERM=tmux-256color PS1='$ ' sh"
  tmux -L "$socket" send-keys -t "$1" -l "clear; $3; echo; echo done > $work/$1.done"
  tmux -L "$socket" send-keys -t "$1" Enter
  for _ in $(seq 300); do [ -e "$work/$1.done" ] && break; sleep 0.1; done
  sleep 0.3
  tmux -L "$socket" capture-pane -e -p -t "$1" > "$work/$1.ansi"
  python3 "$root/docs/pictures/svg.py" "$3" < "$work/$1.ansi" > "$root/docs/pictures/$1.svg"
  tmux -L "$socket" kill-session -t "$1"
}

cd "$work"
PATH="$work/bin:$PATH"
user=$(auth0-connector who --group 'Directory Group 1' --columns email --limit 1 -o csv | tail -n 1)
picture who 18 "auth0-connector who --role 'Sales Reader 2' --status enabled --limit 10"
picture access 18 "auth0-connector access --user $user"

picture grants 18 "auth0-connector grants -t organization --sort principal --limit 10"

# Two syncs of one mock tenant with a few changes between them.
scopes=read:users,read:roles,read:role_members,read:organizations,read:organization_members,read:organization_member_roles,update:users
auth0-connector mock-tenant --port 0 --users 60 --roles 6 --organizations 4 --groups 0 --no-oddities --scopes "$scopes" -o json > "$work/mock.json" 2>/dev/null &
mock=$!
trap 'kill $mock 2>/dev/null || true; tmux -L "$socket" kill-server 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 300); do grep -q '}' "$work/mock.json" && break; sleep 0.1; done
told() { python3 -c "import json,sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])" "$work/mock.json" "$1"; }
BATON_AUTH0_BASE_URL=$(told baseUrl)
BATON_AUTH0_CLIENT_ID=$(told clientId)
BATON_AUTH0_CLIENT_SECRET=$(told clientSecret)
export BATON_AUTH0_BASE_URL BATON_AUTH0_CLIENT_ID BATON_AUTH0_CLIENT_SECRET
cells() { auth0-connector "$@" -o csv 2>/dev/null | tail -n +2; }
rm -f sync.c1z
auth0-connector -f sync.c1z >/dev/null 2>&1
one=$(cells resources -t user --columns id | sed -n 1p)
two=$(cells resources -t user --columns id | sed -n 2p)
role=$(cells resources -t role --columns id | sed -n 1p)
held=$(cells grants -t role --columns principal_id,resource_id | sed -n 1p)
(
  auth0-connector grant --user "$one" --role "$role"
  auth0-connector grant --user "$two" --role "$role"
  auth0-connector revoke --user "${held%,*}" --role "${held#*,}"
  auth0-connector account disable --user "$two"
) >/dev/null 2>&1
auth0-connector -f sync.c1z >/dev/null 2>&1
picture diff 20 "auth0-connector diff"
