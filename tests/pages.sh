#!/usr/bin/env bash
# tests/pages.sh [OUT]: every kind at the demonstration and at the extremes (tests/looks/extremes.py: shortest, longest, most rows), through both PDF
# engines by our own flags; then tests/looks/judge.py asserts the same number of pages, fonts, margins in millimetres and the order of the requisites.
# Prints what it cost, a line of CPU seconds a page for each engine. What differs has its pictures in OUT/pictures. Needs python3, soffice and Poppler.
# PISAR: the program (default: target/release/pisar, built here). INPUTS: which (default: demonstration shortest longest most). Status 1 where anything is wrong.
set -euo pipefail
export LC_ALL=C.UTF-8 TIMEFORMAT='%U %S'
cd "$(dirname "$0")/.."
out=$(realpath -m "${1:-$(mktemp -d /tmp/pages.XXXXXX)}")
if [ -z "${PISAR:-}" ]; then cargo build --release --quiet; PISAR=$PWD/target/release/pisar; fi
mkdir -p "$out"
python3 tests/looks/extremes.py "$out"
mkdir -p "$out/demonstration" && cp -r input "$out/demonstration/"
run() { "$PISAR" -C "$1" --today 2023-06-01 --lang en generate "${@:2}" --format json; }
# Kinds of a few documents: of the largest input, the lists; letters are the same for each of a thousand.
few='import collections, json, sys; kinds = collections.Counter(d["kind"] for d in json.load(sys.stdin)["documents"]); print(*(k for k, n in kinds.items() if n <= 12))'
for name in ${INPUTS:-demonstration shortest longest most}; do
    work=$out/$name
    run "$work" --dry-run >"$work/all.json" 2>"$work/errors" || { echo "$name: not everything can be made"; cat "$work/errors"; exit 1; }
    kinds=(); [ "$name" != most ] || read -ra kinds < <(python3 -c "$few" <"$work/all.json")
    run "$work" "${kinds[@]}" >"$work/documents.json"
    cp -r "$work/output" "$work/plain"
    { time run "$work" "${kinds[@]}" --pdf >"$work/builtin.json"; } 2>"$work/builtin.time"
    mkdir "$work/office" && cp -r "$work/input" "$work/office/"
    run "$work/office" "${kinds[@]}" >"$work/office.json"
    { time run "$work/office" "${kinds[@]}" --pdf --pdf-engine soffice >"$work/office.json"; } 2>"$work/office.time"
    python3 tests/looks/judge.py "$work" "$out/pictures" || failed=1
done
[ -z "${failed:-}" ]
