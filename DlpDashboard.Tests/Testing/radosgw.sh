#!/bin/bash
# One Ceph monitor, one in-memory OSD and one radosgw, all on loopback, everything else in one folder.
# usage: radosgw.sh FOLDER S3_PORT MON_PORT_V2 MON_PORT_V1 PID — ends everything when the process PID is gone.
set -euo pipefail
D=$1 S3=$2 V2=$3 V1=$4 WATCHED=$5
mkdir -p "$D"/mon "$D"/osd "$D"/rgw "$D"/log
FSID=$(cat /proc/sys/kernel/random/uuid)
OSD=$(cat /proc/sys/kernel/random/uuid)
cat > "$D/ceph.conf" <<CONF
[global]
fsid = $FSID
mon_initial_members = a
mon_host = [v2:127.0.0.1:$V2,v1:127.0.0.1:$V1]
public_addr = 127.0.0.1
cluster_addr = 127.0.0.1
public_network = 127.0.0.0/8
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
auth_allow_insecure_global_id_reclaim = false
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 8
osd_pool_default_pg_autoscale_mode = off
osd_crush_chooseleaf_type = 0
osd_objectstore = memstore
memstore_device_bytes = 2147483648
mon_allow_pool_size_one = true
mon_warn_on_pool_no_redundancy = false
mon_max_pg_per_osd = 2000
run_dir = $D
admin_socket = $D/\$name.asok
pid_file = $D/\$name.pid
log_file = $D/log/\$name.log
crash_dir = $D/crash
keyring = $D/keyring
[mon.a]
mon_data = $D/mon
mon_data_avail_crit = 1
mon_data_avail_warn = 2
[osd.0]
osd_data = $D/osd
osd_class_load_list = *
osd_class_default_list = *
[client.rgw.a]
rgw_frontends = beast endpoint=127.0.0.1:$S3
rgw_data = $D/rgw
rgw_enable_usage_log = false
rgw_enable_ops_log = false
rgw_thread_pool_size = 128
rgw_gc_max_objs = 1
rgw_lc_max_objs = 1
rgw_num_rados_handles = 1
rgw_override_bucket_index_max_shards = 1
rgw_dns_name = localhost
rgw_s3_auth_use_sts = true
rgw_sts_key = abcdefghijklmnop
# Without this the gateway insists on secure mode, which a cluster without keys does not offer.
ms_mon_client_mode = crc secure
CONF
# Nothing is kept, so nothing needs to end in order: a gateway asked to end politely waits for ever for a monitor that is gone.
stop() { for p in "$D"/*.pid; do [ -f "$p" ] && kill -9 "$(cat "$p")" 2>/dev/null; done; return 0; }
( while kill -0 "$WATCHED" 2>/dev/null && [ -d "$D" ]; do sleep 1; done; stop; sleep 1; rm -rf "$D" ) </dev/null >/dev/null 2>&1 &
C=(-c "$D/ceph.conf")
ceph-authtool --create-keyring "$D/keyring" --gen-key -n mon. --cap mon 'allow *' >/dev/null
ceph-authtool "$D/keyring" --gen-key -n client.admin --cap mon 'allow *' --cap osd 'allow *' --cap mgr 'allow *' >/dev/null
monmaptool --create --addv a "[v2:127.0.0.1:$V2,v1:127.0.0.1:$V1]" --fsid "$FSID" "$D/monmap" >/dev/null
ceph-mon "${C[@]}" --mkfs -i a --monmap "$D/monmap" --keyring "$D/keyring" >/dev/null 2>&1
ceph-mon "${C[@]}" -i a >/dev/null 2>&1
ceph "${C[@]}" osd new "$OSD" >/dev/null 2>&1
# The OSD must be made with the very id the monitor was told, or it never leaves "booting".
ceph-osd "${C[@]}" -i 0 --mkfs --osd-uuid "$OSD" >/dev/null 2>&1
ceph-osd "${C[@]}" -i 0 >/dev/null 2>&1
radosgw "${C[@]}" -n client.rgw.a >/dev/null 2>&1
for _ in $(seq 1 600); do (exec 3<>"/dev/tcp/127.0.0.1/$S3") 2>/dev/null && break; sleep 0.1; done
radosgw-admin "${C[@]}" user create --uid=dlp --display-name=dlp --access-key=DLPKEY --secret-key=DLPSECRET >/dev/null 2>&1
radosgw-admin "${C[@]}" user create --uid=other --display-name=other --access-key=OTHERKEY --secret-key=OTHERSECRET >/dev/null 2>&1
echo ready
