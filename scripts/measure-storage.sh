#!/usr/bin/env bash
# Measures how long the app takes to count OBJECTS files in BUCKETS folders, how much memory that takes, and how fast it then answers for the list of sizes.
# usage: scripts/measure-storage.sh [OBJECTS] [BUCKETS]
set -euo pipefail
cd "$(dirname "$0")/.."
readonly objects=${1:-100000} buckets=${2:-10000} rounds=100
readonly app=$PWD/DlpDashboard/bin/Release/net10.0/DlpDashboard.dll
[ -f "$app" ] || dotnet build DlpDashboard -c Release --nologo -v q -clp:NoSummary
work=$(mktemp -d)
chmod 755 "$work"
pid=
finish() {
    [ -z "$pid" ] || { kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; }
    rm -rf "$work"
}
trap finish EXIT

python3 - "$work/tree" "$objects" "$buckets" <<'PY'
import os, sys
root, objects, buckets = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
for bucket in range(buckets):
    folder = f"{root}/bucket-{bucket:05d}/part-{bucket % 7}"
    os.makedirs(folder)
    for at in range(bucket, objects, buckets):
        with open(f"{folder}/{at:07d}.e{at % 90}", "wb") as file:
            file.truncate(at % 100_000)
PY

cd "$work"
export DLP__Data__Folder=$work/data DLP__Bootstrap__AdminEmail=admin@example.test DLP__Bootstrap__AdminPassword=a-password-for-measuring-7
export DLP__Providers__LocalRoots__0=$work/tree ASPNETCORE_URLS=http://127.0.0.1:0 DLP__Web__RequestsPerMinute=100000
dotnet "$app" > app.log 2>&1 &
pid=$!
for _ in $(seq 120); do
    base=$(sed -n 's/^DlpDashboard is at //p' app.log)
    [ -z "$base" ] || break
    sleep 1
done
base=${base%/}

python3 -u - "$base" "$work/tree" "$pid" "$rounds" <<'PY'
import http.cookiejar, json, sys, time, urllib.request
base, root, pid, rounds = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
def ask(path, body=None, method=None):
    data = json.dumps(body).encode() if body is not None else (b"" if method == "POST" else None)
    request = urllib.request.Request(base + path, data, {"Content-Type": "application/json", "Origin": base})
    return json.load(opener.open(request))
def memory(name):
    return next(int(line.split()[1]) // 1024 for line in open(f"/proc/{pid}/status") if line.startswith(name))
ask("/api/v1/auth/login", {"email": "admin@example.test", "password": "a-password-for-measuring-7"})
endpoint = ask("/api/v1/endpoints", {"name": "Measured", "provider": "local", "settings": {"root": root}})["id"]
before = memory("VmRSS")
ask(f"/api/v1/storage/endpoints/{endpoint}/measure", method="POST")
while True:
    run = ask(f"/api/v1/storage/measures?endpoint={endpoint}")["items"][0]
    if run["state"] in ("completed", "failed"):
        break
    time.sleep(1)
from datetime import datetime
parse = lambda text: datetime.fromisoformat(text.replace("Z", "+00:00"))
seconds = (parse(run["endedUtc"]) - parse(run["startedUtc"])).total_seconds()
print(f"measured: {run['state']}, {run['objects']} objects in {run['buckets']} buckets, {seconds:.1f} s, {run['objects'] / seconds:.0f} objects/s")
print(f"memory: {before} MB before, at most {memory('VmHWM')} MB")
for name, path in (("list", "/api/v1/storage/size?limit=50"), ("by growth", "/api/v1/storage/size?limit=50&sort=growth"), ("search", "/api/v1/storage/size?limit=50&q=777"), ("providers", "/api/v1/providers")):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        ask(path)
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    print(f"{name}: median {times[rounds // 2]:.0f} ms, 95th percentile {times[rounds * 95 // 100]:.0f} ms")
PY
