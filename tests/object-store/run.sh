#!/usr/bin/env bash
# Syncs into a real object store (Debian's radosgw) and what reads from it, from outside.
# Usage: tests/object-store/run.sh [PROGRAM]; the built one by default. The last line is 'N passed, N failed'.
set -Eeuo pipefail
trap 'echo "$0, line $LINENO: $BASH_COMMAND: failed" >&2' ERR
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/object-store/store.sh
. "$here/store.sh"
root=$(cd "$here/../.." && pwd)
program=("${1:-dotnet}")
[ $# -gt 0 ] || program+=("$root/artifacts/bin/Auth0Connector.Cli/debug/auth0-connector.dll")

work=$(mktemp -d)
tenant_pid=
slow_pid=
finish() {
  [ -z "$tenant_pid" ] || kill "$tenant_pid" 2>/dev/null || true
  [ -z "$slow_pid" ] || kill "$slow_pid" 2>/dev/null || true
  stop_store
  rm -rf "$work"
}
trap finish EXIT

passed=0
failed=0
# check WHAT COMMAND...: the command says whether it holds.
check() {
  local what=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
    printf 'ok    %s\n' "$what"
  else
    failed=$((failed + 1))
    printf 'FAIL  %s\n' "$what"
    sed 's/^/      /' "$work/err" | tail -n 6
  fi
}

# run ARGUMENTS...: the program in $work, its exit code in $code, its streams in $work/out and $work/err.
run() {
  code=0
  (cd "$work" && "${program[@]}" "$@") >"$work/out" 2>"$work/err" || code=$?
}

ended() { [ "$code" -eq "$1" ]; }
says() { grep -qF -- "$1" "$work/err"; }
hides() { ! grep -qF -- "$AWS_SECRET_ACCESS_KEY" "$work/err" "$work/out"; }
state() { find "$XDG_STATE_HOME" -type f "$@" 2>/dev/null; }
no_state() { [ -z "$(state -not -name '*.lock')" ]; }
status() { [ "$(s3 HEAD "$1" -I -o /dev/null -w '%{http_code}')" = "$2" ]; }
same() { cmp -s "$1" "$2"; }

# start_tenant FILE FLAGS...: leaves its address in the file, and its process in $started.
start_tenant() {
  local file=$1
  shift
  "${program[@]}" mock-tenant --port 0 -o json "$@" >"$file" 2>/dev/null &
  started=$!
  for _ in $(seq 100); do
    [ -s "$file" ] && break
    sleep 0.1
  done
}
address() { python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["baseUrl"])' "$1"; }

# sync TENANT TARGET FLAGS...
sync() {
  local tenant=$1 target=$2
  shift 2
  run --auth0-base-url "$tenant" -f "$target" "$@"
}

# await COMMAND...: up to ten seconds.
await() {
  for _ in $(seq 200); do
    "$@" && return
    sleep 0.05
  done
  return 1
}

printf 'installing what is missing, and starting the store\n'
install_store
start_store "$work/store"
make_user
export AWS_ENDPOINT_URL_S3=$S3_URL AWS_EC2_METADATA_DISABLED=true HOME=$work/home XDG_STATE_HOME=$work/state
mkdir -p "$HOME" "$XDG_STATE_HOME"
export BATON_AUTH0_CLIENT_ID=mock-tenant-client-0123456789abc BATON_AUTH0_CLIENT_SECRET=mock-tenant-secret-for-tests-only-not-a-credential
s3 PUT audit >/dev/null
start_tenant "$work/tenant.json" --users 60
tenant_pid=$started
tenant=$(address "$work/tenant.json")
start_tenant "$work/slow.json" --users 60 --latency 150
slow_pid=$started
slow=$(address "$work/slow.json")
object=s3://audit/auth0/sync.c1z

began=$SECONDS
sync "$tenant" "$object" -o json
check 'a first sync makes the object' ended 0
check 'the summary names the object' grep -qF "\"path\":\"$object\"" "$work/out"
check 'nothing of it stays on this disk' no_state
s3 GET audit/auth0/sync.c1z -o "$work/first.c1z"
run stats -f first.c1z
cp "$work/out" "$work/stats.local"
run stats -f "$object"
check 'a reading command reads it' ended 0
check 'and sees what another client fetched' same <(sed 's/first\.c1z/X/' "$work/stats.local") <(sed "s#$object#X#" "$work/out")

sync "$tenant" "$object"
check 'a second sync replaces it' ended 0
run syncs -f "$object" -o json
check 'former syncs are kept' test "$(grep -o '"id"' "$work/out" | wc -l)" -ge 2
run diff first.c1z "$object" --exit-code
check 'an object is compared with a file' ended 0
run report -f "$object" --out report.html
check 'a report is made from it' ended 0
run completeness -f "$object"
check 'its proof holds' ended 0

for key in 'a b+c%41/日本 語.c1z' 'x//y/./z&=?#~.c1z' "it's (1)!*.c1z"; do
  sync "$tenant" "s3://audit/$key"
  check "a sync to the key '$key'" ended 0
  run stats -f "s3://audit/$key"
  check "and it is read again" ended 0
done
check 'keys are encoded once' status 'audit/a%20b%2Bc%2541/%E6%97%A5%E6%9C%AC%20%E8%AA%9E.c1z' 200

printf 'no access file at all\n' >"$work/foreign"
s3 PUT audit/foreign.c1z -T "$work/foreign" >/dev/null
sync "$tenant" s3://audit/foreign.c1z
check 'what is no access file is not replaced' ended 13
check 'and is named' says 's3://audit/foreign.c1z is no access file'
s3 GET audit/foreign.c1z -o "$work/foreign.now"
check 'and stands' same "$work/foreign" "$work/foreign.now"

sync "$tenant" s3://nowhere/sync.c1z
check 'a missing bucket is 13' ended 13
check 'and is told' says 'NoSuchBucket'
AWS_SECRET_ACCESS_KEY=another-secret-0123456789 run --auth0-base-url "$tenant" -f "$object"
check 'a wrong secret is 13' ended 13
check 'and is told' says 'AWS_SECRET_ACCESS_KEY'
check 'without the secret' hides
AWS_ACCESS_KEY_ID=NOBODY run --auth0-base-url "$tenant" -f "$object"
check 'an unknown key is 13' ended 13
AWS_ACCESS_KEY_ID='' AWS_SECRET_ACCESS_KEY='' run stats -f "$object"
check 'no keys at all is 2' ended 2
run stats -f s3://audit/none.c1z
check 'an object that is not there is 13' ended 13
run stats -f gs://audit/sync.c1z
check 'another kind of store is 2' ended 2
run report -f "$object" --out s3://audit/report.html
check 'another output than the access file is 2' ended 2

# Held: the same user on the same machine. Overtaken: another machine, which is another folder for state.
(cd "$work" && exec "${program[@]}" --auth0-base-url "$slow" -f "$object" >first.out 2>first.err) &
first=$!
locked() { [ -n "$(state -name '*.object.lock')" ]; }
reading() { [ -n "$(state -name '*.partial')" ]; }
await reading
sync "$tenant" "$object"
check 'a second sync on this machine is refused' ended 15
# However slow this machine is, the first one ends last.
kill -STOP "$first"
XDG_STATE_HOME=$work/elsewhere
mkdir -p "$XDG_STATE_HOME"
sync "$tenant" "$object"
check 'one on another machine is not' ended 0
export XDG_STATE_HOME=$work/state
kill -CONT "$first"
code=0
wait "$first" || code=$?
cp "$work/first.err" "$work/err"
check 'the one that was overtaken says so' ended 15
unsent=$(state -name unsent.c1z)
check 'and names the file that it keeps' says "$unsent"
run stats -f "$unsent"
check 'which is whole' ended 0

# Killed in the middle of reading.
(cd "$work" && exec "${program[@]}" --auth0-base-url "$slow" -f "$object" >first.out 2>first.err) &
first=$!
await reading
sleep 1
kill -9 "$first"
wait "$first" 2>/dev/null || true
sync "$slow" "$object" -o json
check 'a sync that was killed goes on' grep -qF '"resumed":true' "$work/out"

# Killed between the file on this disk and the object: the store does not answer while it is stopped.
s3 GET audit/auth0/sync.c1z -o "$work/before.c1z"
(cd "$work" && exec "${program[@]}" --auth0-base-url "$slow" -f "$object" >first.out 2>first.err) &
first=$!
await reading
kill -STOP "${STORE_PIDS[2]}"
written() { [ -z "$(state -name '*.partial')" ] && [ -n "$(state -name sync.c1z)" ]; }
await written
kill -9 "$first"
wait "$first" 2>/dev/null || true
kill -CONT "${STORE_PIDS[2]}"
s3 GET audit/auth0/sync.c1z -o "$work/after.c1z"
check 'a sync killed while it sends leaves the former object' same "$work/before.c1z" "$work/after.c1z"
sync "$tenant" "$object"
check 'and the next one is not misled by its file' ended 0

# Stopped there by a signal.
rm -f "$unsent"
(cd "$work" && exec "${program[@]}" --auth0-base-url "$slow" -f "$object" >first.out 2>"$work/err") &
first=$!
await reading
kill -STOP "${STORE_PIDS[2]}"
await written
sleep 0.5
kill -TERM "$first"
code=0
wait "$first" || code=$?
kill -CONT "${STORE_PIDS[2]}"
check 'a sync that is stopped while it sends ends as one that is stopped' ended 143
check 'and names the file that it keeps' says "the new one lies whole in $unsent"
sync "$tenant" "$object"
check 'and the next one goes on' ended 0

printf 'took %s s without installation and start\n' "$((SECONDS - began))"
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
