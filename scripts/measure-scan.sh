#!/usr/bin/env bash
# Scan rate of the app beside the command line on the same files, and the app's peak memory. usage: scripts/measure-scan.sh [FILES] [MEGABYTES]
# The files are the mixed corpus of `bench`, cut at line ends into folders of a hundred; 20,000 files of 2 GB unless told otherwise.
set -euo pipefail
cd "$(dirname "$0")/.."
files=${1:-20000} megabytes=${2:-2000}
dll=${DLP_DLL:-DlpDashboard/bin/Release/net10.0/DlpDashboard.dll}
[ -f "$dll" ] || dotnet build DlpDashboard -c Release --nologo -v q
work=$(mktemp -d)
chmod 711 "$work"
app=
trap '[ -z "$app" ] || { kill "$app" 2>/dev/null && wait "$app" 2>/dev/null; } || true; rm -rf "$work"' EXIT

mkdir -p "$work/tree/bucket"
dotnet "$dll" bench --size "$megabytes" --kind mixed --write "$work/corpus" --format json >/dev/null
python3 - "$work/corpus" "$work/tree/bucket" "$files" <<'PY'
import os, sys
corpus, target, files = sys.argv[1], sys.argv[2], int(sys.argv[3])
size = os.path.getsize(corpus) / files
with open(corpus, "rb") as source:
    for number in range(files):
        folder = f"{target}/{number // 100:05d}"
        if number % 100 == 0:
            os.makedirs(folder)
        # Sizes from a fifth to nine fifths of the mean.
        share = 0.2 + 1.6 * ((number * 7919) % 1000) / 999
        with open(f"{folder}/{number:06d}.txt", "wb") as file:
            file.write(source.read(int(size * share)) + source.readline())
PY
rm "$work/corpus"

cli_seconds() {
    local began ended
    began=$(date +%s.%N)
    dotnet "$dll" scan "$work/tree/bucket" --format jsonl --out "$work/cli.jsonl" 2>/dev/null || [ $? -le 1 ]
    ended=$(date +%s.%N)
    awk -v b="$began" -v e="$ended" 'BEGIN { printf "%.3f", e - b }'
}

export DLP__Data__Folder="$work/data" DLP__Bootstrap__AdminEmail=admin@example.test DLP__Bootstrap__AdminPassword=a-password-for-measuring-7
export DLP__Providers__LocalRoots__0="$work/tree" ASPNETCORE_URLS=http://127.0.0.1:0
dotnet "$dll" >"$work/app.log" 2>&1 &
app=$!
until url=$(sed -n 's/^DlpDashboard is at //p' "$work/app.log" | head -1) && [ -n "$url" ]; do
    kill -0 "$app" || { cat "$work/app.log" >&2; exit 1; }
    sleep 0.2
done

cat >"$work/run.py" <<'PY'
import http.cookiejar, json, sys, time, urllib.request
from datetime import datetime
url, root = sys.argv[1].rstrip("/") + "/api/v1", sys.argv[2]
opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
def call(method, path, body=None):
    request = urllib.request.Request(url + path, method=method, data=None if body is None else json.dumps(body).encode(), headers={"Content-Type": "application/json", "Accept": "application/json", "Origin": sys.argv[1].rstrip("/")})
    with opener.open(request) as answer:
        text = answer.read()
        return json.loads(text) if text else None
def when(text): return datetime.fromisoformat(text[:26].rstrip("Z").ljust(26, "0") if "." in text else text.rstrip("Z"))
call("POST", "/auth/login", {"email": "admin@example.test", "password": "a-password-for-measuring-7"})
endpoints = call("GET", "/endpoints")["items"]
endpoint = endpoints[0] if endpoints else call("POST", "/endpoints", {"name": "Measured", "provider": "local", "settings": {"root": root}})
scan = call("POST", "/scans", {"endpointId": endpoint["id"]})
while scan["state"] in ("queued", "running"):
    time.sleep(0.2)
    scan = call("GET", "/scans/" + scan["id"])
seconds = (when(scan["endedUtc"]) - when(scan["startedUtc"])).total_seconds()
print(json.dumps({"state": scan["state"], "seconds": seconds, "objects": scan["objects"]["done"], "bytes": scan["bytes"]["read"], "findings": scan["findings"], "detections": scan["detections"]}))
PY

for round in 1 2 3; do
    cli=$(cli_seconds)
    scan=$(python3 "$work/run.py" "$url" "$work/tree")
    peak=$(awk '/VmHWM/ { print int($2 / 1024) }' "/proc/$app/status")
    python3 - "$round" "$cli" "$scan" "$peak" "$(wc -l <"$work/cli.jsonl")" <<'PY'
import json, sys
round, cli, scan, peak, found = int(sys.argv[1]), float(sys.argv[2]), json.loads(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5])
print(json.dumps({"round": round, "kind": "first scan" if round == 1 else "scan again", "cliSeconds": cli, "appSeconds": scan["seconds"], "appToCli": round and __builtins__.round(cli / scan["seconds"], 2),
                  "megabytesPerSecond": int(scan["bytes"] / 1e6 / scan["seconds"]), "objectsPerSecond": int(scan["objects"] / scan["seconds"]), "findings": scan["findings"], "cliFindings": found, "appPeakMegabytes": peak, "state": scan["state"]}))
PY
done
