#!/usr/bin/env bash
# ratios.sh [N] - CPU of a whole run over N letters (20000) against the floor of the same minutes, both on one thread, level 6,
# letters in /dev/shm. Run in a set-up copy of the peers' harness; PISAR and PISAR_TEMP as for pisar.sh.
set -euo pipefail
letters=${1:-20000}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
shm=$(mktemp -d /dev/shm/pisar-ratios.XXXXXX)
trap 'rm -rf "$shm"' EXIT
export PISAR_ARGS="--jobs 1"
cpu() { # the CPU seconds and the peak memory in KB of a command
    /usr/bin/time -f '%U %S %M' -o "$shm/time" "$@" >/dev/null
    awk '{ print $1 + $2, $3 }' "$shm/time"
}
"$here/pisar.sh" 2000 "$shm/source"
"$here/pisar.sh" "$letters" "$shm/out" # the workspace is made here, not below
for round in 1 2 3; do
    rm -rf "$shm/out" && mkdir "$shm/floor"
    floor=$(floor/target/release/floor "$shm/source" "$shm/floor" "$letters" zlibrs 6 1 | sed 's/.*cpu \([0-9.]*\) ms.*/\1/')
    rm -rf "$shm/floor"
    PISAR_ARGS="--jobs 1 --dry-run" read -r dry _ < <(PISAR_ARGS="--jobs 1 --dry-run" cpu "$here/pisar.sh" "$letters" "$shm/out")
    read -r whole memory < <(cpu "$here/pisar.sh" "$letters" "$shm/out")
    awk -v n="$letters" -v floor="$floor" -v dry="$dry" -v whole="$whole" -v memory="$memory" 'BEGIN {
        made = (whole - dry) * 1000 / n; all = whole * 1000 / n
        printf "floor %.3f ms  render, pack, publish %.3f ms = %.2f x  whole run %.3f ms = %.2f x  memory %.0f MB\n",
            floor, made, made / floor, all, all / floor, memory / 1024
    }'
done
