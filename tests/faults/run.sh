#!/bin/bash
# Tortures a command that publishes into a workspace, and prints a table of what was tried and what went wrong.
#
#   WANTED=4 tests/faults/run.sh [TEST…] -- COMMAND…
#
# COMMAND is run by bash -c with $OUT set to a fresh workspace (a copy of $SEED where that is given), e.g.
#   WANTED=4 tests/faults/run.sh -- 'target/release/examples/publish_demo $OUT'
#   SEED=/path/to/workspace WANTED=52 tests/faults/run.sh -- 'target/release/pisar -C $OUT generate --jobs 1'
# WANTED is the number of documents that a whole run issues, Опись.xlsx among them. TESTs, all by default:
#   kill errno random full inodes power two abuse clock network
# Needs strace, python3; power, full and parts of abuse need root and loop devices; clock needs faketime.
HERE=$(cd "$(dirname "$0")" && pwd)
TESTS=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do TESTS+=("$1"); shift; done
shift
CMD="$*"
[ -n "$CMD" ] && [ -n "$WANTED" ] || { sed -n '2,12p' "$0"; exit 2; }
[ ${#TESTS[@]} = 0 ] && TESTS=(kill errno random full inodes power two abuse clock network)
BASE=$(mktemp -d); chmod 755 "$BASE"; export OUT=$BASE/workspace; TOTAL_BAD=0

fresh() { rm -rf "$OUT"; mkdir -p "$OUT"; [ -z "$SEED" ] || cp -a "$SEED/." "$OUT/"; }
run() { bash -c "$CMD" >/dev/null 2>"$BASE/stderr"; }
check() { "$HERE/consistent.py" "$OUT" "$@"; }
bad() { BAD=$((BAD + 1)); echo "  BAD $*"; }
row() { printf '| %s | %s | %s | %s |\n' "$1" "$2" "$RUNS" "$BAD"; TOTAL_BAD=$((TOTAL_BAD + BAD)); }
# The command under strace without the shell's own calls: exec replaces bash before the injection counts matter.
traced() { strace -qq -f -y "$@" bash -c "exec $CMD" >/dev/null 2>&1; }
# The same bytes as an undisturbed run, wherever this one was cut.
digest() { (cd "$OUT" && find output -type f ! -path '*/.*' | sort | xargs -r -d '\n' sha256sum | sha256sum | cut -c1-12); }

fresh; run || { echo "the undisturbed run fails: $(cat "$BASE/stderr")"; exit 2; }
check "$WANTED" || exit 2
PLAIN=$(digest)
echo '| test | what | runs | bad |'; echo '|---|---|---|---|'

test_kill() { # kill -9 on entry to the N-th call; then the same command must finish the job with the same bytes
  for call in ${CALLS:-write pwrite64 rename,renameat,renameat2 fsync,fdatasync,syncfs openat unlink,unlinkat ftruncate mkdir,mkdirat close link,linkat flock fchmod,chmod}; do
    RUNS=0 BAD=0
    for ((n = 1; n <= ${MAX:-600}; n++)); do
      fresh
      ( traced -o /dev/null -e trace=$call -e inject=$call:signal=KILL:when=$n ) 2>/dev/null; code=$?
      RUNS=$((RUNS + 1))
      m=$(check) || bad "killed at $call #$n: $m"
      run || bad "re-run after $call #$n: $(tail -1 "$BASE/stderr")"
      m=$(check "$WANTED") || bad "after re-run, $call #$n: $m"
      [ "$(digest)" = "$PLAIN" ] || bad "other bytes after $call #$n"
      [ $code -ne 137 ] && break
    done
    row kill "kill -9 at the N-th $call, run again"
  done
}

test_errno() { # the N-th call fails; exit 0 is only allowed where nothing is lost; a free run then completes
  for call in ${CALLS:-write pwrite64 rename,renameat,renameat2 fsync,fdatasync,syncfs openat close mkdir,mkdirat unlink,unlinkat}; do
    for error in ${ERRS:-ENOSPC EIO}; do
      RUNS=0 BAD=0
      for ((n = 1; n <= ${MAX:-600}; n++)); do
        fresh
        traced -o "$BASE/trace" -e trace=$call -e inject=$call:error=$error:when=$n; code=$?
        grep -q INJECTED "$BASE/trace" || break
        RUNS=$((RUNS + 1))
        m=$(check) || bad "$call #$n $error (exit $code): $m"
        if [ $code = 0 ]; then
          m=$(check "$WANTED") || bad "$call #$n $error: exit 0, but $m"
          # Standard error alone may fail unnoticed; a document's or the register's write may not. SQLite ignores a
          # failed sync of the register's folder, which pisar has synced itself, and checked, just before.
          # The answer kept for the next run is an aid: without it that run looks for itself. EINTR is no failure: the call is made again.
          [[ $error != EINTR ]] && [[ $call == write || $call == pwrite64 || $call == fsync* || $call == rename* ]] && grep INJECTED "$BASE/trace" | grep -qv "write(2<\|/.pisar/last-run.new.\|sync([0-9]*<$OUT\\(/.pisar\\)*>)" \
            && bad "$call #$n $error was swallowed"
        fi
        run || bad "re-run after $call #$n $error: $(tail -1 "$BASE/stderr")"
        m=$(check "$WANTED") || bad "after re-run, $call #$n $error: $m"
      done
      row errno "$error at the N-th $call, run again"
    done
  done
}

test_random() { # kill -9 at random moments, going on in the same folder
  RUNS=0 BAD=0; fresh; MAXMS=${MAXMS:-100}
  for ((n = 0; n < ${ROUNDS:-30}; n++)); do
    [ $((n % 5)) = 0 ] && fresh
    ( timeout -s KILL "$(printf '0.%03d' $((RANDOM % (MAXMS - 9) + 10)))" bash -c "$CMD" >/dev/null 2>&1 ) 2>/dev/null; RUNS=$((RUNS + 1))
    m=$(check) || bad "random kill $n: $m"
    [ $((n % 5)) = 4 ] && { run || bad "final run"; m=$(check "$WANTED") || bad "after the final run: $m"; }
  done
  row random "kill -9 after 10–$MAXMS ms, in series of five, then a whole run"
}

test_full() { # a disk of growing size
  SIZES=${SIZES:-64 96 128 160 192 224 256 288 320 384 448 512 768 1024}
  for kind in tmpfs ext4; do
    RUNS=0 BAD=0; short=0
    for size in $SIZES; do
      rm -rf "$OUT"; mkdir -p "$OUT"
      if [ $kind = tmpfs ]; then mount -t tmpfs -o size=${size}k,mode=700 tmpfs "$OUT" || return
      else
        truncate -s $((size + 96))K "$BASE/image"; mkfs.ext4 -q -F -O ^has_journal -m 0 -b 1024 -N 64 "$BASE/image"
        mount -o loop "$BASE/image" "$OUT" || return
      fi
      [ -z "$SEED" ] || cp -a "$SEED/." "$OUT/" 2>/dev/null
      run; code=$?; RUNS=$((RUNS + 1))
      [ $code = 0 ] || short=$((short + 1))
      case $code in 0) m=$(check "$WANTED") ;; 3) m=$(check) ;; *) m="exit $code: $(tail -1 "$BASE/stderr")"; false ;; esac || bad "$kind, $size KiB: $m"
      umount "$OUT"; rm -f "$BASE/image"
    done
    row full "$kind of ${SIZES%% *} to ${SIZES##* } KiB; $short sizes too small, each exit 3"
  done
}

test_inodes() { # no file can be made any more, though there is room
  RUNS=0 BAD=0; short=0
  for count in $(seq ${INODES:-8 40}); do
    rm -rf "$OUT"; mkdir -p "$OUT"
    mount -t tmpfs -o size=16m,nr_inodes=$count,mode=700 tmpfs "$OUT" || return
    if [ -z "$SEED" ] || cp -a "$SEED/." "$OUT/" 2>/dev/null; then
      run; code=$?; RUNS=$((RUNS + 1))
      [ $code = 0 ] || short=$((short + 1))
      case $code in 0) m=$(check "$WANTED") ;; 3) m=$(check) ;; *) m="exit $code: $(tail -1 "$BASE/stderr")"; false ;; esac || bad "$count inodes: $m"
    fi
    umount "$OUT"
  done
  row inodes "tmpfs of ${INODES:-8 40} inodes (first and last); $short too few, each exit 3"
}

test_power() { # what is on the disk at any moment, and right after exit 0, is what a power cut leaves
  RUNS=0 BAD=0
  for round in 1 2 3; do
    rm -rf "$OUT"; mkdir -p "$OUT" "$BASE/cuts"; truncate -s ${IMAGE:-24M} "$BASE/image"; mkfs.ext4 -q -F "$BASE/image"
    mount -o loop,commit=300 "$BASE/image" "$OUT" || return
    rmdir "$OUT/lost+found"; [ -z "$SEED" ] || cp -a "$SEED/." "$OUT/"; sync
    bash -c "$CMD" >/dev/null 2>&1 & process=$!; cut=0
    while kill -0 $process 2>/dev/null && [ $cut -lt 40 ]; do cp --sparse=always "$BASE/image" "$BASE/cuts/$cut.img"; cut=$((cut + 1)); sleep 0.00$((RANDOM % 9)); done
    wait $process; code=$?
    cp --sparse=always "$BASE/image" "$BASE/cuts/last.img"
    umount "$OUT"
    for image in "$BASE"/cuts/*.img; do
      mount -o loop "$image" "$OUT" || { bad "$(basename "$image") does not mount"; continue; }
      RUNS=$((RUNS + 1))
      m=$(check) || bad "power cut $(basename "$image"): $m"
      [[ $image == */last.img && $code = 0 ]] && { m=$(CUT=1 check "$WANTED") || bad "cut right after exit 0: $m"; }
      run || bad "re-run after $(basename "$image"): $(tail -1 "$BASE/stderr")"
      m=$(check "$WANTED") || bad "after re-run: $m"
      umount "$OUT"
    done
    rm -rf "$BASE/cuts" "$BASE/image"
  done
  row power 'ext4 image copied while the run writes and right after exit 0, then run again'
}

test_two() { # copies started together: one works, the others exit 4 (or find nothing to do)
  RUNS=0 BAD=0; declare -A codes
  for ((round = 0; round < ${ROUNDS:-20}; round++)); do
    fresh; processes=()
    for copy in 1 2 3 4; do bash -c "$CMD" >/dev/null 2>&1 & processes+=($!); done
    for process in "${processes[@]}"; do wait "$process"; code=$?; codes[$code]=$((codes[$code] + 1)); case $code in 0 | 4) ;; *) bad "exit $code" ;; esac; done
    RUNS=$((RUNS + 4))
    m=$(check "$WANTED") || bad "round $round: $m"
  done
  row two "four at once; exits$(for code in "${!codes[@]}"; do printf ' %s×%s' "$code" "${codes[$code]}"; done)"
}

abuse() { # NAME EXPECTED-EXITS PREFIX BEFORE AFTER
  RUNS=1 BAD=0; fresh; eval "$4"
  timeout 60 bash -c "$3 $CMD" >/dev/null 2>"$BASE/stderr"; code=$?
  [[ " $2 " == *" $code "* ]] || bad "$1: exit $code, not $2: $(tail -1 "$BASE/stderr")"
  eval "$5"
  m=$(timeout 20 "$HERE/consistent.py" "$OUT") || bad "$1: $m"
  row abuse "$1: exit $code"
}

test_abuse() {
  abuse 'empty environment' 0 "env -i PATH=\$PATH OUT=\$OUT" : :
  abuse 'LC_ALL=C' 0 'LC_ALL=C LANG=C' : :
  abuse 'LC_ALL=ru_RU.KOI8-R' 0 'LC_ALL=ru_RU.KOI8-R' : :
  abuse 'stdin closed' 0 'exec 0<&-;' : :
  abuse 'stdout closed' '0 1 3 101' 'exec 1>&-;' : :
  abuse 'stdout and stderr on /dev/full' '1 2 3' 'exec 1>/dev/full 2>/dev/full;' : :
  abuse 'all three closed' '0 1 3' 'exec 0<&- 1>&- 2>&-;' : :
  abuse 'ulimit -n 12' 0 'ulimit -n 12;' : :
  abuse 'ulimit -f 8 (4 KiB)' '3 153' 'ulimit -f 8;' : :
  abuse 'ulimit -f 8, SIGXFSZ ignored' 3 "trap '' XFSZ; ulimit -f 8;" : :
  abuse 'ulimit -v 200 MB' '0 2 3 134' 'ulimit -v 200000;' : :
  abuse 'ulimit -s 256 KiB' 0 'ulimit -s 256;' : :
  abuse 'TMPDIR missing' 0 'TMPDIR=/no/such' : :
  abuse 'umask 000' 0 'umask 000;' : 'find "$OUT/register.sqlite" "$OUT/.pisar" -perm /077 | grep -q . && bad "register or copies open to others"'
  abuse 'umask 077' 0 'umask 077;' : 'find "$OUT/output" -perm /077 | grep -q . && bad "documents wider than the umask"'
  abuse 'read-only mount' 3 '' 'mount --bind "$OUT" "$OUT"; mount -o remount,ro,bind "$OUT"' 'umount "$OUT"'
  abuse 'folder immutable' 3 '' 'chattr +i "$OUT"' 'chattr -i "$OUT"'
  abuse 'nobody, folder 0555' 3 'setpriv --reuid=65534 --regid=65534 --clear-groups' 'chmod 555 "$OUT"' :
  abuse 'workspace is a file' 2 '' 'rm -rf "$OUT"; touch "$OUT"' 'rm "$OUT"; mkdir "$OUT"'
  abuse 'workspace is a link to nowhere' 2 '' 'rm -rf "$OUT"; ln -s /nowhere/x "$OUT"' 'rm "$OUT"; mkdir "$OUT"'
  abuse 'output is a file' 2 '' 'touch "$OUT/output"' 'rm "$OUT/output"'
  abuse 'output is a link to nowhere' 2 '' 'ln -s /nowhere/x "$OUT/output"' 'rm "$OUT/output"'
  abuse 'a document is a folder' 3 '' 'mkdir -p "$OUT/output/Опись.xlsx"' 'rmdir "$OUT/output/Опись.xlsx"'
  abuse 'a document is a fifo' 3 '' 'mkdir -p "$OUT/output"; mkfifo "$OUT/output/Опись.xlsx"' 'rm "$OUT/output/Опись.xlsx"'
  abuse 'current folder deleted' '0 2' "mkdir \$OUT/gone; cd \$OUT/gone; rmdir \$OUT/gone;" : :
  abuse 'a document is a link' 0 '' 'echo keep >"$BASE/victim"; mkdir -p "$OUT/output"; ln -s "$BASE/victim" "$OUT/output/Опись.xlsx"' 'grep -q keep "$BASE/victim" || bad "victim overwritten"'
  abuse 'the staging folder is a link' 0 '' 'mkdir -p "$BASE/outside" "$OUT/output"; ln -s "$BASE/outside" "$OUT/output/.pisar-staging"' '[ -z "$(ls "$BASE/outside")" ] || bad "wrote outside"'
  for after in ${AFTERS:-0.01 0.02 0.03 0.05}; do
    abuse "SIGTERM after $after s" '0 143' "timeout --preserve-status -s TERM $after" : :
    abuse "SIGINT after $after s" '0 130' "timeout --preserve-status -s INT $after" : :
    abuse "SIGHUP after $after s" '0 129' "timeout --preserve-status -s HUP $after" : :
  done
}

test_clock() { # odd clocks and zones: the same bytes
  command -v faketime >/dev/null || { echo '| clock | faketime is not installed | 0 | – |'; return; }
  RUNS=0 BAD=0
  for when in '2024-02-29 12:00:00' '2024-12-31 23:59:59' '2025-01-01 00:00:00' '1970-01-02 00:00:01' '1979-12-31 00:00:00' '2038-01-19 03:14:08' '2107-12-31 23:59:59' '2026-03-29 02:30:00'; do
    for zone in Europe/Moscow Asia/Kamchatka Pacific/Apia UTC; do
      fresh; TZ=$zone faketime -f "@$when" bash -c "$CMD" >/dev/null 2>"$BASE/stderr" || bad "$when $zone: exit $?"; RUNS=$((RUNS + 1))
      [ "$(digest)" = "$PLAIN" ] || bad "$when $zone: other bytes"
    done
  done
  fresh; faketime -f '@2024-01-01 00:00:00 x-1.0' bash -c "$CMD" >/dev/null 2>"$BASE/stderr" || bad "clock going back"; RUNS=$((RUNS + 1))
  [ "$(digest)" = "$PLAIN" ] || bad "clock going back: other bytes"
  row clock 'eight moments × four zones, and a clock that goes back: the same bytes'
}

test_network() { # no socket is ever asked for
  RUNS=1 BAD=0; fresh                # bash itself asks whether its standard input is a socket
  traced -o "$BASE/trace" -e trace=network
  m=$(grep -v '+++\|getpeername(0<' "$BASE/trace") && bad "network calls: $m"
  row network 'no socket, connect, sendto … under strace'
}

for test in "${TESTS[@]}"; do "test_$test"; done
rm -rf "$BASE"
echo; echo "$TOTAL_BAD bad"; [ $TOTAL_BAD = 0 ]
