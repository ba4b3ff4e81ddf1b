#!/usr/bin/env bash
# Three real projects, from registration to their last approval, over the public interface of a
# running platform. Needs curl and jq. Usage: docs/walkthrough.sh [address]
set -euo pipefail

address=${1:-http://localhost:8080}
secret=${XIANGMUZHANG_DEMO_PASSWORD:-xiangmuzhang}
place=""
project=""
paper=""
parcel=""
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf '%%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF\n' > "$work/paper.pdf"

say() { printf '%s\n' "· $*" >&2; }

key() { cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen; }

# A token for a demo user, asked for once.
token() {
    local kept="$work/token-$1"
    if [ ! -s "$kept" ]; then
        curl -sS --fail-with-body -u "$1:$secret" -d grant_type=client_credentials \
            "$address/oauth2/token" | jq -r .access_token > "$kept"
    fi
    cat "$kept"
}

# call LOGIN METHOD PATH [JSON]: prints the answer; a refusal is shown and ends the walk.
call() {
    local login=$1 method=$2 path=$3 body=${4-}
    local arguments=(-sS -o "$work/answer" -w '%{http_code}' -X "$method"
        -H "Authorization: Bearer $(token "$login")" -H "Accept-Language: zh-CN")
    if [ "$method" = POST ]; then
        arguments+=(-H "Idempotency-Key: $(key)" -H 'If-Match: *' -H "Content-Type: application/json" -d "${body:-{\}}")
    fi
    local status
    status=$(curl "${arguments[@]}" "$address$path")
    if [ "$status" -ge 300 ]; then
        printf '%s %s %s answered %s\n' "$login" "$method" "$path" "$status" >&2
        jq . "$work/answer" >&2 || cat "$work/answer" >&2
        return 1
    fi
    cat "$work/answer"
}

by() { printf '%s-%s' "$1" "$(printf '%s' "$place" | tr 'A-Z' 'a-z')"; }

upload() {
    curl -sS --fail-with-body -H "Authorization: Bearer $(token "$1")" \
        -H "Idempotency-Key: $(key)" -F "file=@$work/paper.pdf" "$address/api/files" | jq -r .id
}

today() { call administrator GET /api/practice-clock | jq -r .today; }

# The day that many days from today.
ahead() {
    jq -rn --arg day "$(today)" --argjson days "$1" '($day + "T00:00:00Z" | fromdate) + $days * 86400 | todate[:10]'
}

# In training the clock can be sent forward, so that days pass in seconds.
forward_to() {
    [[ ! "$1" > "$(today)" ]] || call administrator POST /api/practice-clock "{\"to\":\"$1\"}" >/dev/null
    say "the practice clock shows $(today)"
}

# wait_for PATH FILTER: until what follows from an event has happened.
wait_for() {
    local tries
    for tries in $(seq 1 150); do
        if call "$(by steward)" GET "$1" | jq -e "$2" >/dev/null; then return 0; fi
        sleep 0.2
    done
    say "not within half a minute: $1 $2"
    return 1
}

settled() {
    wait_for "/api/projects/$project/plan" ".steps[] | select(.itemCode == \"$1\") | $2"
}

choose() { # place type item: what the catalog says before anything begins
    place=$1
    call "$(by steward)" GET "/api/catalog/project-types/$2?region=$place" > "$work/type"
    say "the catalog: $(jq -r '"\(.type.nameZh) needs \([.stages[].items[]] | length) items: " + ([.stages[] | "\(.stage) \(.items | length)"] | join(", "))' "$work/type")"
    say "of stage $(jq -r '.stages[0].stage' "$work/type") the natural resources office decides $(call "$(by steward)" GET \
        "/api/catalog/items?stage=$(jq -r '.stages[0].stage' "$work/type")&department=NR&region=$place" | jq -r '[.items[].code] | join(", ")')"
    call "$(by steward)" GET "/api/catalog/items/$3?region=$place" | jq -r '"· \(.item.code) \(.item.nameZh): limit \(.item.statutory.days) days by law, \(.item.promised.days) promised; after \([.preconditions[].item] | join(", ")); materials: \([.materials[] | select(.required) | .nameZh] | join("、"))"' >&2
}

begin() { # place type name industry
    place=$1
    local enterprise steward code
    enterprise=$(call "$(by applicant)" GET /api/me | jq -r ".posts[0].enterprise")
    steward=$(call "$(by steward)" GET /api/me | jq -r .person.id)
    code=$(today | cut -c3-4,6-7)-999999-04-01-$(printf '%06d' $(( (RANDOM * 32768 + RANDOM) % 1000000 )))
    project=$(call "$(by steward)" POST /api/projects "$(jq -n --arg code "$code" --arg name "$3" \
        --arg type "$2" --arg enterprise "$enterprise" --arg industry "$4" \
        '{code: $code, name: $name, projectType: $type, enterprise: $enterprise, industry: $industry, investment: 30000}')" | jq -r .id)
    say "$3: registered as $code"
    call "$(by steward)" POST "/api/projects/$project/steward" "{\"steward\":\"$steward\"}" >/dev/null
    paper=$(upload "$(by applicant)")
    call "$(by applicant)" POST "/api/projects/$project/mandates" "$(jq -n --arg from "$(today)" --arg file "$paper" \
        '{acts: ["SUBMIT", "SUPPLY", "WITHDRAW", "RECEIVE"], from: $from, until: (($from[:4] | tonumber + 1 | tostring) + $from[4:8] + "28"), file: $file}')" >/dev/null
    say "the steward is appointed and the mandate signed"
}

plan() { # courses without the start; $target is the day half a year ahead
    call "$(by steward)" POST "/api/projects/$project/plan" \
        "$(jq -n --arg start "$(today)" --arg target "$(ahead 180)" "{start: \$start} + $1")" >/dev/null
    say "the plan is drawn: $(call "$(by steward)" GET "/api/projects/$project/plan" | jq -r '"\(.steps | length) items, finish \(.finish)\(if .target then ", target \(.target)" else "" end)"')"
}

critical() { # moment: the critical path that is still ahead, and what the other items may wait
    call "$(by steward)" GET "/api/projects/$project/plan" | jq -r --arg moment "$1" '
        [.steps[] | select(.state | IN("PLANNED", "RUNNING", "PAUSED", "SIMULATED"))] | sort_by(.earliestStart) as $open
        | "· \($moment): critical path \([$open[] | select(.critical) | .itemCode] | join(" → "))",
          "· \($moment): slack in working days \([$open[] | select(.critical | not) | "\(.itemCode) \(.slack)"] | join(", "))"' >&2
}

elsewhere() { # item number
    call "$(by steward)" POST "/api/projects/$project/external-decisions" "$(jq -n --arg item "$1" \
        --arg number "$2" --arg day "$(today)" --arg file "$(upload "$(by steward)")" \
        '{itemCode: $item, documentNumber: $number, decidedOn: $day, file: $file, verifiedOn: $day}')" >/dev/null
    settled "$1" '.state == "ELSEWHERE"'
    say "$1 was decided elsewhere: $2"
}

milestone() {
    call "$(by steward)" POST "/api/projects/$project/milestones" \
        "{\"itemCode\":\"$1\",\"on\":\"$(today)\",\"proof\":\"$(upload "$(by steward)")\"}" >/dev/null
    settled "$1" '.state == "DONE"'
}

submit() { # waived mode item…: prints the application
    local waived=$1 mode=$2 item materials='[]' items='[]'
    shift 2
    for item in "$@"; do
        items=$(jq -c --arg code "$item" --arg mode "$mode" '. + [{code: $code, mode: $mode}]' <<< "$items")
        materials=$(jq -c --argjson more "$(call "$(by steward)" GET "/api/catalog/items/$item?region=$place" \
            | jq -c --arg file "$paper" '[.materials[] | select(.required) | {material: .id, file: $file}]')" \
            '. + $more' <<< "$materials")
    done
    call "$(by steward)" POST /api/intake/applications "$(jq -n --arg project "$project" \
        --arg enterprise "$(call "$(by applicant)" GET /api/me | jq -r ".posts[0].enterprise")" \
        --argjson items "$items" --argjson materials "$materials" --arg paper "$paper" --argjson waived "$waived" --arg design "$(upload "$(by applicant)")" \
        '{project: $project, enterprise: $enterprise, items: $items, materials: $materials}
         + if $waived then {waiver: {ownerPromise: $paper, designPromise: $design}} else {} end')" | jq -r .id
}

accept() {
    call "$(by clerk)" POST "/api/intake/applications/$1/acceptance" >/dev/null
    say "accepted: $(call "$(by clerk)" GET "/api/intake/applications/$1" | jq -r '"\(.number) (\([.tasks[].itemCode] | join(", ")))"')"
}

task() { # application item filter
    call "$(by clerk)" GET "/api/intake/applications/$1" \
        | jq -r --arg item "$2" ".tasks[] | select(.itemCode == \$item) | $3"
}

lights() { # application item light: days pass until the item shows it
    local id tries
    id=$(task "$1" "$2" .id)
    for tries in $(seq 1 15); do
        forward_to "$(ahead 1)"
        if shows "$id" "$3"; then
            say "$2 turned $3: $(call "$(by supervisor)" GET "/api/supervision/alerts?limit=200" \
                | jq -rc --arg id "$id" '.items[] | select(.task == $id)')"
            return 0
        fi
    done
    say "$2 never turned $3"
    return 1
}

# The lights follow the clock within moments; a day on which none turns shows none.
shows() { # task light
    local tries
    for tries in $(seq 1 10); do
        if call "$(by supervisor)" GET "/api/supervision/alerts?limit=200" \
            | jq -e --arg id "$1" --arg light "$2" '.items[] | select(.task == $id and .light == $light)' >/dev/null; then return 0; fi
        sleep 0.2
    done
    return 1
}

held() { # application item: who held each working day
    say "$2 was held: $(call "$(by supervisor)" GET "/api/supervision/tasks/$(task "$1" "$2" .id)/ledger" \
        | jq -r '([.days[] | "\(.holder.kind) \(.holder.detail // "") \(.days)"] | join(", ")) + "; together \(.elapsed) working days"')"
}

department() { # application item act [json]
    call "$(by "approver-$(task "$1" "$2" .department | tr 'A-Z' 'a-z')")" POST \
        "/api/intake/tasks/$(task "$1" "$2" .id)/$3" "${4:-{\}}" >/dev/null
}

decide() {
    department "$1" "$2" decision '{"outcome":"APPROVED"}'
    say "$2 approved by $(task "$1" "$2" .department): $(task "$1" "$2" .documentNumber)"
}

deliver() { call "$(by clerk)" POST "/api/intake/applications/$1/delivery" >/dev/null; }

carry() { # item…: submit, accept, decide, deliver in one application
    local application item
    application=$(submit false FORMAL "$@")
    accept "$application"
    for item in "$@"; do decide "$application" "$item"; done
    deliver "$application"
    for item in "$@"; do settled "$item" '.state == "DONE"'; done
}

simulate() { # item…: prints the application
    local application item
    application=$(submit false SIMULATED "$@")
    accept "$application"
    for item in "$@"; do
        department "$application" "$item" pre-approval
        say "$item has a pre-approval, waiting for $(task "$application" "$item" '.waitingFor | join(", ")')"
    done
    printf '%s' "$application"
}

turned_formal() { # application item…
    local application=$1 item
    shift
    for item in "$@"; do
        wait_for "/api/intake/applications/$application" \
            ".tasks[] | select(.itemCode == \"$item\") | .state == \"APPROVED\""
        say "$item turned formal: $(task "$application" "$item" .documentNumber)"
    done
    deliver "$application"
    for item in "$@"; do settled "$item" '.state == "DONE"'; done
}

reserve() { # keeps a parcel for the project, so that its planning conditions are known
    local number
    number=$(printf '%s' "$place" | tr -dc 0-9)001001GB$(printf '%05d' $((RANDOM % 100000)))
    parcel=/api/land/parcels/$(call "$(by land-officer)" POST /api/land/parcels \
        "{\"number\":\"$number\",\"areaSquareMetres\":33333.33}" | jq -r .id)
    call "$(by land-officer)" POST "$parcel/reservation" "{\"project\":\"$project\"}" >/dev/null
    say "parcel $number is kept for the project"
}

transfer() { # kind
    call "$(by land-officer)" POST "$parcel/transfer" "$(jq -n --arg kind "$1" --arg project "$project" --arg day "$(today)" \
        --arg enterprise "$(call "$(by applicant)" GET /api/me | jq -r ".posts[0].enterprise")" --arg number "$1-$RANDOM" \
        '{kind: $kind, project: $project, enterprise: $enterprise, signedOn: $day, documentNumber: $number}')" >/dev/null
}

sell() { # indicators, listing, contract, payment, delivery
    call "$(by land-officer)" POST "$parcel/indicators" '{"indicators":[
        {"code":"LI-INVEST","rule":"MIN","minimum":600,"unit":"万元/亩"},
        {"code":"LI-FAR","rule":"MIN","minimum":1.5,"unit":"无量纲"}]}' >/dev/null
    call "$(by land-officer)" POST "$parcel/listing" >/dev/null
    transfer GRANT
    call "$(by land-officer)" POST "$parcel/payment" "{\"amount\":12000000,\"paidOn\":\"$(today)\"}" >/dev/null
    call "$(by land-officer)" POST "$parcel/delivery" "{\"on\":\"$(today)\"}" >/dev/null
    say "contract and payment: the land right stands"
}

then_and_now() { # moment: the plan as it was then, from the events alone
    say "as of $1 the plan ended on $(call "$(by steward)" GET "/api/projects/$project/plan?asOf=$1" | jq -r .finish), now on $(call "$(by steward)" GET "/api/projects/$project/plan" | jq -r .finish)"
}

timeline() {
    printf '\n%s\n' "== $(call "$(by steward)" GET "/api/projects/$project" | jq -r '"\(.name) \(.code)"')"
    local after=""
    while :; do
        call "$(by steward)" GET "/api/projects/$project/timeline?limit=200$after" > "$work/page"
        jq -r '.items[] | "\(.position)\t\(.recordedAt[:16])\t\(.actorName // "–")\(if .roleName and .roleName != .actorName then "（\(.roleName)）" else "" end)\t\(.text)"' "$work/page"
        after=$(jq -r '.next // empty' "$work/page")
        [ -n "$after" ] || break
        after="&after=$after"
    done
}

say "1. The photovoltaic plant: work goes on while the site opinion is on public display"
choose 140500 PT-PV-GROUND SITE-PREEXAM
begin 140500 PT-PV-GROUND "沁水地面光伏电站" 44
plant=$project
plan '{simulated: ["ENT-APPROVAL", "LAND-PLAN-PERMIT"], target: $target}'
elsewhere PROJECT-CODE "赋码〔2026〕1号"
milestone JOINT-PREEXAM
drawn=$(call "$(by steward)" GET "/api/projects/$project/timeline?limit=200" | jq -r '[.items[].recordedAt] | max')
site=$(submit false FORMAL SITE-PREEXAM)
call "$(by clerk)" POST "/api/intake/applications/$site/correction-notice" \
    '{"materials": ["MAT-053"], "explanation": "请补正：申请报告未加盖公章。"}' >/dev/null
call "$(by steward)" POST "/api/intake/applications/$site/corrections" \
    "{\"materials\": [{\"material\": \"MAT-053\", \"file\": \"$(upload "$(by steward)")\"}]}" >/dev/null
say "the clerk told once what was missing, and the steward supplied it under the mandate"
accept "$site"
forward_to "$(ahead 1)"
publicity=$(ahead 10)
department "$site" SITE-PREEXAM special-procedures "{\"kind\": \"PUBLICITY\", \"expectedUntil\": \"$publicity\"}"
say "the site opinion is on public display: its clock stands"
approval=$(submit true SIMULATED ENT-APPROVAL)
accept "$approval"
department "$approval" ENT-APPROVAL pre-approval
say "ENT-APPROVAL has a pre-approval, its review waived on two promises"
reports=$(submit false FORMAL SOILWATER-REPORT EIA-RADIATION)
accept "$reports"
lights "$reports" SOILWATER-REPORT YELLOW
critical "before the reports are decided"
decide "$reports" SOILWATER-REPORT
decide "$reports" EIA-RADIATION
deliver "$reports"
settled SOILWATER-REPORT '.state == "DONE"'
settled EIA-RADIATION '.state == "DONE"'
forward_to "$publicity"
department "$site" SITE-PREEXAM special-procedures/current/end
forward_to "$(ahead 1)"
decide "$site" SITE-PREEXAM
deliver "$site"
turned_formal "$approval" ENT-APPROVAL
critical "after the site opinion and the project approval"
elsewhere POWER-CONN "供电合同-2026-17"
milestone MOCK-APPROVAL
reserve
transfer ALLOCATION
carry LAND-PLAN-PERMIT
call "$(by applicant)" POST /api/supervision/ratings "{\"application\":\"$site\",\"score\":5}" >/dev/null
say "the enterprise is very satisfied"
held "$site" SITE-PREEXAM
held "$reports" SOILWATER-REPORT
then_and_now "$drawn"

say "2. The urban road: three approvals in one, the land permits simulated"
begin 140502 PT-GOV-ROAD "凤路城市道路" 48
road=$project
plan '{conditional: ["EIA-TABLE"], simulated: ["LAND-PLAN-PERMIT", "ENG-PLAN-PERMIT"]}'
elsewhere PROJECT-CODE "赋码〔2026〕1号"
milestone JOINT-PREEXAM
milestone MOCK-APPROVAL
carry PROJECT-PLANNING SITE-PREEXAM EIA-TABLE SOILWATER-TABLE
merged=$(submit true FORMAL GOV-FEAS-COMBINED)
accept "$merged"
decide "$merged" GOV-FEAS-COMBINED
deliver "$merged"
carry DESIGN-SCHEME
reserve
permits=$(simulate LAND-PLAN-PERMIT ENG-PLAN-PERMIT)
transfer ALLOCATION
turned_formal "$permits" LAND-PLAN-PERMIT ENG-PLAN-PERMIT
carry BID-SCHEME DRAWING-REVIEW
carry TENDER-RECORD QUALITY-SUPERVISION SAFETY-SUPERVISION
carry CONSTRUCTION-PERMIT
elsewhere JOINT-SURVEY "联合测绘报告-2026-3"
elsewhere ARCHIVE-ACCEPT "档案验收〔2026〕5号"
carry PLAN-VERIFY LAND-VERIFY
carry JOINT-ACCEPT
carry COMPLETION-FILING

say "3. The industrial project: three certificates on the day of the land right"
begin Z370403GX PT-IND-MOCK "高新区装备制造基地" 34
works=$project
plan '{simulated: ["LAND-PLAN-PERMIT", "ENG-PLAN-PERMIT", "CONSTRUCTION-PERMIT"]}'
elsewhere PROJECT-CODE "赋码〔2026〕1号"
milestone JOINT-PREEXAM
milestone MOCK-APPROVAL
carry ENT-FILING PLANNING-CONDITIONS ENERGY-COMMIT QUALITY-SUPERVISION SAFETY-SUPERVISION
carry DESIGN-SCHEME EIA-TABLE SOILWATER-TABLE
carry DRAWING-REVIEW
reserve
certificates=$(simulate LAND-PLAN-PERMIT ENG-PLAN-PERMIT CONSTRUCTION-PERMIT)
sell
turned_formal "$certificates" LAND-PLAN-PERMIT ENG-PLAN-PERMIT CONSTRUCTION-PERMIT
carry LAND-REGISTRATION
elsewhere JOINT-SURVEY "联合测绘报告-2026-3"
elsewhere ARCHIVE-ACCEPT "档案验收〔2026〕5号"
carry FIRE-FILING PLAN-VERIFY LAND-VERIFY
carry JOINT-ACCEPT
carry COMPLETION-FILING REALESTATE-REG

place=140500 project=$plant timeline
place=140502 project=$road timeline
place=Z370403GX project=$works timeline
