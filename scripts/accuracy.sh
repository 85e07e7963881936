#!/usr/bin/env bash
# Measures the detectors on the public data beside the repository and on text of this machine, and writes docs/accuracy.md.
# Ordinary text: DLP_ACCURACY_TEXT="kind=folder:folder;kind=folder" overrides what is looked for below.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
data=../shared/data
if [ -f "$data/pii-sentences.json.xz" ]; then
  xz -dc "$data/pii-sentences.json.xz" > "$work/sentences.json"
  export DLP_ACCURACY_SENTENCES="$work/sentences.json"
else
  echo "No labelled sentences in $data: that part is left out." >&2
fi
[ -f "$data/pii-cases.jsonl" ] || echo "No published cases in $data: that part is left out." >&2

kind() { # name folder…: the folders that are there
  local name=$1 found=""
  shift
  for folder in "$@"; do [ -d "$folder" ] && found="$found:$folder"; done
  [ -n "$found" ] && printf '%s=%s;' "$name" "${found:1}" || true
}

if [ -z "${DLP_ACCURACY_TEXT:-}" ]; then
  DLP_ACCURACY_TEXT="$(kind documentation /usr/share/doc)$(kind "manuals and translations" /usr/share/info /usr/share/locale /usr/share/i18n)"
  DLP_ACCURACY_TEXT+="$(kind "Perl and Python sources" /usr/share/perl /usr/share/perl5 /usr/lib/python3 /usr/lib/python3.11 /usr/lib/python3.12 /usr/lib/python3.13)"
  DLP_ACCURACY_TEXT+="$(kind "JavaScript sources" /usr/lib/node_modules /usr/local/lib/node_modules /usr/share/nodejs)$(kind "C and C++ headers" /usr/include)"
  DLP_ACCURACY_TEXT+="$(kind ".NET documentation in XML" "$HOME/.nuget/packages" /usr/share/dotnet/packs /usr/lib/dotnet/packs)$(kind logs /var/log)"
fi
export DLP_ACCURACY_TEXT DLP_RENEW_ACCURACY=1
dotnet test DlpDashboard.Tests -c Release --nologo -v q ${DLP_NO_BUILD:+--no-build} --filter "FullyQualifiedName~AccuracyReport"
git --no-pager diff --stat -- docs/accuracy.md
