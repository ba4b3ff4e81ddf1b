#!/usr/bin/env bash
# Three nodes on one PostgreSQL behind a proxy, under the load of crash-test.sh, whose clients send
# again, under the same Idempotency-Key, what had no answer or was to come later.
#   nodes-test.sh rolling [times]   restarts one node after the other while the load goes on: no
#                                   client hears an error
#   nodes-test.sh kill [kills] [record]
#                                   kills a node with kill -9, serving or starting, every fifth
#                                   time PostgreSQL, and starts it again at once; the last is
#                                   killed in the middle of accepting by silence. Checks in the
#                                   end that nothing acknowledged is lost, nothing happened twice,
#                                   no job had two nodes, and how long it took until others had
#                                   the dead node's work. With "record" it adds a line to
#                                   docs/operations/kills.csv, so that runs add up. $MINUTES ends
#                                   the kills early.
#   nodes-test.sh delay [events]    measures how long an event appended by one node takes until a
#                                   consumer on another has stored its effect
# Needs a built application (mvn verify or mvn package), curl, jq, psql, and the programs of a
# PostgreSQL 15 or newer (PGBIN names their folder).
set -euo pipefail
cd "$(dirname "$0")/../.."

mode=${1:-rolling}
amount=${2:-}
record=${3:-}
minutes=${MINUTES:-60}
workers=${WORKERS:-4}
commit=$(git rev-parse --short HEAD)$(git diff --quiet HEAD -- modules || echo +)
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
# a node that lives and does not serve yet is given longer: a busy machine starts it in minutes
start_patience=600
# seconds until others have a dead node's work, and what a machine gets that has more to do than it can
limit=30
limit_overloaded=60
round=0
unpacked=modules/app/target/nodes-$(cksum < "$jar" | cut -d " " -f 1)
pids=()
# since when PostgreSQL is back
away=-1
declare -A node=() starts=() started=()
. docs/operations/load.sh

run() { if [ "$(id -u)" = 0 ]; then unshare -U "$@"; else "$@"; fi; }

fail() {
    echo "FAILED: $*"
    cat "$root"/log-* 2> /dev/null | grep ' ERROR ' | cut -c 1-500 | tail -n 10 || true
    KEEP=1
    echo "kept: $root"
    exit 1
}

alive() { kill -0 "$1" 2> /dev/null; }

finish() {
    touch "$root/stop"
    local number
    [ ${#pids[@]} = 0 ] || kill "${pids[@]}" 2> /dev/null || true
    for number in "${!node[@]}"; do kill "${node[$number]}" 2> /dev/null || true; done
    for number in "${!node[@]}"; do while alive "${node[$number]}"; do sleep 0.1; done; done
    [ -z "${proxy:-}" ] || kill "$proxy" 2> /dev/null || true
    [ ! -e "$root/pg/postmaster.pid" ] || kill -INT "$(head -n 1 "$root/pg/postmaster.pid")" 2> /dev/null || true
    sleep 1
    [ -n "${KEEP:-}" ] || rm -rf "$root"
}
trap finish EXIT

postgres() {
    local until=$((SECONDS + patience))
    while [ "$SECONDS" -lt "$until" ]; do
        if [ ! -e "$root/pg/postmaster.pid" ] || ! alive "$(head -n 1 "$root/pg/postmaster.pid")"; then
            run "$programs/postgres" -D "$root/pg" -p $((base + 9)) -c listen_addresses=127.0.0.1 \
                -c unix_socket_directories= -c max_connections=150 >> "$root/postgres.log" 2>&1 &
            disown
        fi
        sleep 0.3
        if sql 'select 1' > /dev/null 2>&1; then return; fi
    done
    fail "PostgreSQL does not answer: $(tail -n 3 "$root/postgres.log")"
}

# Each start has a name of its own, which its connections to the database carry.
name() { echo "node-$1-${starts[$1]}"; } # NUMBER

launch() { # NUMBER [OPTION OF THE JVM]
    starts[$1]=$((${starts[$1]:-0} + 1))
    started[$1]=$SECONDS
    "$java" -Xmx640m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "${2:--XX:AOTCache=$unpacked/app.aot}" \
        -Dxiangmuzhang.root="$root/node-$1" -jar "$unpacked/app.jar" \
        --server.port=$((base + $1)) --xiangmuzhang.files.directory="$root/files" \
        --xiangmuzhang.master-keys="file:$root/master-keys" \
        --spring.datasource.url="jdbc:postgresql://127.0.0.1:$((base + 9))/xiangmuzhang?ApplicationName=$(name "$1")" \
        --spring.datasource.username=xiangmuzhang --spring.datasource.password=none \
        --xiangmuzhang.drain=2s >> "$root/log-$1" 2>&1 &
    node[$1]=$!
    disown
}

stop() { # NUMBER
    kill "${node[$1]}"
    while alive "${node[$1]}"; do sleep 0.1; done
}

# A node gives up when PostgreSQL is away while it starts: whoever runs it starts it again.
lives() { # NUMBER
    alive "${node[$1]}" && return
    [ "${started[$1]}" -le "$away" ] || fail "node $1 did not start: $(tail -n 20 "$root/log-$1")"
    launch "$1"
}

is_ready() { curl -sf -m 2 -o /dev/null "http://localhost:$((base + $1))/actuator/health/readiness"; } # NUMBER

ready() { # NUMBER
    local until=$((SECONDS + start_patience))
    until is_ready "$1"; do
        lives "$1"
        [ "$SECONDS" -lt "$until" ] || fail "node $1 was not ready in $start_patience seconds"
        sleep 0.2
    done
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

no_error() { [ ! -s "$root/refused" ] || fail "a client heard an error: $(head -c 1000 "$root/refused")"; }

# Ends the load; a worker that stops before has heard an error.
relax() {
    touch "$root/stop"
    wait "${pids[@]}" || true
    pids=()
    no_error
    [ -z "$(ls -A "$pending")" ] || fail "not answered: $(ls "$pending")"
}

# The database notes for itself who holds which part of a consumer, and who runs which job.
watched() {
    sql "
        create schema watch;
        create table watch.kill (at timestamptz, kind text, node text, process text, overloaded boolean);
        create table watch.claim (at timestamptz, part text, held_by text, taken_by text);
        create table watch.turn (at timestamptz, job text, done_by text, taken_by text, node text);
        create function watch.claim() returns trigger language plpgsql as \$\$ begin
            insert into watch.claim values (clock_timestamp(), new.processor_name || ' ' || new.segment, old.owner, new.owner);
            return null;
        end \$\$;
        create function watch.turn() returns trigger language plpgsql as \$\$ begin
            insert into watch.turn values (clock_timestamp(), old.task_name || ' ' || old.task_instance,
                old.picked_by, case tg_op when 'UPDATE' then new.picked_by end, current_setting('application_name'));
            return null;
        end \$\$;
        create trigger claimed after update on eventlog.token
            for each row when (old.owner is distinct from new.owner) execute function watch.claim();
        create trigger turned after update on timers.scheduled_tasks
            for each row when (old.picked_by is distinct from new.picked_by) execute function watch.turn();
        create trigger removed after delete on timers.scheduled_tasks
            for each row when (old.picked) execute function watch.turn();"
}

overloaded() { awk -v most=$((3 * $(nproc))) '{ print ($1 > most) ? "true" : "false" }' /proc/loadavg; }

killed() { # MOMENT KIND NODE PROCESS
    sql "insert into watch.kill values (to_timestamp($1), '$2', '$3', '$4', $(overloaded))"
}

kill_postgresql() {
    local moment
    spare_nodes
    moment=$(date +%s.%N)
    kill -9 "$(head -n 1 "$root/pg/postmaster.pid")"
    postgres
    away=$SECONDS
    killed "$moment" postgresql postgresql ""
}

kill_node() { # NUMBER
    local moment
    moment=$(date +%s.%N)
    kill -9 "${node[$1]}"
    killed "$moment" node "$(name "$1")" "${node[$1]}@"
    launch "$1"
}

# Sets $spare to the nodes that may be killed: they serve, and another one does, too.
spare_nodes() {
    local number until=$((SECONDS + start_patience))
    while true; do
        spare=()
        for number in 1 2 3; do
            if is_ready "$number"; then spare+=("$number"); else lives "$number"; fi
        done
        [ ${#spare[@]} -lt 2 ] || return 0
        [ "$SECONDS" -lt "$until" ] || fail "only ${spare[*]} were ready in $start_patience seconds"
        sleep 0.3
    done
}

# Sets $starting to a node that does not serve yet, if there is one.
starting_node() {
    local number
    starting=
    for number in 1 2 3; do
        if ! is_ready "$number"; then
            lives "$number"
            starting=$number
        fi
    done
}

# The node whose name or process is given, if it may be killed; else any that may.
among_spare() { # NAME
    local number
    for number in "${spare[@]}"; do
        if [[ $1 = "$(name "$number")" || $1 = "${node[$number]}@"* ]]; then
            echo "$number"
            return
        fi
    done
    echo "${spare[$((RANDOM % ${#spare[@]}))]}"
}

# Keeps what it locks until released; who wants it waits.
hold() { # STATEMENT
    PGAPPNAME=holder sql "begin; $1; select pg_sleep(120)" > /dev/null 2>&1 &
    disown
    until [ "$(sql "select count(*) from pg_stat_activity where application_name = 'holder' and wait_event = 'PgSleep'")" = 1 ]; do sleep 0.1; done
}

release() { sql "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'holder'" > /dev/null; }

# Has a job done, and kills the node that does it when it waits for what is held.
kill_at_work() { # JOB
    local began until=$((SECONDS + 60)) seen=""
    began=$(date +%s.%N)
    until [ -n "$seen" ] || [ "$SECONDS" -ge "$until" ]; do
        sql "update timers.scheduled_tasks set execution_time = now() where task_name = '$1' and not picked"
        sleep 0.3
        seen=$(sql "select t.node from watch.turn t join pg_stat_activity a on a.application_name = t.node and a.wait_event_type = 'Lock'
                     where t.at > to_timestamp($began) and t.taken_by is not null and t.job like '$1 %' limit 1")
    done
    kill_node "$(among_spare "$seen")"
    release
}

# Applications that nobody answers, and weeks pass: others go on accepting them where the dead node was.
weeks_later() {
    local turn id later
    for turn in 1 2 3 4 5; do
        id=$(key)
        ask "r$turn-silent-submit" "applicant-$place" /api/intake/applications \
            "{\"id\":\"$id\",\"items\":[{\"code\":\"ENERGY-COMMIT\",\"mode\":\"FORMAL\"}],\"materials\":$materials}" || no_error
    done
    hold "lock table intake.application in share mode"
    later=$(TZ=Asia/Shanghai date -d '+21 days' +%F)
    ask forward administrator /api/practice-clock "{\"to\":\"$later\"}" &
    pids=($!)
    spare_nodes
    kill_at_work intake.acceptance-by-silence
    wait "${pids[@]}" || no_error
    pids=()
    for turn in 1 2 3; do ready "$turn"; done
    lost=0 repeated=0 findings=
    settles "accepted by silence" 5 "select count(*) from eventlog.event where payload_type = 'intake.application-accepted' and payload ->> 'deemed' = 'true'"
    [ -z "$findings" ] || fail "$findings"
}

# What others did of a dead node's work, a line each: what, node, parts, seconds, limit.
takeovers() {
    sql "
        with took as (
            select 'consumers' as what, k.node, count(*) as parts, max(c.at) - k.at as time, k.overloaded
              from watch.kill k join watch.claim c on k.kind = 'node' and c.held_by like k.process || '%' and c.at > k.at
             group by k.node, k.at, k.overloaded
            union all
            select 'job', k.node, 1,
                   (select min(n.at) from watch.turn n where n.job = t.job and n.taken_by is not null and n.at > k.at) - k.at, k.overloaded
              from watch.kill k join watch.turn t on t.node = k.node and t.taken_by is not null
             where k.kind = 'node' and not exists (
                   select from watch.turn d where d.job = t.job and d.done_by = t.taken_by and d.node = k.node and d.at > t.at))
        select what || ' ' || node || ' ' || parts || ' ' || coalesce(round(extract(epoch from time)::numeric, 1), 999)
               || ' ' || case when overloaded then $limit_overloaded else $limit end
          from took order by what, time"
}

# Jobs that were taken from a node which had not been killed, nor had PostgreSQL under it.
jobs_with_two_nodes() {
    sql "
        select coalesce(string_agg(t.job || ' of ' || t.node || ' by ' || d.node, ', '), '')
          from watch.turn d join watch.turn t on t.job = d.job and t.taken_by = d.done_by and t.node <> d.node
         where t.at = (select max(at) from watch.turn where job = d.job and taken_by = d.done_by and at < d.at)
           and not exists (select from watch.kill k where k.at < d.at
                   and (k.node = t.node or k.kind = 'postgresql' and k.at > t.at - interval '1 second'))"
}

mkdir -p "$root/files"
head -c 48 /dev/urandom | base64 -w 0 > "$root/master-keys"
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
# A start that leaves its loaded classes for the others halves what each of those costs.
if [ ! -e "$unpacked/app.aot" ]; then
    rm -rf modules/app/target/nodes-*
    "$java" -Djarmode=tools -jar "$jar" extract --destination "$unpacked" --application-filename app.jar > /dev/null
    launch 1 -XX:AOTCacheOutput="$unpacked/app.aot"
    ready 1
    stop 1
fi
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
    for turn in $(seq 1 "${amount:-1}"); do
        load
        for number in 1 2 3; do
            sleep 3
            stop "$number"
            launch "$number"
            ready "$number"
        done
        relax
        nothing_lost_nothing_twice || fail "$findings"
        echo "rolling restart $turn: $registered projects, $submitted applications submitted, $delivered delivered; no client heard an error"
    done
    ;;
kill)
    watched
    load
    nodes_killed=0 postgresql_killed=0
    for turn in $(seq 1 $((${amount:-10} - 1))); do
        [ "$SECONDS" -lt $((minutes * 60)) ] || break
        sleep "$((RANDOM % 2)).$((RANDOM % 10))"
        no_error
        if [ $((turn % 5)) = 4 ]; then
            kill_postgresql
            postgresql_killed=$((postgresql_killed + 1))
        else
            starting=
            [ $((turn % 5)) != 2 ] || starting_node
            [ -n "$starting" ] || spare_nodes
            case $((turn % 5)) in
            1) kill_node "$(among_spare "$(sql "select owner from eventlog.token where owner is not null group by owner order by count(*) desc limit 1")")" ;;
            2) kill_node "${starting:-$(among_spare any)}" ;;
            3)
                hold "lock table timers.practice_clock in access exclusive mode"
                kill_at_work supervision.lights
                ;;
            *) kill_node "$(among_spare any)" ;;
            esac
            nodes_killed=$((nodes_killed + 1))
        fi
        [ $((turn % 20)) != 0 ] || tokens
    done
    for number in 1 2 3; do ready "$number"; done
    relax
    weeks_later
    nodes_killed=$((nodes_killed + 1))
    nothing_lost_nothing_twice || true
    settles "parts of consumers that a dead node holds" 0 \
        "select count(*) from eventlog.token t join watch.kill k on k.kind = 'node' and t.owner like k.process || '%'"
    [ -n "$findings" ] || same_answers ""
    findings=$findings$(jobs_with_two_nodes)
    takeovers > "$root/takeovers"
    while read -r what number parts seconds most; do
        echo "$what of $number: $parts taken over after $seconds s"
        [ "${seconds%.*}" -lt "$most" ] || findings="$findings$what of $number: $seconds s. "
    done < "$root/takeovers"
    changes=$(find "$acknowledged" -name '*.answer' | wc -l)
    slowest() { awk -v what="$1" '$1 == what && $4 > most { most = $4 } END { print most + 0 }' "$root/takeovers"; }
    times() { grep -c "^$1 " "$root/takeovers" || true; }
    if [ "$record" = record ]; then
        echo "$(date -u +%F),$commit,$nodes_killed,$postgresql_killed,$changes,$lost,$repeated,$(times consumers),$(slowest consumers),$(times job),$(slowest job)" \
            >> docs/operations/kills.csv
    fi
    echo "$nodes_killed kills of nodes and $postgresql_killed of PostgreSQL in $SECONDS s: $changes changes acknowledged, $lost lost, $repeated repeated"
    [ -z "$findings" ] || fail "$findings"
    ;;
delay)
    [ "$(sql "select count(*) from eventlog.token where owner like '${node[2]}@%'")" = 0 ] || fail "node 2 has consumers of its own"
    address=http://localhost:$((base + 2))
    for turn in $(seq 1 "${amount:-100}"); do
        ask "delay-$turn-register" "steward-$place" /api/projects \
            "{\"name\":\"delay $turn\",\"projectType\":\"PT-IND-MOCK\",\"enterprise\":\"$enterprise\",\"investment\":30000}"
        sleep "0.$((RANDOM % 5))"
    done
    lost=0 repeated=0 findings=
    settles "projects on the board" "${amount:-100}" "select count(*) from steward.board"
    [ -z "$findings" ] || fail "$findings"
    sql "select 'delivery across nodes, ms: median ' || round(percentile_cont(0.5) within group (order by ms)::numeric) ||
            ', 99 in 100 ' || round(percentile_cont(0.99) within group (order by ms)::numeric) || ', of ' || count(*)
          from (select 1000 * extract(epoch from pg_xact_commit_timestamp(b.xmin) - pg_xact_commit_timestamp(e.xmin)) as ms
                  from steward.board b join eventlog.event e on e.project = b.project and e.payload_type = 'steward.project-registered') as d"
    ;;
*) fail "rolling, kill or delay" ;;
esac
