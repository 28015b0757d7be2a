#!/usr/bin/env bash
# tests/pages.sh DIR [OUT]: compares every PDF under DIR with what LibreOffice makes of the .docx beside it: number of pages, fonts
# embedded, text extractable in Cyrillic. Lists what differs; pictures of both go to OUT (default: a new folder under /tmp).
# Needs soffice, pdfinfo, pdffonts, pdftotext, pdftoppm. Status 1 where anything differs.
set -euo pipefail
export LC_ALL=C.UTF-8
dir=$(realpath "$1")
out=${2:-$(mktemp -d /tmp/pages.XXXXXX)}
mkdir -p "$out/reference" "$out/input" "$out/pictures"
count=0
names="$out/names.tsv"; : >"$names"
while IFS= read -r -d '' docx; do
    pdf="${docx%.docx}.pdf"
    [ -f "$pdf" ] || continue
    count=$((count + 1))
    cp "$docx" "$out/input/$(printf %05d $count).docx"
    printf '%05d\t%s\n' "$count" "$pdf" >>"$names"
done < <(find "$dir" -name '*.docx' -print0 | sort -z)
[ "$count" -gt 0 ] || { echo "no .docx with a .pdf beside it under $dir"; exit 2; }
soffice "-env:UserInstallation=file://$out/profile" --headless --norestore --convert-to pdf --outdir "$out/reference" "$out"/input/*.docx >/dev/null 2>&1
pages() { pdfinfo "$1" 2>/dev/null | awk '/^Pages:/ { print $2 }'; }
differ=0 total=0
while IFS=$'\t' read -r number pdf; do
    reference="$out/reference/$number.pdf"
    ours=$(pages "$pdf"); theirs=$(pages "$reference")
    total=$((total + ${ours:-0}))
    told=""
    [ "$ours" = "$theirs" ] || told="$told pages $ours, LibreOffice $theirs;"
    pdffonts "$pdf" | awk 'NR > 2 && $(NF-4) != "yes"' | grep -c . >/dev/null && told="$told a font is not embedded;"
    pdftotext "$pdf" - | grep -cP '\p{Cyrillic}' >/dev/null || told="$told no Cyrillic text;"
    if [ -n "$told" ]; then
        differ=$((differ + 1))
        echo "${pdf#"$dir"/}:$told"
        pdftoppm -r 50 -png "$pdf" "$out/pictures/$number-ours"
        pdftoppm -r 50 -png "$reference" "$out/pictures/$number-libreoffice"
    fi
done <"$names"
echo "$count documents, $total pages, $differ differ; pictures in $out/pictures"
[ "$differ" -eq 0 ]
