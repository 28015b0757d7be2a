#!/bin/bash
# Runs every fault against the program itself and prints one table: what docs/reliability.md records.
#
#   tests/faults/pisar.sh PISAR [TEST…]        tests as in run.sh: kill errno random full inodes power two abuse clock network
#
# PISAR is a release binary, best a copy: a rebuild during the run would mix two programs. Three letters of the demonstration
# input and Опись.xlsx on one thread; `random` makes all of the demonstration. Without root `power`, `full` and parts of `abuse` cannot mount.
HERE=$(cd "$(dirname "$0")" && pwd)
PISAR=$(realpath "$1"); shift
TESTS=("$@"); [ ${#TESTS[@]} = 0 ] && TESTS=(kill errno random full inodes power two abuse clock network)
export SEED; SEED=$(mktemp -d); chmod 755 "$SEED"; mkdir "$SEED/input"; cp "$HERE"/../../input/*.xlsx "$SEED/input/"
chmod -R a+rX "$SEED"; export SOURCE_DATE_EPOCH=1684000000
letters="'$PISAR' -C \$OUT generate thanks --only ен --jobs 1"
status=0
for test in "${TESTS[@]}"; do
  case $test in
    random) WANTED=$("$PISAR" -C "$SEED" generate --dry-run --format json 2>/dev/null | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["documents"]) + 1)')
      WANTED=$WANTED MAXMS=${MAXMS:-900} "$HERE/run.sh" random -- "'$PISAR' -C \$OUT generate" ;;
    full) WANTED=4 SIZES=${SIZES:-96 112 128 144 160 176 192 208 224 240 256 288 320 384 512 1024} "$HERE/run.sh" full -- "$letters" ;;
    *) WANTED=4 "$HERE/run.sh" "$test" -- "$letters" ;;
  esac | grep -v '^$\|^| test\|^|---\|^0 bad'
  [ "${PIPESTATUS[0]}" = 0 ] || status=1
done
rm -rf "$SEED"
exit $status
