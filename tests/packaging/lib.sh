# shellcheck shell=bash
# What the tests of packages share: checks that are counted, and a mock tenant behind TLS.
passed=0
failed=0

check() { # WHAT COMMAND...: the command has to succeed.
  local what=$1 output
  shift
  if output=$("$@" 2>&1); then
    passed=$((passed + 1))
    printf 'ok   %s\n' "$what"
  else
    failed=$((failed + 1))
    printf 'FAIL %s\n%s\n' "$what" "$output"
  fi
}

same() { [ "$1" = "$2" ] || { printf 'expected: %s\nfound:    %s\n' "$1" "$2"; return 1; }; }
holds() { grep -qF -- "$2" "$1" || { printf 'no "%s" in:\n' "$2"; cat "$1"; return 1; }; }

result() {
  printf '%s passed, %s failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}

install_missing() { # COMMAND=PACKAGE...: installs Debian's packages of commands that are not there.
  local pair packages=()
  for pair in "$@"; do
    command -v "${pair%%=*}" >/dev/null || packages+=("${pair#*=}")
  done
  if [ "${#packages[@]}" -gt 0 ]; then
    apt-get update -qq && apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
  fi
}

# A mock tenant, and TLS before it with a certificate of an authority of its own: sets tenant, secure, client, secret.
start_tenant() { # PROGRAM FOLDER
  local program=$1 folder=$2
  "$program" mock-tenant --port 0 --users 40 -o json > "$folder/tenant.json" 2> "$folder/tenant.log" &
  tenant_id=$!
  until grep -q baseUrl "$folder/tenant.json" 2>/dev/null; do
    kill -0 "$tenant_id" || { cat "$folder/tenant.log"; return 1; }
    sleep 0.1
  done
  field() { sed -E "s/.*\"$1\":\"([^\"]*)\".*/\1/" "$folder/tenant.json"; }
  tenant=$(field baseUrl) client=$(field clientId) secret=$(field clientSecret)
  audience=$(field audience)
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj '/CN=Test Authority' -keyout "$folder/ca.key" -out "$folder/ca.pem" 2>/dev/null
  openssl req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout "$folder/tls.key" -out "$folder/tls.csr" 2>/dev/null
  openssl x509 -req -in "$folder/tls.csr" -CA "$folder/ca.pem" -CAkey "$folder/ca.key" -CAcreateserial -days 1 -out "$folder/tls.pem" \
    -extfile <(echo 'subjectAltName=DNS:localhost,IP:127.0.0.1') 2>/dev/null
  local port
  port=$(echo "$tenant" | sed -E 's|.*:([0-9]+)/|\1|')
  secure_port=$((port < 60000 ? port + 1 : port - 1))
  socat "openssl-listen:$secure_port,bind=127.0.0.1,reuseaddr,fork,cert=$folder/tls.pem,key=$folder/tls.key,verify=0" "tcp:127.0.0.1:$port" 2> "$folder/socat.log" &
  socat_id=$!
  secure=https://localhost:$secure_port
  export tenant client secret audience secure
}

stop_tenant() { kill ${tenant_id:-} ${socat_id:-} 2>/dev/null || true; }
