#!/usr/bin/env bash
# Ten thousand buckets of one organisation on PostgreSQL: how long routes and pages take, how fast risks are joined, and what a refresh of as many folders, killed on its way, takes in memory.
# usage: scripts/measure-buckets.sh [BUCKETS, 10000]
set -euo pipefail
cd "$(dirname "$0")/.."
report=$(mktemp)
trap 'rm -f "$report"' EXIT
[ -n "${DLP_NO_BUILD:-}" ] || dotnet build DlpDashboard.Tests -c Release --nologo -v q -clp:NoSummary
uptime
code=0
DLP_MEASURE_BUCKETS=${1:-10000} DLP_MEASURE_REFRESH=${1:-10000} DLP_MEASURE_REPORT=$report \
    dotnet test DlpDashboard.Tests -c Release --no-build --nologo --filter "FullyQualifiedName~ManyBucketsTests|FullyQualifiedName~PostureScaleTests|FullyQualifiedName~PostureKillTests" >"$report.log" || code=$?
cat "$report"
[ "$code" -eq 0 ] || tail -20 "$report.log"
rm -f "$report.log"
uptime
exit "$code"
