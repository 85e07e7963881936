#!/usr/bin/env bash
# Makes the migration "Initial" anew from the model, for both database providers. Only while nothing is released:
# afterwards each change of the model is a migration of its own (dotnet ef migrations add NAME, once a context).
set -euo pipefail
cd "$(dirname "$0")/.."

# One id that never changes, so that two people who regenerate differ only in what their models differ in.
readonly id=20261121000000_Initial
readonly project=DlpDashboard
readonly data="$project/Data"

# What was there comes back if the model does not build.
kept=$(mktemp -d)
finish() {
    local code=$?
    if [ "$code" -ne 0 ]; then
        for provider in PostgreSql SqlServer; do
            rm -rf "$data/$provider/Migrations"
            [ ! -d "$kept/$provider" ] || mv "$kept/$provider" "$data/$provider/Migrations"
        done
        echo "Nothing was changed." >&2
    fi
    rm -rf "$kept"
}
trap finish EXIT

for provider in PostgreSql SqlServer; do
    [ ! -d "$data/$provider/Migrations" ] || mv "$data/$provider/Migrations" "$kept/$provider"
done

echo "Building …"
dotnet tool restore >/dev/null
dotnet build "$project" -c Release -m:1 --nologo -v q -clp:NoSummary -p:RunAnalyzers=false

for provider in PostgreSql SqlServer; do
    folder="$data/$provider/Migrations"
    dotnet ef migrations add Initial --project "$project" --context "${provider}DlpDbContext" \
        --output-dir "Data/$provider/Migrations" --configuration Release --no-build >/dev/null
    made=$(basename "$(ls "$folder"/*_Initial.cs)" .cs)
    mv "$folder/$made.cs" "$folder/$id.cs"
    sed "s/$made/$id/" "$folder/$made.Designer.cs" > "$folder/$id.Designer.cs"
    rm "$folder/$made.Designer.cs"
    # A byte order mark would be the only ones in the repository.
    sed -i '1s/^\xEF\xBB\xBF//' "$folder"/*.cs
    echo "$folder/$id.cs"
done
