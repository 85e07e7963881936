#!/usr/bin/env bash
# Judges mutated bucket policies and watches for failures and for such as take long; and measures a policy of 20 KB.
# Usage: scripts/fuzz-policies.sh [policies, 1000000]
set -euo pipefail
cd "$(dirname "$0")/.."
report=$(mktemp)
trap 'rm -f "$report" "$report.20k"' EXIT
[ -n "${DLP_NO_BUILD:-}" ] || dotnet build DlpDashboard.Tests -c Release --nologo -v q -clp:NoSummary
code=0
DLP_FUZZ_POLICIES=${1:-1000000} DLP_FUZZ_REPORT=$report dotnet test DlpDashboard.Tests -c Release --no-build --nologo -v q --filter "FullyQualifiedName~PolicyFuzzTests" >/dev/null || code=$?
cat "$report" "$report.20k"
exit "$code"
