#!/usr/bin/env bash
# Installs what is missing, builds and serves the app on http://127.0.0.1:5080 (another address: DLP__Web__Url or ASPNETCORE_URLS).
# Arguments go to the app; --demo gives an empty database an endpoint over made-up files, its first scan and schedules.
set -euo pipefail
cd "$(dirname "$0")"
. scripts/packages.sh

if [ -z "${DLP__Database__ConnectionString:-}" ] && ! postgres_is_there; then
    install_packages postgresql
fi

dotnet publish DlpDashboard -c Release -o artifacts/app --nologo -v q -clp:NoSummary

export DLP__Data__Folder="${DLP__Data__Folder:-$PWD/data}"
export ASPNETCORE_URLS="${DLP__Web__Url:-${ASPNETCORE_URLS:-http://127.0.0.1:5080}}"

# The app takes this shell's place, so that Ctrl-C and a stop by process id reach it and nothing else is left.
exec dotnet artifacts/app/DlpDashboard.dll "$@"
