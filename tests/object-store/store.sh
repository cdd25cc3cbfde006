# shellcheck shell=bash
# A real object store on this machine: Debian's radosgw over one monitor and one store in memory. Sourced by run.sh.

install_store() {
  if ! command -v radosgw >/dev/null || ! command -v ceph-mon >/dev/null || ! command -v ceph-osd >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends radosgw ceph-mon ceph-osd ceph-base ceph-common >/dev/null
  fi
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# start_store FOLDER: leaves the address in S3_URL, and the ids of its processes in STORE_PIDS.
start_store() {
  local root=$1 id mon rgw
  id=$(cat /proc/sys/kernel/random/uuid)
  mon=$(free_port)
  rgw=$(free_port)
  mkdir -p "$root"/{mon,osd,rgw,run}
  cat > "$root/ceph.conf" <<CONF
[global]
fsid = $id
mon host = [v1:127.0.0.1:$mon]
mon initial members = a
keyring = $root/keyring
auth allow insecure global id reclaim = true
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
run dir = $root/run
log file = $root/\$name.log
admin socket = $root/run/\$name.asok
pid file = $root/run/\$name.pid
[mon.a]
mon data = $root/mon
[osd.0]
osd data = $root/osd
osd objectstore = memstore
memstore device bytes = 1073741824
public addr = 127.0.0.1
[client.rgw]
rgw data = $root/rgw
rgw frontends = beast endpoint=127.0.0.1:$rgw
rgw enable usage log = false
CONF
  export CEPH_CONF=$root/ceph.conf
  local key=(ceph-authtool "$root/keyring")
  "${key[@]}" --create-keyring --gen-key -n mon. --cap mon 'allow *' >/dev/null
  "${key[@]}" --gen-key -n client.admin --cap mon 'allow *' --cap osd 'allow *' --cap mgr 'allow *' >/dev/null
  "${key[@]}" --gen-key -n client.rgw --cap mon 'allow rwx' --cap osd 'allow rwx' >/dev/null
  "${key[@]}" --gen-key -n osd.0 --cap mon 'allow profile osd' --cap osd 'allow *' >/dev/null
  monmaptool --create --fsid "$id" --addv a "[v1:127.0.0.1:$mon]" "$root/monmap" >/dev/null
  ceph-mon --mkfs -i a --monmap "$root/monmap" --keyring "$root/keyring"
  ceph-mon -i a -f >"$root/mon.out" 2>&1 &
  STORE_PIDS=($!)
  local osd_uuid
  osd_uuid=$(cat /proc/sys/kernel/random/uuid)
  timeout 30 ceph osd new "$osd_uuid" >/dev/null
  ceph-osd -i 0 --mkfs --osd-uuid "$osd_uuid" >"$root/osd.mkfs" 2>&1
  ceph-osd -i 0 -f >"$root/osd.out" 2>&1 &
  STORE_PIDS+=($!)
  radosgw -n client.rgw -f >"$root/rgw.out" 2>&1 &
  STORE_PIDS+=($!)
  S3_URL=http://127.0.0.1:$rgw
  for _ in $(seq 120); do
    if curl -fs -o /dev/null "$S3_URL"; then
      return
    fi
    sleep 0.25
  done
  echo 'the object store did not start:' >&2
  tail -n 5 "$root"/*.out >&2
  return 1
}

# make_user: leaves keys in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
make_user() {
  AWS_ACCESS_KEY_ID=OUTSIDETESTKEY
  AWS_SECRET_ACCESS_KEY=outside-test-secret-0123456789abcdef
  radosgw-admin user create --uid tester --display-name tester --access-key "$AWS_ACCESS_KEY_ID" --secret-key "$AWS_SECRET_ACCESS_KEY" >/dev/null 2>&1
  export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
}

# s3 METHOD PATH [curl's arguments]: another client than ours.
s3() {
  local method=$1 path=$2
  shift 2
  curl -sS --aws-sigv4 aws:amz:us-east-1:s3 --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" -X "$method" -H "x-amz-content-sha256: UNSIGNED-PAYLOAD" "$@" "$S3_URL/$path"
}

stop_store() {
  if [ -n "${STORE_PIDS:-}" ]; then
    kill -9 "${STORE_PIDS[@]}" 2>/dev/null || true
    wait "${STORE_PIDS[@]}" 2>/dev/null || true
  fi
}
