#!/usr/bin/env bash
# Unpacks the application and makes the JVM's cache of what a start and the first minutes of work
# have loaded, linked and counted (JEP 483, 514, 515), so that the next start is shorter and the
# compiler has less to do. The cache holds for this JDK and these files alone: make it anew after
# an upgrade of either. Works on a database of its own, below the folder, which is removed again.
# Needs a JDK 25, curl, and jq for the walk through three projects.
# Usage: docs/operations/ahead-of-time.sh FOLDER [jar]
set -euo pipefail

here=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mkdir -p "$1" && cd "$1" && pwd)
jar=$(realpath "${2:-$(ls "$here"/modules/app/target/*-exec.jar)}")
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
port=${PORT:-18080}
data=$(mktemp -d "$folder/training.XXXXXX")
trap 'rm -rf "$data"' EXIT

rm -rf "$folder/application"
"$java" -Djarmode=tools -jar "$jar" extract --destination "$folder/application"
main=$(ls "$folder"/application/*.jar)

"$java" -XX:AOTCacheOutput="$folder/application/application.aot" \
    -Dxiangmuzhang.root="$data" -jar "$main" --server.port="$port" > "$folder/training.log" 2>&1 &
application=$!
until [ "$(curl -s -o /dev/null -w '%{http_code}' "http://localhost:$port/actuator/health")" = 200 ]; do
    kill -0 "$application" # ends the script when the application has ended
    sleep 1
done
if command -v jq > /dev/null; then
    "$here/docs/walkthrough.sh" "http://localhost:$port" >> "$folder/training.log" 2>&1
fi
kill "$application"
wait "$application" || true # ended by a signal, as it should be
test -s "$folder/application/application.aot"
printf 'java -XX:AOTCache=%s -jar %s\n' "$folder/application/application.aot" "$main"
