#!/usr/bin/env bash
# Makes the pictures of docs/look.md: the first two pages of the first document of each kind, out of the demonstration input.
# Needs soffice, pdftoppm and ImageMagick's montage. Run it in the root of the repository.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pictures=docs/images/look
cargo build --release --quiet
target/release/pisar --output "$work/output" --register "$work/register.sqlite" generate --format json >"$work/made.json"
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
find "$work/first" \( -name '*.docx' -o -name '*.xlsx' \) -print0 |
  xargs -0 soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf --outdir "$work/pdf" >/dev/null
mkdir -p "$pictures"
for pdf in "$work"/pdf/*.pdf; do
  kind=$(basename "$pdf" .pdf)
  pdftoppm -r 50 -png -l 2 "$pdf" "$work/$kind"
  montage "$work/$kind"-[0-9]*.png -tile 2x -geometry +4+4 -background '#999' -colors 16 "$pictures/$kind.png"
done
echo "$(ls "$pictures" | wc -l) pictures in $pictures"
