#!/usr/bin/env bash
# Adds up docs/operations/kills.csv, the runs of nodes-test.sh kill. Fails when a line is not whole
# or a run lost or repeated something. Usage: docs/operations/kills.sh
set -euo pipefail
cd "$(dirname "$0")"
awk -F, '
    NR == 1 { columns = NF; next }
    NF != columns || $1 !~ /^20[0-9][0-9]-[01][0-9]-[0-3][0-9]$/ || ($3 $4 $5 $6 $7 $8 $10) !~ /^[0-9]+$/ {
        print "line " NR " is not whole: " $0; wrong = 1
    }
    $6 + $7 > 0 { print "lost or repeated: " $0; wrong = 1 }
    {
        runs++; nodes += $3; servers += $4; changes += $5; takeovers += $8; jobs += $10
        if ($9 > slowest) slowest = $9
        if ($11 > slowest_job) slowest_job = $11
    }
    END {
        print runs + 0 " runs: " nodes + 0 " kills of nodes, " servers + 0 " of PostgreSQL, " changes + 0 " changes acknowledged"
        print takeovers + 0 " times consumers were taken over, after " slowest + 0 " s at most; " jobs + 0 " times a job, after " slowest_job + 0 " s at most"
        exit wrong
    }' kills.csv
