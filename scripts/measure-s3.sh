#!/usr/bin/env bash
# Objects a second from a local S3 server (Debian's radosgw) through the app's store, beside a bare downloader of the same server, and
# by a whole scan from the command line. usage: scripts/measure-s3.sh [OBJECTS] [BYTES] [READERS]
set -euo pipefail
cd "$(dirname "$0")/.."
objects=${1:-5000} bytes=${2:-16384} readers=${3:-32}
app="dotnet DlpDashboard/bin/Release/net10.0/DlpDashboard.dll"
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
work=$(mktemp -d)
trap 'for p in "$work"/*.pid; do kill -9 "$(cat "$p")" 2>/dev/null || true; done; sleep 1; rm -rf "$work"' EXIT
port=$(free_port)
bash DlpDashboard.Tests/Testing/radosgw.sh "$work" "$port" "$(free_port)" "$(free_port)" $$ >/dev/null
export AWS_ACCESS_KEY_ID=DLPKEY AWS_SECRET_ACCESS_KEY=DLPSECRET
[ -f DlpDashboard/bin/Release/net10.0/DlpDashboard.dll ] || dotnet build DlpDashboard -c Release --nologo -v q
$app bench-s3 --endpoint-url "http://127.0.0.1:$port" --bucket measured --fill "$objects" --size "$bytes" --readers "$readers"
began=$(date +%s.%N)
$app scan s3://measured/ --endpoint-url "http://127.0.0.1:$port" --threads "$readers" --format jsonl --out /dev/null 2>/dev/null || [ $? -le 1 ]
ended=$(date +%s.%N)
awk -v n="$objects" -v t="$(echo "$ended $began" | awk '{ print $1 - $2 }')" 'BEGIN { printf "{\"scanObjectsPerSecond\":%d,\"seconds\":%.2f}\n", n / t, t }'
