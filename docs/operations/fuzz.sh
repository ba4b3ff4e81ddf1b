#!/usr/bin/env bash
# Fuzzes every parser of what comes from outside, one after the other, and prints a line for each:
# date, commit, test, seconds, inputs that were tried, what was found. What is found is kept under
# src/test/resources, where every build tries it. Usage: docs/operations/fuzz.sh [seconds] [test…]
# with tests as CodesFuzzTests#region (default: 60 seconds, all of them).
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
shift || true

all() {
    grep -rl --include='*FuzzTests.java' '@FuzzTest' modules/*/src/test/java | sort |
        while read -r file; do
            grep -A1 '@FuzzTest' "$file" | sed -n 's/^ *void \([a-zA-Z]*\)(.*/\1/p' |
                sed "s/^/$(basename "$file" .java)#/"
        done
}

[ $# -gt 0 ] || set -- $(all)
commit=$(git rev-parse --short HEAD)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=0
for test in "$@"; do
    module=$(grep -rl --include="${test%#*}.java" '@FuzzTest' modules | cut -d/ -f2)
    found=nothing
    JAZZER_FUZZ=1 nice -n 10 ${MAVEN:-mvn} -B -pl "modules/$module" -am test -Dtest="$test" \
        -Dsurefire.failIfNoSpecifiedTests=false -Djazzer.hooks=true \
        -Djazzer.max_duration="${seconds}s" >"$log" 2>&1 || found=failed
    tried=$(sed -n 's/^Done \([0-9]*\) runs in .*/\1/p' "$log")
    if [ $found = failed ] || [ -z "$tried" ]; then
        failed=1
        cp "$log" "modules/$module/target/fuzz-${test/\#/-}.log"
    fi
    echo "$(date -u +%F),$commit,$test,$seconds,${tried:-?},$found"
done
exit $failed
