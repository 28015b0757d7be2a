#!/usr/bin/env bash
# Makes the pictures of docs/look.md: the first two pages of the first document of each kind, out of the demonstration input.
# Needs soffice, pdftoppm and ImageMagick's montage. Run it in the root of the repository.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pictures=docs/images/look
# PISAR: the program (default: target/release/pisar, built here).
if [ -z "${PISAR:-}" ]; then cargo build --release --quiet; PISAR=target/release/pisar; fi
"$PISAR" --output "$work/output" --register "$work/register.sqlite" generate --format json >"$work/made.json"
python3 - "$work" <<'PYTHON'
import json, os, shutil, sys
work = sys.argv[1]
first = {}
for document in json.load(open(f"{work}/made.json"))["documents"]:
    first.setdefault(document["kind"], document["path"])
os.mkdir(f"{work}/first")
for kind, path in first.items():
    inside = path.split("output/", 1)[1]
    shutil.copy(f"{work}/output/{inside}", f"{work}/first/{kind}{os.path.splitext(path)[1]}")
PYTHON
# The alternatives of a line each, the proof sheet, envelopes.
mkdir -p "$work/other/templates"
cp -r input "$work/other/"
sed 's/"thanks.docx"/"thanks-blank.docx"/; s/"minutes.docx"/"minutes-short.docx"/' templates/catalog.toml >"$work/other/templates/catalog.toml"
"$PISAR" -C "$work/other" generate thanks minutes --envelopes DL >/dev/null
"$PISAR" -C "$work/other" generate thanks --proof >/dev/null
cp "$(find "$work/other/output/Благодарственные письма" -name '*.docx' | sort | head -1)" "$work/first/thanks-blank.docx"
cp "$(find "$work/other/output/Протоколы" -name '*.docx' | sort | head -1)" "$work/first/minutes-short.docx"
cp "$work/other/output/Лист вычитки.docx" "$work/first/proof.docx"
cp "$work/other/output/Печать/Благодарственные письма наставникам (конверты DL).docx" "$work/first/envelopes.docx"
find "$work/first" \( -name '*.docx' -o -name '*.xlsx' \) -print0 |
  xargs -0 soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf --outdir "$work/pdf" >/dev/null
mkdir -p "$pictures"
for pdf in "$work"/pdf/*.pdf; do
  kind=$(basename "$pdf" .pdf)
  pdftoppm -r 50 -png -l 2 "$pdf" "$work/$kind"
  montage "$work/$kind"-[0-9]*.png -tile 2x -geometry +4+4 -background '#999' -colors 16 "$pictures/$kind.png"
done
echo "$(ls "$pictures" | wc -l) pictures in $pictures"
