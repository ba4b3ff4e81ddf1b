#!/usr/bin/env bash
# Kills the platform and its PostgreSQL with kill -9 in the middle of a load, restarts them, and
# checks that everything answered with 2xx is there, once. Needs a built application (mvn verify or
# mvn package), curl, jq and psql. Usage: docs/operations/crash-test.sh [rounds]
set -euo pipefail
cd "$(dirname "$0")/../.."

rounds=${1:-20}
workers=${WORKERS:-4}
place=140500
secret=xiangmuzhang
jar=$(ls modules/app/target/app-*-exec.jar)
java=${JAVA:-$(ls -d /usr/lib/jvm/*25*/bin/java | head -n 1)}
root=$(mktemp -d)
port=${PORT:-18080}
address=http://localhost:$port
acknowledged=$root/acknowledged
pending=$root/pending
mkdir -p "$acknowledged" "$pending"
application=""
round=0

finish() {
    if [ -n "$application" ]; then
        kill "$application" 2>/dev/null || true
        wait "$application" 2>/dev/null || true
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
    local tries
    for tries in $(seq 1 900); do
        if curl -sf "$address/actuator/health" | grep -q '"UP"'; then return; fi
        kill -0 "$application" 2>/dev/null || { tail -n 40 "$root/log"; fail "the application did not start"; }
        sleep 0.2
    done
    fail "the application was not ready in three minutes"
}

key() { cat /proc/sys/kernel/random/uuid; }

tokens() {
    local login
    for login in "applicant-$place" "clerk-$place" "approver-ndrc-$place"; do
        curl -sS --fail-with-body -u "$login:$secret" -d grant_type=client_credentials \
            "$address/oauth2/token" | jq -r .access_token > "$root/token-$login"
    done
}

# post FILE: sends the kept request and prints status and answer.
post() {
    curl -sS -m 20 -w '\n%{http_code}' -X POST \
        -H "Authorization: Bearer $(cat "$root/token-$(jq -r .login "$1")")" \
        -H "Idempotency-Key: $(jq -r .key "$1")" -H 'If-Match: *' -H 'Content-Type: application/json' \
        -d "$(jq -c .body "$1")" "$address$(jq -r .path "$1")" 2>/dev/null
}

# send FILE: on 2xx the request moves to the acknowledged ones, with its answer.
send() {
    local file=$1 answer status
    answer=$(post "$file") || return 1
    status=${answer##*$'\n'}
    case $status in
    2*)
        printf '%s' "${answer%$'\n'*}" > "$acknowledged/$(basename "$file").answer"
        mv "$file" "$acknowledged/"
        ;;
    *)
        printf '%s %s\n' "$(basename "$file")" "$answer" >> "$root/refused"
        return 1
        ;;
    esac
}

# ask NAME LOGIN PATH BODY: keeps the request before it is sent.
ask() {
    jq -n --arg login "$2" --arg path "$3" --argjson body "$4" --arg key "$(key)" \
        '{login: $login, path: $path, body: $body, key: $key}' > "$pending/$1"
    send "$pending/$1"
}

# One application after the other, from submission to delivery.
worker() {
    local number=$1 turn=0 id task name
    while [ ! -e "$root/stop" ]; do
        turn=$((turn + 1))
        id=$(key)
        name="r$round-w$number-t$turn"
        ask "$name-1submit" "applicant-$place" /api/intake/applications \
            "{\"id\":\"$id\",\"items\":[{\"code\":\"ENERGY-COMMIT\",\"mode\":\"FORMAL\"}],\"materials\":$materials}" || return 0
        task=$(jq -r '.tasks[0].id' "$acknowledged/$name-1submit.answer")
        ask "$name-2accept" "clerk-$place" "/api/intake/applications/$id/acceptance" '{}' || return 0
        ask "$name-3decide" "approver-ndrc-$place" "/api/intake/tasks/$task/decision" '{"outcome":"APPROVED"}' || return 0
        ask "$name-4deliver" "clerk-$place" "/api/intake/applications/$id/delivery" '{}' || return 0
    done
}

sql() {
    PGPASSWORD=$(cat "$root/.data/postgresql.password") psql -X -A -t -q -v ON_ERROR_STOP=1 \
        -h 127.0.0.1 -p "$(tr -dc 0-9 < "$root/.data/postgresql.port")" -U xiangmuzhang -d xiangmuzhang -c "$1"
}

count() { find "$acknowledged" -name "*-$1" | wc -l; }

start
tokens
printf '%%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF\n' > "$root/paper.pdf"
paper=$(curl -sS --fail-with-body -H "Authorization: Bearer $(cat "$root/token-applicant-$place")" \
    -H "Idempotency-Key: $(key)" -F "file=@$root/paper.pdf" "$address/api/files" | jq -r .id)
materials=$(curl -sS --fail-with-body -H "Authorization: Bearer $(cat "$root/token-applicant-$place")" \
    "$address/api/catalog/items/ENERGY-COMMIT?region=$place" |
    jq -c --arg file "$paper" '[.materials[] | select(.required) | {material: .id, file: $file}]')

for round in $(seq 1 "$rounds"); do
    rm -f "$root/stop"
    pids=()
    for number in $(seq 1 "$workers"); do
        worker "$number" &
        pids+=($!)
    done
    sleep "$((3 + RANDOM % 4)).$((RANDOM % 10))"

    postmaster=$(head -n 1 "$root/.data/postgresql/postmaster.pid")
    if [ $((round % 2)) = 0 ]; then
        kill -9 "$postmaster" "$application"
    else
        kill -9 "$application"
        kill -9 "$postmaster"
    fi
    touch "$root/stop"
    wait "${pids[@]}" || true
    wait "$application" 2>/dev/null || true
    start
    tokens

    # What had no answer is asked again under its old key: it happens now, or had happened once.
    while read -r file; do
        send "$file" || fail "no answer when asked again: $(tail -n 2 "$root/refused")"
    done < <(find "$pending" -type f | sort)

    # What was answered gives the same answer again.
    while read -r file; do
        again=$(post "$file")
        [ "${again%$'\n'*}" = "$(cat "$file.answer")" ] || fail "another answer for $file: $again"
    done < <(find "$acknowledged" -name "r$round-*" ! -name '*.answer' | shuf -n 20)

    submitted=$(count 1submit) decided=$(count 3decide) delivered=$(count 4deliver)
    while read -r event expected; do
        counted=$(sql "select count(*) || ' ' || count(distinct subject) from eventlog.event where payload_type = '$event'")
        [ "$counted" = "$expected $expected" ] ||
            fail "$event: acknowledged $expected, in the log $counted (events, subjects)"
    done <<< "intake.application-submitted $submitted
intake.item-decided $decided
intake.application-delivered $delivered"
    stored=$(sql "select count(*) from intake.application")
    [ "$stored" = "$submitted" ] || fail "acknowledged $submitted applications, stored $stored"
    for tries in $(seq 1 300); do
        seen=$(sql "select count(*) from supervision.task where ended_on is not null")
        [ "$seen" = "$decided" ] && break
        sleep 0.2
    done
    [ "$seen" = "$decided" ] || fail "the time ledger closed $seen of $decided items"
    echo "round $round: $submitted submitted, $decided decided, $delivered delivered so far; nothing lost, nothing twice"
done
echo "$rounds rounds: nothing lost, nothing twice"
