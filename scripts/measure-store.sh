#!/usr/bin/env bash
# Objects a second listed and read from a local server through the app's store, beside a bare client of the same server, and by a whole
# scan from the command line. S3 is Debian's radosgw, Azure is Azurite and Google the storage
# emulator of firebase-tools (npm ci in DlpDashboard.Tests first).
# usage: scripts/measure-store.sh s3|azure|google [OBJECTS] [BYTES] [READERS] [ROUNDS, 0 = list and scan only]
set -euo pipefail
cd "$(dirname "$0")/.."
provider=${1:-s3} objects=${2:-5000} bytes=${3:-16384} readers=${4:-32} rounds=${5:-5}
app="dotnet DlpDashboard/bin/Release/net10.0/DlpDashboard.dll"
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
work=$(mktemp -d)
trap 'for p in "$work"/*.pid; do kill -9 "$(cat "$p")" 2>/dev/null || true; done; sleep 1; rm -rf "$work"' EXIT
port=$(free_port)
[ -f DlpDashboard/bin/Release/net10.0/DlpDashboard.dll ] || dotnet build DlpDashboard -c Release --nologo -v q

case $provider in
s3)
    bash DlpDashboard.Tests/Testing/radosgw.sh "$work" "$port" "$(free_port)" "$(free_port)" $$ >/dev/null
    export AWS_ACCESS_KEY_ID=DLPKEY AWS_SECRET_ACCESS_KEY=DLPSECRET
    place=(--endpoint-url "http://127.0.0.1:$port") url=s3://measured/
    ;;
azure)
    node DlpDashboard.Tests/node_modules/azurite/dist/src/blob/main.js --silent --skipApiVersionCheck --disableTelemetry --inMemoryPersistence \
        --extentMemoryLimit 4096 --blobHost 127.0.0.1 --blobPort "$port" >/dev/null 2>&1 &
    echo $! >"$work/azurite.pid"
    until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do sleep 0.2; done
    account=devstoreaccount1 # with the key that is published for emulators
    AZURE_STORAGE_CONNECTION_STRING="AccountName=$account;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;BlobEndpoint=http://127.0.0.1:$port/$account"
    export AZURE_STORAGE_CONNECTION_STRING
    place=() url=az://$account/measured/
    ;;
google)
    # The emulator ends when its standard input does.
    mkfifo "$work/stop"
    node DlpDashboard.Tests/Testing/firebase-storage.cjs <"$work/stop" >"$work/said" 2>&1 &
    echo $! >"$work/firebase.pid"
    exec 4>"$work/stop"
    until port=$(grep -o '^listening [0-9]*' "$work/said" | tr -dc 0-9) && [ -n "$port" ]; do sleep 0.2; done
    place=(--endpoint-url "http://127.0.0.1:$port") url=gs://measured/
    ;;
*)
    echo "No such provider: $provider" >&2
    exit 2
    ;;
esac

$app bench-store --provider "$provider" "${place[@]}" --bucket measured --fill "$objects" --size "$bytes" --readers "$readers" --rounds "$rounds"
began=$(date +%s.%N)
$app scan "$url" "${place[@]}" --threads "$readers" --format jsonl --out /dev/null 2>/dev/null || [ $? -le 1 ]
ended=$(date +%s.%N)
awk -v n="$objects" -v t="$(echo "$ended $began" | awk '{ print $1 - $2 }')" 'BEGIN { printf "{\"scanObjectsPerSecond\":%d,\"seconds\":%.2f}\n", n / t, t }'
