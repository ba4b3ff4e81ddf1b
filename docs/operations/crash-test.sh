#!/usr/bin/env bash
# Kills the platform, its PostgreSQL, or both with kill -9 in the middle of a load, restarts them,
# and checks that everything answered with 2xx is there, once. The load is the walkthrough's:
# projects with steward, mandate, plan, uploads, facts decided elsewhere and a parcel, a simulated
# approval that turns formal when the land is allocated, and applications from submission to
# delivery, with and without a project. Needs a built application
# (mvn verify or mvn package), curl, jq and psql. Usage: docs/operations/crash-test.sh [rounds]
set -euo pipefail
cd "$(dirname "$0")/../.."

rounds=${1:-20}
workers=${WORKERS:-4}
jar=$(ls modules/app/target/app-*-exec.jar)
java=${JAVA:-$(ls -d /usr/lib/jvm/*25*/bin/java | head -n 1)}
root=$(mktemp -d)
port=${PORT:-18080}
address=http://localhost:$port
application=""
round=0
. docs/operations/load.sh

gone() { while kill -0 "$application" 2>/dev/null; do sleep 0.1; done; }

finish() {
    if [ -n "$application" ]; then
        kill "$application" 2>/dev/null || true
        gone
    fi
    [ -n "${KEEP:-}" ] || rm -rf "$root"
}
trap finish EXIT

fail() {
    echo "FAILED in round $round: $*"
    KEEP=1
    echo "kept: $root"
    exit 1
}

start() {
    "$java" -Xmx1g -Dxiangmuzhang.root="$root" -jar "$jar" --server.port="$port" >> "$root/log" 2>&1 &
    application=$!
    disown
    local tries
    for tries in $(seq 1 900); do
        if curl -sf "$address/actuator/health" | grep -q '"UP"'; then return; fi
        kill -0 "$application" 2>/dev/null || { tail -n 40 "$root/log"; fail "the application did not start"; }
        sleep 0.2
    done
    fail "the application was not ready in three minutes"
}

sql() {
    PGPASSWORD=$(cat "$root/.data/postgresql.password") psql -X -A -t -q -v ON_ERROR_STOP=1 \
        -h 127.0.0.1 -p "$(tr -dc 0-9 < "$root/.data/postgresql.port")" -U xiangmuzhang -d xiangmuzhang -c "$1"
}

start
prepare

for round in $(seq 1 "$rounds"); do
    rm -f "$root/stop"
    pids=()
    for number in $(seq 1 "$workers"); do
        worker "$number" &
        pids+=($!)
    done
    sleep "$((5 + RANDOM % 6)).$((RANDOM % 10))"

    postmaster=$(head -n 1 "$root/.data/postgresql/postmaster.pid")
    case $((round % 4)) in
    0) killed="both at once" && kill -9 "$postmaster" "$application" ;;
    1) killed="Java, then PostgreSQL" && kill -9 "$application" && kill -9 "$postmaster" ;;
    2) killed="PostgreSQL under the living Java" && kill -9 "$postmaster" && sleep 2 && kill -9 "$application" ;;
    3) killed="Java alone" && kill -9 "$application" ;;
    esac
    touch "$root/stop"
    wait "${pids[@]}" || true
    gone
    start
    tokens

    # What had no answer is asked again under its old key: it happens now, or had happened once.
    while read -r file; do
        send "$file" || fail "no answer when asked again: $(tail -n 2 "$root/refused")"
    done < <(find "$pending" -type f | sort)

    same_answers "r$round-"
    nothing_lost_nothing_twice || fail "$findings"
    echo "round $round ($killed): so far $registered projects, $planned plans, $parcels parcels, $allocated turned formal, $submitted applications submitted, $decided decided, $delivered delivered; nothing lost, nothing twice"
done
echo "$rounds rounds: nothing lost, nothing twice"
