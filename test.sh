#!/usr/bin/env bash
# Installs what is missing and runs every test, real servers and browser included. Ends with "N passed, N failed, N skipped".
set -euo pipefail
cd "$(dirname "$0")"
. scripts/packages.sh

missing=()
postgres_is_there || missing+=(postgresql)
command -v chromium >/dev/null || missing+=(chromium)
[ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] || missing+=(fonts-dejavu-core)
command -v ceph-mon >/dev/null || missing+=(ceph-mon)
command -v ceph-osd >/dev/null || missing+=(ceph-osd)
command -v radosgw >/dev/null || missing+=(radosgw)
command -v ceph >/dev/null || missing+=(ceph-common)
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)
[ "${#missing[@]}" -eq 0 ] || install_packages "${missing[@]}"

# Only for tests: the accessibility checks that run in the browser.
(cd DlpDashboard.Tests && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)

dotnet build DlpDashboard.sln -c Release --nologo -v q -clp:NoSummary

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
code=0
dotnet test DlpDashboard.sln -c Release --no-build --nologo --logger "trx" --results-directory "$results" "$@" || code=$?

# The sum over all projects; a run that left no results is a failure, whatever it said.
count() { { grep -ho "<Counters [^>]*>" "$results"/*.trx 2>/dev/null || true; } | { grep -o " $1=\"[0-9]*\"" || true; } | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'; }
total=$(count total)
executed=$(count executed)
passed=$(count passed)
failed=$((executed - passed))
skipped=$((total - executed))
[ "$total" -gt 0 ] || { echo "No test ran." >&2; code=1; }
[ "$failed" -eq 0 ] || code=1
if [ "${CI:-}" = true ] && [ "$skipped" -gt 0 ]; then
    echo "Nothing may be skipped where CI=true." >&2
    code=1
fi

echo "$passed passed, $failed failed, $skipped skipped"
exit "$code"
