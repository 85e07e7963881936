#!/usr/bin/env bash
# Seeks anew which fingerprints of the detectors share a bucket of the prefilter, and keeps it in DlpDashboard/Detection/Matching/Layout.txt.
set -euo pipefail
cd "$(dirname "$0")/.."
DLP_RENEW_LAYOUT=1 dotnet test DlpDashboard.Tests -c Release --nologo -v q --filter "FullyQualifiedName~LayoutTests"
git --no-pager diff --stat -- DlpDashboard/Detection/Matching/Layout.txt
