# The load of crash-test.sh and nodes-test.sh: the walkthrough's, as demo users at $address, with
# its notes below $root. Read by both, not run.
# shellcheck shell=bash disable=SC2034,SC2154

place=140500
secret=xiangmuzhang
acknowledged=$root/acknowledged
pending=$root/pending
mkdir -p "$acknowledged" "$pending"

key() { cat /proc/sys/kernel/random/uuid; }

# A token is whole before it has its name: others read it meanwhile.
tokens() {
    local login until=$((SECONDS + ${patience:-0}))
    for login in administrator "applicant-$place" "clerk-$place" "approver-ndrc-$place" "approver-nr-$place" "steward-$place" "land-officer-$place"; do
        until curl -sS -m 20 --fail-with-body -u "$login:$secret" -d grant_type=client_credentials \
            "$address/oauth2/token" 2> /dev/null | jq -er .access_token > "$root/new-token"; do
            [ "$SECONDS" -lt "$until" ] || fail "no token for $login: $(cat "$root/new-token")"
            sleep 0.5
        done
        mv "$root/new-token" "$root/token-$login"
    done
}

# post FILE: sends the kept request and prints answer and status; fails when no whole answer came.
post() {
    curl -sS -m 20 -w '\n%{http_code}' -X POST \
        -H "Authorization: Bearer $(cat "$root/token-$(jq -r .login "$1")")" \
        -H "Idempotency-Key: $(jq -r .key "$1")" -H 'If-Match: *' -H 'Content-Type: application/json' \
        -d "$(jq -c .body "$1")" "$address$(jq -r .path "$1")" 2>/dev/null
}

# again STATUS ANSWER: whether the same request may be sent once more, now or on another node.
again() {
    case $1 in
    000 | 429 | 502 | 503) return 0 ;;
    409) [[ $2 = *'"idempotency-key-busy"'* ]] ;;
    *) return 1 ;;
    esac
}

# send FILE: on 2xx the request moves to the acknowledged ones, with its answer. What was not
# answered, or shall come later, is sent again under its key until $patience is over.
send() {
    local file=$1 answer status until=$((SECONDS + ${patience:-0}))
    while true; do
        answer=$(post "$file") || answer=000
        status=${answer##*$'\n'}
        case $status in
        2*)
            printf '%s' "${answer%$'\n'*}" > "$acknowledged/$(basename "$file").answer"
            mv "$file" "$acknowledged/"
            return 0
            ;;
        esac
        if [ "$SECONDS" -ge "$until" ] || ! again "$status" "$answer"; then
            printf '%s %s\n' "$(basename "$file")" "$answer" >> "$root/refused"
            return 1
        fi
        sleep "0.$((1 + RANDOM % 5))"
    done
}

# ask NAME LOGIN PATH BODY: keeps the request before it is sent.
ask() {
    jq -n --arg login "$2" --arg path "$3" --argjson body "$4" --arg key "$(key)" \
        '{login: $login, path: $path, body: $body, key: $key}' > "$pending/$1"
    send "$pending/$1"
}

answer() { jq -r "$2" "$acknowledged/$1.answer"; }

# carry NAME LOGIN REST: one application from submission to delivery.
carry() {
    local name=$1 login=$2 rest=$3 id task
    id=$(key)
    ask "$name-submit" "$login" /api/intake/applications \
        "{\"id\":\"$id\",\"items\":[{\"code\":\"ENERGY-COMMIT\",\"mode\":\"FORMAL\"}],\"materials\":$materials$rest}" || return 1
    task=$(answer "$name-submit" '.tasks[0].id')
    ask "$name-accept" "clerk-$place" "/api/intake/applications/$id/acceptance" '{}' || return 1
    ask "$name-decide" "approver-ndrc-$place" "/api/intake/tasks/$task/decision" '{"outcome":"APPROVED"}' || return 1
    ask "$name-deliver" "clerk-$place" "/api/intake/applications/$id/delivery" '{}'
}

# begin NAME: a project up to its allocated parcel, one of its applications under the mandate, and
# a simulated approval, which the allocation turns formal.
begin() {
    local name=$1 project parcel simulated scan
    scan=$(upload "steward-$place") || return 1
    echo "$scan" >> "$root/uploads"
    ask "$name-register" "steward-$place" /api/projects \
        "{\"name\":\"$name\",\"projectType\":\"PT-IND-MOCK\",\"enterprise\":\"$enterprise\",\"investment\":30000}" || return 1
    project=$(answer "$name-register" .id)
    ask "$name-appoint" "steward-$place" "/api/projects/$project/steward" "{\"steward\":\"$steward\"}" || return 1
    ask "$name-mandate" "applicant-$place" "/api/projects/$project/mandates" \
        "{\"acts\":[\"SUBMIT\",\"SUPPLY\"],\"from\":\"$today\",\"until\":\"$until\",\"file\":\"$paper\"}" || return 1
    ask "$name-plan" "steward-$place" "/api/projects/$project/plan" "{\"start\":\"$today\",\"simulated\":[\"LAND-PLAN-PERMIT\"]}" || return 1
    ask "$name-elsewhere" "steward-$place" "/api/projects/$project/external-decisions" \
        "{\"itemCode\":\"ENT-FILING\",\"documentNumber\":\"备案〔2026〕7号\",\"decidedOn\":\"$today\",\"verifiedOn\":\"$today\",\"file\":\"$scan\"}" || return 1
    carry "$name" "steward-$place" ",\"project\":\"$project\",\"enterprise\":\"$enterprise\"" || return 1
    ask "$name-parcel" "land-officer-$place" /api/land/parcels \
        "{\"number\":\"$place$(printf '%03d%03dGB%05d' "$round" "$number" "$turn")\",\"areaSquareMetres\":33333.33}" || return 1
    parcel=$(answer "$name-parcel" .id)
    ask "$name-reserve" "land-officer-$place" "/api/land/parcels/$parcel/reservation" "{\"project\":\"$project\"}" || return 1
    simulated=$(key)
    ask "$name-simulate-submit" "steward-$place" /api/intake/applications \
        "{\"id\":\"$simulated\",\"project\":\"$project\",\"enterprise\":\"$enterprise\",\"items\":[{\"code\":\"LAND-PLAN-PERMIT\",\"mode\":\"SIMULATED\"}],\"materials\":$permit}" || return 1
    ask "$name-simulate-accept" "clerk-$place" "/api/intake/applications/$simulated/acceptance" '{}' || return 1
    ask "$name-preapprove" "approver-nr-$place" \
        "/api/intake/tasks/$(answer "$name-simulate-submit" '.tasks[0].id')/pre-approval" '{}' || return 1
    ask "$name-transfer" "land-officer-$place" "/api/land/parcels/$parcel/transfer" \
        "{\"kind\":\"ALLOCATION\",\"project\":\"$project\",\"enterprise\":\"$enterprise\",\"signedOn\":\"$today\",\"documentNumber\":\"划拨〔2026〕$round$number$turn号\"}"
}

# Odd workers carry applications, even ones begin projects, until the stop or the first failure.
worker() {
    local number=$1 turn=0 name
    while [ ! -e "$root/stop" ]; do
        turn=$((turn + 1))
        name="r$round-w$number-t$turn"
        if [ $((number % 2)) = 1 ]; then
            carry "$name" "applicant-$place" "" || return 0
        else
            begin "$name" || return 0
        fi
    done
}

upload() { # LOGIN
    local answer status key until=$((SECONDS + ${patience:-0}))
    key=$(key)
    while true; do
        answer=$(curl -sS -m 20 -w '\n%{http_code}' -H "Authorization: Bearer $(cat "$root/token-$1")" \
            -H "Idempotency-Key: $key" -F "file=@$root/paper.pdf" "$address/api/files" 2> /dev/null) || answer=000
        status=${answer##*$'\n'}
        case $status in
        2*)
            jq -r .id <<< "${answer%$'\n'*}"
            return 0
            ;;
        esac
        if [ "$SECONDS" -ge "$until" ] || ! again "$status" "$answer"; then
            echo "upload $answer" >> "$root/refused"
            return 1
        fi
        sleep "0.$((1 + RANDOM % 5))"
    done
}
me() { curl -sS --fail-with-body -H "Authorization: Bearer $(cat "$root/token-$1")" "$address/api/me" | jq -r "$2"; }
required() { # ITEM
    curl -sS --fail-with-body -H "Authorization: Bearer $(cat "$root/token-applicant-$place")" \
        "$address/api/catalog/items/$1?region=$place" |
        jq -c --arg file "$paper" '[.materials[] | select(.required) | {material: .id, file: $file}]'
}

prepare() {
    tokens
    printf '%%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF\n' > "$root/paper.pdf"
    paper=$(upload "applicant-$place")
    proof=$(upload "steward-$place")
    enterprise=$(me "applicant-$place" '.posts[0].enterprise')
    steward=$(me "steward-$place" .person.id)
    today=$(TZ=Asia/Shanghai date +%F)
    until=$(TZ=Asia/Shanghai date -d '+300 days' +%F)
    materials=$(required ENERGY-COMMIT)
    permit=$(required LAND-PLAN-PERMIT)
    touch "$root/uploads"
}

count() { find "$acknowledged" -name "*-$1" | wc -l; }

# Adds to $lost, $repeated and $findings what is not as it was acknowledged.
differs() { # WHAT EXPECTED FOUND
    [ "$2" -le "$3" ] || lost=$((lost + $2 - $3))
    [ "$3" -le "$2" ] || repeated=$((repeated + $3 - $2))
    [ "$2" = "$3" ] || findings="$findings$1: acknowledged $2, found $3. "
}

# settles WHAT EXPECTED QUERY: read models and automations come to it after a while.
settles() {
    local seen until=$((SECONDS + ${patience:-60}))
    while true; do
        seen=$(sql "$3")
        if [ "$seen" = "$2" ] || [ "$SECONDS" -ge "$until" ]; then break; fi
        sleep 0.2
    done
    differs "$1" "$2" "$seen"
}

# The ids of what was acknowledged, a line each: in the answers to requests of a kind, or at a place
# of their paths.
answered() { # KIND
    find "$acknowledged" -name "*-$1.answer" -print0 | xargs -0 -r cat | jq -r .id
}
asked() { # KIND PLACE
    find "$acknowledged" -name "*-$1" -print0 | xargs -0 -r cat | jq -r --argjson place "$2" '.path / "/" | .[$place]'
}

# The simulated approvals of projects whose land is allocated.
formalised() {
    local file
    while read -r file; do
        jq -r '.path / "/" | .[4]' "${file%-transfer}-preapprove"
    done < <(find "$acknowledged" -name '*-transfer')
}

# Compares the ids on the input with those of a query, one by one, and adds to $lost, $repeated and
# $findings which of them are not there, and which are there twice or without being acknowledged.
# With "later" they may come after a while.
same_ids() { # WHAT QUERY [later]
    local missing extra until=$SECONDS
    [ -z "${3:-}" ] || until=$((SECONDS + ${patience:-60}))
    LC_ALL=C sort > "$root/expected"
    while true; do
        sql "$2" | LC_ALL=C sort > "$root/found"
        if cmp -s "$root/expected" "$root/found" || [ "$SECONDS" -ge "$until" ]; then break; fi
        sleep 0.2
    done
    missing=$(LC_ALL=C comm -23 "$root/expected" "$root/found")
    extra=$(LC_ALL=C comm -13 "$root/expected" "$root/found")
    if [ -n "$missing" ]; then
        lost=$((lost + $(wc -l <<< "$missing")))
        findings="${findings}$1: lost ${missing//$'\n'/, }. "
    fi
    if [ -n "$extra" ]; then
        repeated=$((repeated + $(wc -l <<< "$extra")))
        findings="${findings}$1: twice or not acknowledged ${extra//$'\n'/, }. "
    fi
}

events() { echo "select $2 from eventlog.event where payload_type = '$1'"; } # TYPE ID

# Everything acknowledged is there, once: each by its id.
nothing_lost_nothing_twice() {
    local scan
    lost=0 repeated=0 findings=
    submitted=$(count submit) decided=$(count decide) delivered=$(count deliver)
    registered=$(count register) planned=$(count plan) parcels=$(count parcel) allocated=$(count transfer)
    same_ids "submitted" "$(events intake.application-submitted subject)" < <(answered submit)
    same_ids "accepted" "$(events intake.application-accepted subject)" < <(asked accept 4; answered silent-submit)
    same_ids "decided" "$(events intake.item-decided "payload ->> 'task'")" < <(asked decide 4)
    same_ids "delivered" "$(events intake.application-delivered subject)" < <(asked deliver 4)
    same_ids "pre-approved" "$(events intake.simulation-pre-approved "payload ->> 'task'")" < <(asked preapprove 4)
    same_ids "registered" "$(events steward.project-registered subject)" < <(answered register)
    same_ids "stewards" "$(events steward.steward-appointed subject)" < <(asked appoint 3)
    same_ids "mandates signed" "$(events steward.mandate-signed subject)" < <(asked mandate 3)
    same_ids "courses chosen" "$(events steward.courses-chosen subject)" < <(asked plan 3)
    same_ids "decided elsewhere" "$(events steward.decided-elsewhere subject)" < <(asked elsewhere 3)
    same_ids "transferred" "$(events land.parcel-transferred subject)" < <(asked transfer 4)
    same_ids "applications" "select id from intake.application" < <(answered submit)
    same_ids "projects" "select id from steward.project" < <(answered register)
    same_ids "mandates" "select project from steward.mandate" < <(asked mandate 3)
    same_ids "parcels" "select id from land.parcel" < <(answered parcel)
    same_ids "reservations" "select id from land.parcel where project is not null" < <(asked reserve 4)
    same_ids "uploads" "select id from files.file where id::text in ('$(paste -s -d , "$root/uploads" | sed "s/,/','/g")')" \
        < "$root/uploads"
    same_ids "approvals turned formal" "$(events intake.simulation-formalised "payload ->> 'task'")" later < <(formalised)
    same_ids "items closed in the time ledger" "select id from supervision.task where ended_on is not null" later \
        < <(asked decide 4; formalised)
    same_ids "projects on the board" "select project from steward.board" later < <(answered register)
    settles "parked events" 0 "select count(*) from eventlog.parked"
    while read -r scan; do
        curl -sf -H "Authorization: Bearer $(cat "$root/token-steward-$place")" "$address/api/files/$scan/content" |
            cmp -s - "$root/paper.pdf" || differs "upload $scan" 1 0
    done < <(shuf -n 10 "$root/uploads")
    [ -z "$findings" ]
}

# What was answered gives the same answer again: twenty of those whose names begin with PREFIX.
same_answers() { # PREFIX
    local file again
    while read -r file; do
        again=$(post "$file") || fail "no answer when $file is asked again"
        [ "${again%$'\n'*}" = "$(cat "$file.answer")" ] || fail "another answer for $file: $again"
    done < <(find "$acknowledged" -name "$1*" ! -name '*.answer' | shuf -n 20)
}
