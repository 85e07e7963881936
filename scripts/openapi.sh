#!/usr/bin/env bash
# Writes the description of the REST routes anew, docs/openapi.json, as the app gives it at /openapi/v1.json. A test holds the app to that file.
set -euo pipefail
cd "$(dirname "$0")/.."
DLP_RENEW_OPENAPI=1 dotnet test DlpDashboard.Tests -c Release --nologo -v q --filter "FullyQualifiedName~OpenApiSnapshotTests"
git --no-pager diff --stat -- docs/openapi.json
