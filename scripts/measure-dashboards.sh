#!/usr/bin/env bash
# Many open dashboards while scans run: click latency, drawings a second, memory of a window. usage: scripts/measure-dashboards.sh [WINDOWS] [SECONDS] [FILES] [MEGABYTES]
# Windows are circuits opened as the browser opens them (circuit-client.mjs; needs Node 20). The files are the mixed corpus of `bench`, cut at line ends.
set -euo pipefail
cd "$(dirname "$0")/.."
windows=${1:-300} seconds=${2:-60} files=${3:-20000} megabytes=${4:-1000}
dll=${DLP_DLL:-DlpDashboard/bin/Release/net10.0/DlpDashboard.dll}
[ -f "$dll" ] || dotnet build DlpDashboard -c Release --nologo -v q
work=$(mktemp -d)
chmod 711 "$work"
app=
trap '[ -z "$app" ] || { kill "$app" 2>/dev/null && wait "$app" 2>/dev/null; } || true; rm -rf "$work"' EXIT

mkdir -p "$work/tree/bucket"
dotnet "$dll" bench --size "$megabytes" --kind mixed --write "$work/corpus" --format json >/dev/null
split -n "l/$files" -a 5 -d --additional-suffix=.txt "$work/corpus" "$work/tree/bucket/rows-"
rm "$work/corpus"

export DLP__Data__Folder="$work/data" DLP__Bootstrap__AdminEmail=admin@example.test DLP__Bootstrap__AdminPassword=a-password-for-measuring-7
export DLP__Providers__LocalRoots__0="$work/tree" DLP__Windows__PerPerson=10000 DLP__Web__RequestsPerMinute=100000 ASPNETCORE_URLS=http://127.0.0.1:0
: >"$work/app.log"
dotnet "$dll" >"$work/app.log" 2>&1 &
app=$!
until url=$(sed -n 's/^DlpDashboard is at //p' "$work/app.log" | head -1) && [ -n "$url" ]; do
    kill -0 "$app" || { cat "$work/app.log" >&2; exit 1; }
    sleep 0.2
done
uptime
node scripts/measure-dashboards.mjs "${url%/}" "$app" "$work/tree" "$windows" "$seconds" || { tail -c 3000 "$work/app.log" >&2; exit 1; }
uptime
echo "warnings and errors in the log: $(grep -c '"LogLevel":"\(Error\|Warning\)"' "$work/app.log")"
grep '"LogLevel":"\(Error\|Warning\)"' "$work/app.log" | cut -c1-400 | head -5 || true
