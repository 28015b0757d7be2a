#!/usr/bin/env bash
# pisar.sh N OUT - makes the first N letters of the peers' harness (the current folder) into OUT with the real binary.
# PISAR: the binary; PISAR_TEMP: where workspaces lie (one a number of letters: made at the first call, only read after it);
# PISAR_ARGS: more arguments of `generate`, as `--jobs 1`.
set -euo pipefail
letters=$1 out=$(realpath -m "$2")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
pisar=${PISAR:-$here/../../target/release/pisar}
workspace=${PISAR_TEMP:-${TMPDIR:-/tmp}/pisar-peers}/$letters
[ -f "$workspace/templates/catalog.toml" ] || python3 "$here/workspace.py" "$letters" "$workspace"
# Each run is a first one: its register is new, and lies where its letters go.
register=$(mktemp -d "$(dirname "$out")/.pisar-register.XXXXXX")
trap 'rm -rf "$register"' EXIT
mkdir -p "$out"
# shellcheck disable=SC2086
"$pisar" -C "$workspace" --output "$out" --register "$register/register.sqlite" generate ${PISAR_ARGS:-} >/dev/null 2>"$register/findings" || { status=$?; head -20 "$register/findings" >&2; exit $status; }
