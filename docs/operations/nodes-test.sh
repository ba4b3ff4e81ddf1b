#!/usr/bin/env bash
# Three nodes on one PostgreSQL behind a proxy, under the load of crash-test.sh, whose clients send
# again, under the same Idempotency-Key, what had no answer or was to come later.
#   nodes-test.sh rolling [times]   restarts one node after the other while the load goes on: no
#                                   client hears an error
#   nodes-test.sh kill [kills]      kills a node at random with kill -9, every fifth time
#                                   PostgreSQL, restarts it, and checks in the end that nothing
#                                   acknowledged is lost and nothing happened twice. Adds a line
#                                   for each kind to docs/operations/kills.csv, so that runs add up.
#   nodes-test.sh delay [events]    measures how long an event appended by one node takes until a
#                                   consumer on another has stored its effect
# Needs a built application (mvn verify or mvn package), curl, jq, psql, and the programs of a
# PostgreSQL 15 or newer (PGBIN names their folder).
set -euo pipefail
cd "$(dirname "$0")/../.."

mode=${1:-rolling}
amount=${2:-}
workers=${WORKERS:-4}
jar=$(ls modules/app/target/app-*-exec.jar)
java=${JAVA:-$(ls -d /usr/lib/jvm/*25*/bin/java | head -n 1)}
programs=${PGBIN:-}
for folder in target/postgresql-*/bin .data/postgresql-*/bin /usr/lib/postgresql/*/bin; do
    [ -n "$programs" ] || [ ! -x "$folder/initdb" ] || programs=$(realpath "$folder")
done
root=$(mktemp -d)
base=${PORT:-18100}
address=http://localhost:$base
patience=180
round=0
declare -A node=()
. docs/operations/load.sh

run() { if [ "$(id -u)" = 0 ]; then unshare -U "$@"; else "$@"; fi; }

fail() {
    echo "FAILED: $*"
    KEEP=1
    echo "kept: $root"
    exit 1
}

finish() {
    touch "$root/stop"
    local number
    for number in "${!node[@]}"; do kill "${node[$number]}" 2> /dev/null || true; done
    for number in "${!node[@]}"; do while kill -0 "${node[$number]}" 2> /dev/null; do sleep 0.1; done; done
    [ -z "${proxy:-}" ] || kill "$proxy" 2> /dev/null || true
    [ ! -e "$root/pg/postmaster.pid" ] || kill -INT "$(head -n 1 "$root/pg/postmaster.pid")" 2> /dev/null || true
    sleep 1
    [ -n "${KEEP:-}" ] || rm -rf "$root"
}
trap finish EXIT

sql() { psql -X -A -t -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p $((base + 9)) -U xiangmuzhang -d xiangmuzhang -c "$1"; }

postgres() {
    local tries
    for tries in $(seq 1 60); do
        if [ ! -e "$root/pg/postmaster.pid" ] || ! kill -0 "$(head -n 1 "$root/pg/postmaster.pid")" 2> /dev/null; then
            run "$programs/postgres" -D "$root/pg" -p $((base + 9)) -c listen_addresses=127.0.0.1 \
                -c unix_socket_directories= -c max_connections=150 >> "$root/postgres.log" 2>&1 &
            disown
        fi
        sleep 0.5
        if sql 'select 1' > /dev/null 2>&1; then return; fi
    done
    fail "PostgreSQL does not answer: $(tail -n 3 "$root/postgres.log")"
}

launch() { # NUMBER
    "$java" -Xmx640m -XX:TieredStopAtLevel=1 -Dxiangmuzhang.root="$root/node-$1" -jar "$jar" \
        --server.port=$((base + $1)) --xiangmuzhang.files.directory="$root/files" \
        --spring.datasource.url="jdbc:postgresql://127.0.0.1:$((base + 9))/xiangmuzhang" \
        --spring.datasource.username=xiangmuzhang --spring.datasource.password=none \
        --xiangmuzhang.drain=2s >> "$root/log-$1" 2>&1 &
    node[$1]=$!
    disown
}

ready() { # NUMBER
    local tries
    for tries in $(seq 1 900); do
        if curl -sf -m 2 -o /dev/null "http://localhost:$((base + $1))/actuator/health/readiness"; then return; fi
        kill -0 "${node[$1]}" 2> /dev/null || fail "node $1 did not start: $(tail -n 20 "$root/log-$1")"
        sleep 0.2
    done
    fail "node $1 was not ready in three minutes"
}

load() {
    rm -f "$root/stop"
    round=$((round + 1))
    pids=()
    local number
    for number in $(seq 1 "$workers"); do
        worker "$number" &
        pids+=($!)
    done
}

# Ends the load; a worker that stops before has heard an error.
relax() {
    touch "$root/stop"
    wait "${pids[@]}" || true
    [ ! -s "$root/refused" ] || fail "a client heard an error: $(head -c 1000 "$root/refused")"
    [ -z "$(ls -A "$pending")" ] || fail "not answered: $(ls "$pending")"
}

mkdir -p "$root/files"
run "$programs/initdb" -D "$root/pg" -U postgres -A trust -E UTF8 --locale=C > "$root/initdb.log"
printf 'track_commit_timestamp = on\n' >> "$root/pg/postgresql.conf"
sql() { psql -X -A -t -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p $((base + 9)) -U postgres -d postgres -c "$1"; }
postgres
sql 'create role xiangmuzhang login'
sql 'create database xiangmuzhang owner xiangmuzhang'
sql() { psql -X -A -t -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p $((base + 9)) -U xiangmuzhang -d xiangmuzhang -c "$1"; }
"$java" docs/operations/Proxy.java "$base" $((base + 1)) $((base + 2)) $((base + 3)) > "$root/proxy.log" 2>&1 &
proxy=$!
disown
launch 1
ready 1
launch 2
launch 3
ready 2
ready 3
until curl -sf -m 2 -o /dev/null "$address/actuator/health/readiness"; do sleep 0.2; done
prepare

case $mode in
rolling)
    for round in $(seq 1 "${amount:-1}"); do
        load
        for number in 1 2 3; do
            sleep 3
            kill "${node[$number]}"
            while kill -0 "${node[$number]}" 2> /dev/null; do sleep 0.1; done
            launch "$number"
            ready "$number"
        done
        relax
        nothing_lost_nothing_twice
        echo "rolling restart $round: $registered projects, $submitted applications submitted, $delivered delivered; no client heard an error"
    done
    ;;
kill)
    declare -A kills=([node]=0 [postgresql]=0)
    load
    for turn in $(seq 1 "${amount:-10}"); do
        sleep "$((2 + RANDOM % 4)).$((RANDOM % 10))"
        if [ $((turn % 5)) = 0 ]; then
            kind=postgresql
            kill -9 "$(head -n 1 "$root/pg/postmaster.pid")"
            postgres
        else
            kind=node
            number=$((1 + RANDOM % 3))
            kill -9 "${node[$number]}"
            began=$SECONDS
            # while it is away, the others have all of its work
            until [ "$(sql "select count(*) from eventlog.token where owner is null or owner like '${node[$number]}@%' or timestamp::timestamptz < now() - interval '10 seconds'")" = 0 ]; do
                [ $((SECONDS - began)) -lt 60 ] || fail "nobody has taken over from node $number in a minute"
                sleep 0.5
            done
            echo "kill $turn: node $number, taken over after $((SECONDS - began)) s"
            launch "$number"
        fi
        for number in 1 2 3; do ready "$number"; done
        kills[$kind]=$((kills[$kind] + 1))
        [ $((turn % 10)) != 0 ] || tokens
    done
    relax
    nothing_lost_nothing_twice
    written=$(find "$acknowledged" -name '*.answer' | wc -l)
    commit=$(git rev-parse --short HEAD)
    for kind in node postgresql; do
        [ "${kills[$kind]}" = 0 ] || echo "$(date -u +%F),$commit,$kind,${kills[$kind]},$written,0,0" >> docs/operations/kills.csv
    done
    echo "${kills[node]} kills of nodes and ${kills[postgresql]} of PostgreSQL: $written changes acknowledged, nothing lost, nothing twice"
    awk -F, 'NR > 1 { kills[$3] += $4 } END { for (kind in kills) print "so far in kills.csv: " kills[kind], kind }' docs/operations/kills.csv
    ;;
delay)
    [ "$(sql "select count(*) from eventlog.token where owner like '${node[2]}@%'")" = 0 ] || fail "node 2 has consumers of its own"
    address=http://localhost:$((base + 2))
    for turn in $(seq 1 "${amount:-100}"); do
        ask "delay-$turn-register" "steward-$place" /api/projects \
            "{\"name\":\"delay $turn\",\"projectType\":\"PT-IND-MOCK\",\"enterprise\":\"$enterprise\",\"investment\":30000}"
        sleep "0.$((RANDOM % 5))"
    done
    settles "projects on the board" "${amount:-100}" "select count(*) from steward.board"
    sql "select 'delivery across nodes, ms: median ' || round(percentile_cont(0.5) within group (order by ms)::numeric) ||
            ', 99 in 100 ' || round(percentile_cont(0.99) within group (order by ms)::numeric) || ', of ' || count(*)
          from (select 1000 * extract(epoch from pg_xact_commit_timestamp(b.xmin) - pg_xact_commit_timestamp(e.xmin)) as ms
                  from steward.board b join eventlog.event e on e.project = b.project and e.payload_type = 'steward.project-registered') as d"
    ;;
*) fail "rolling, kill or delay" ;;
esac
