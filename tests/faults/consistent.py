#!/usr/bin/env python3
"""consistent.py WORKSPACE [WANTED]: exits 0 when no file is torn and no number lost or repeated.

Every file under output/ must have a hash that register.sqlite knows (a document's, an earlier edition's, or one that
the interrupted run meant); every series must be gapless and unique up to its last number. With WANTED the run must
also be complete: that many issued documents, each file in place, no intent, no staging folder left (a power cut may bring
an emptied one back: CUT=1).
The register is read from a copy, journal and all, so that looking changes nothing.
"""
import hashlib, os, shutil, sqlite3, sys, tempfile

workspace, wanted = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else None
output, register = os.path.join(workspace, 'output'), os.path.join(workspace, 'register.sqlite')
bad, known, issued, intents = [], set(), [], 0
if os.path.exists(register) and os.path.getsize(register):
    with tempfile.TemporaryDirectory() as copy:
        for name in ('register.sqlite', 'register.sqlite-journal'):
            if os.path.exists(os.path.join(workspace, name)):
                shutil.copy(os.path.join(workspace, name), copy)
        db = sqlite3.connect(os.path.join(copy, 'register.sqlite'))
        try:
            if db.execute('PRAGMA integrity_check').fetchone()[0] != 'ok':
                bad.append('register damaged')
            if db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                for table in ('document', 'edition', 'intent'):
                    known |= {row[0] for row in db.execute(f'SELECT hash FROM {table} WHERE hash IS NOT NULL')}
                intents = db.execute('SELECT count(*) FROM intent').fetchone()[0]
                for series, period, last in db.execute('SELECT name, period, last FROM series'):
                    numbers = [row[0] for row in db.execute(
                        'SELECT number FROM document WHERE series = ? AND period = ? ORDER BY number', (series, period))]
                    if numbers != list(range(1, last + 1)):
                        bad.append(f'{series} {period}: numbers {numbers} up to {last}')
                issued = db.execute("SELECT path, hash FROM document WHERE state = 'issued' AND hash IS NOT NULL").fetchall()
        except sqlite3.DatabaseError as error:
            bad.append(f'register: {error}')
for folder, folders, files in os.walk(output):
    folders[:] = [name for name in folders if not name.startswith('.')]
    for name in files:
        path = os.path.join(folder, name)
        if os.path.isfile(path) and not os.path.islink(path):
            if hashlib.sha256(open(path, 'rb').read()).digest() not in known:
                bad.append(f'torn or unknown: {os.path.relpath(path, output)} ({os.path.getsize(path)} bytes)')
if wanted is not None:
    whole = sum(os.path.isfile(os.path.join(output, path))
                and hashlib.sha256(open(os.path.join(output, path), 'rb').read()).digest() == digest
                for path, digest in issued)
    if whole != wanted or intents or ('CUT' not in os.environ and os.path.lexists(os.path.join(output, '.pisar-staging'))):
        bad.append(f'{whole} of {wanted} whole, {intents} intents left')
print('; '.join(bad))
sys.exit(1 if bad else 0)
