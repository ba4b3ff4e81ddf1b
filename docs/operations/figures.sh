#!/usr/bin/env bash
# Prints start to ready (JVM start to health UP; first start and a later one), resident memory and
# the size of .data. Needs a built application and curl. Usage: docs/operations/figures.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

jar=$(ls modules/app/target/app-*-exec.jar)
java=${JAVA:-$(ls -d /usr/lib/jvm/*25*/bin/java | head -n 1)}
root=$(mktemp -d)
port=${PORT:-18081}
application=""
trap 'kill "$application" 2>/dev/null || true; wait "$application" 2>/dev/null || true; rm -rf "$root"' EXIT

start() {
    local begin
    begin=$(date +%s%N)
    "$java" -Dxiangmuzhang.root="$root" -jar "$jar" --server.port="$port" > "$root/log" 2>&1 &
    application=$!
    until curl -sf "http://localhost:$port/actuator/health" | grep -q '"UP"'; do
        kill -0 "$application" || { cat "$root/log"; exit 1; }
        sleep 0.05
    done
    echo "$1: $((($(date +%s%N) - begin) / 1000000)) ms to ready"
}

start "first start"
sleep 5
echo "resident memory of the application: $(($(awk '/VmRSS/ {print $2}' "/proc/$application/status") / 1024)) MiB"
kill "$application"
wait "$application" || true
start "later start"
kill "$application"
wait "$application" || true
echo "size of .data: $(du -sm "$root/.data" | cut -f 1) MiB, of which PostgreSQL's programs $(du -sm "$root"/.data/postgresql-*/ | cut -f 1 | head -n 1) MiB"
