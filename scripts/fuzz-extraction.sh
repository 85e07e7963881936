#!/usr/bin/env bash
# Extracts damaged files of all kinds and watches for crashes, more than five seconds and too much memory.
# Usage: scripts/fuzz-extraction.sh [files, 200000] [first seed, 1] [only kinds whose name contains this]
# Prints how the files ended, and for each problem the seed that repeats it: scripts/fuzz-extraction.sh 1 SEED.
set -euo pipefail
cd "$(dirname "$0")/.."
report=$(mktemp)
trap 'rm -f "$report"' EXIT
dotnet build DlpDashboard.Tests -c Release --nologo -v q -clp:NoSummary
code=0
DLP_FUZZ_FILES=${1:-200000} DLP_FUZZ_SEED=${2:-1} DLP_FUZZ_ONLY=${3:-} DLP_FUZZ_REPORT=$report \
    dotnet test DlpDashboard.Tests -c Release --no-build --nologo -v q --filter "FullyQualifiedName~FuzzTests.No_damaged_file" >/dev/null || code=$?
cat "$report"
exit "$code"
