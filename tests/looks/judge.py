#!/usr/bin/env python3
"""judge.py WORK PICTURES: compares the PDFs of both engines under WORK (see tests/pages.sh) and measures ours; status 1 where anything is wrong.

Pages: as many as LibreOffice makes. Fonts: embedded, Liberation Serif or Times New Roman. Margins: no word stands outside its section's (but the
page's number, the foot), a millimetre apart. Requisites: in the order of tests/looks/order.tsv. Page breaks in other places are told."""
import html
import json
import os
import re
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor

MM = 72 / 25.4
SLACK = 1.0  # millimetres: the overhang of letters, rounding
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)


def told(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def pages(pdf):
    """Width, height and words of each page; millimetres."""
    text = told("pdftotext", "-bbox", pdf, "-")
    return [
        (float(width) / MM, float(height) / MM,
         [(*(float(side) / MM for side in word[:4]), html.unescape(word[4])) for word in WORD.findall(body)])
        for width, height, body in PAGE.findall(text)
    ]


def sections(docx):
    """The page set-ups of a document: width, height, margins top right bottom left; millimetres; whether it has a foot."""
    with zipfile.ZipFile(docx) as package:
        text = package.read("word/document.xml").decode()
        names = package.namelist()
    found = []
    for section in re.findall(r"<w:sectPr\b.*?</w:sectPr>", text, re.S):
        number = lambda element, name: int(re.search(rf'<w:{element} [^>]*w:{name}="(\d+)"', section)[1]) / 20 / MM
        sides = [number("pgMar", side) for side in ("top", "right", "bottom", "left")]
        found.append((number("pgSz", "w"), number("pgSz", "h"), sides))
    return found, any("footer" in name for name in names)


def outside(docx, laid_out):
    """The words that stand in a margin of every section of their page's size."""
    setups, has_foot = sections(docx)
    wrong = []
    for number, (width, height, words) in enumerate(laid_out, 1):
        own = [sides for w, h, sides in setups if abs(w - width) < 1 and abs(h - height) < 1]
        if not own:
            wrong.append(f"page {number} is {width:.0f} × {height:.0f} mm")
            continue
        top, right, bottom, left = (min(sides[place] for sides in own) for place in range(4))
        for x, y, x2, y2, word in words:
            is_number = number > 1 and y2 < top and word.isdigit() and abs((x + x2) / 2 - (left + width - right) / 2) < 2 and y >= 9
            is_foot = has_foot and y2 > height - bottom and y2 < height - 9
            if is_number or is_foot:
                continue
            # A line's box reaches above and below its letters.
            if x < left - SLACK or x2 > width - right + SLACK or y < top - 2 * SLACK or y2 > height - bottom + 2 * SLACK:
                wrong.append(f"page {number}: «{word}» at {x:.1f}–{x2:.1f}, {y:.1f}–{y2:.1f} mm; margins {top:.0f} {right:.0f} {bottom:.0f} {left:.0f}")
    return wrong


def fonts(pdf):
    wrong = []
    for line in told("pdffonts", pdf).splitlines()[2:]:
        name, embedded = line.split()[0], line.split()[-5]
        if embedded != "yes":
            wrong.append(f"{name} is not embedded")
        if not re.search(r"LiberationSerif|Liberation Serif|TimesNewRoman|Times", name):
            wrong.append(f"a font is {name}")
    return wrong


def order(kind, laid_out):
    """The requisites that do not follow each other down the pages as the standard has them."""
    lines = {}
    for number, (_, _, words) in enumerate(laid_out):
        for x, y, _, _, word in sorted(words, key=lambda word: (round(word[1]), word[0])):
            lines.setdefault((number, round(y)), []).append(word)
    text = [(place, " ".join(words)) for place, words in sorted(lines.items())]
    wrong, last = [], (0, -1)
    for requisite in ORDER.get(kind, []):
        found = next((place for place, line in text if place > last and re.search(requisite, line)), None)
        if found is None:
            wrong.append(f"no «{requisite}» after {last[0] + 1}:{last[1]} mm")
        else:
            # Two requisites may stand on one line.
            last = (found[0], found[1] - 1)
    return wrong


def load_order():
    rows = {}
    with open(os.path.join(os.path.dirname(__file__), "order.tsv"), encoding="utf-8") as source:
        for line in source:
            if line.strip() and not line.startswith("#"):
                kinds, *requisites = line.rstrip("\n").split("\t")
                rows.update(dict.fromkeys(kinds.split(","), requisites))
    return rows


def load_known():
    with open(os.path.join(os.path.dirname(__file__), "differs.tsv"), encoding="utf-8") as source:
        return {tuple(line.rstrip("\n").split("\t")) for line in source if line.strip() and not line.startswith("#")}


ORDER = load_order()
KNOWN = load_known()


def judge(work, kind, path):
    inside = path.split("output/", 1)[1]
    docx = os.path.join(work, "plain", inside)
    pdf = os.path.join(work, "output", inside[:-5] + ".pdf")
    reference = os.path.join(work, "office", "output", inside[:-5] + ".pdf")
    if not os.path.exists(pdf) or not os.path.exists(reference):
        return kind, inside, 0, 0, ["a PDF is missing"], [], pdf, reference
    ours, theirs = pages(pdf), pages(reference)
    count = [] if len(ours) == len(theirs) else [f"{len(ours)} pages, LibreOffice {len(theirs)}"]
    is_known = (os.path.basename(work), inside) in KNOWN
    wrong = [] if is_known else count
    # Not wrong, but told: a page that begins with other words has other lines on it; a count that docs/look.md lists.
    differs = count if is_known else []
    begins = [[" ".join(word[4] for word in page[2][:3]) for page in side] for side in (ours, theirs)]
    for number, (own, other) in list(enumerate(zip(*begins), 1))[1:]:
        if own.replace(" ", "") != other.replace(" ", ""):
            differs.append(f"page {number} begins «{own}», LibreOffice's «{other}»")
    empty = [str(number) for number, page in enumerate(ours, 1) if not page[2]]
    if empty:
        wrong.append(f"page {', '.join(empty)} is empty")
    if not any(re.search("[А-яЁё]", word[4]) for page in ours for word in page[2]):
        wrong.append("no Cyrillic text")
    wrong += fonts(pdf) + outside(docx, ours) + order(kind, ours)
    return kind, inside, len(ours), len(theirs), wrong, differs, pdf, reference


def main(work, pictures):
    documents = json.load(open(os.path.join(work, "documents.json"), encoding="utf-8"))["documents"]
    papers = [(one["kind"], one["path"]) for one in documents if one["path"].endswith(".docx") and "." not in one["kind"]]
    with ThreadPoolExecutor(2) as pool:
        judged = list(pool.map(lambda paper: judge(work, *paper), papers))
    bad = [one for one in judged if one[4]]
    other = [one for one in judged if one[5] and not one[4]]
    name = os.path.basename(work)
    for number, (kind, inside, _, _, wrong, differs, pdf, reference) in enumerate(bad + other):
        label, found = ("", wrong) if wrong else ("differs: ", differs)
        print(f"{name}: {label}{kind}: {inside}: {'; '.join(found[:4])}{' …' if len(found) > 4 else ''}")
        os.makedirs(pictures, exist_ok=True)
        for engine, file in (("ours", pdf), ("libreoffice", reference)):
            if os.path.exists(file) and number < 20:
                subprocess.run(["pdftoppm", "-r", "60", "-png", file, os.path.join(pictures, f"{name}-{number:02}-{engine}")], check=True)
    for engine, place, label in (("builtin", 2, "built-in"), ("office", 3, "LibreOffice")):
        count = sum(one[place] for one in judged)
        spent = sum(float(part) for part in open(os.path.join(work, engine + ".time")).read().split()[-2:])
        print(f"{name}: {label}: {count} pages, {spent:.1f} s of CPU, {1000 * spent / max(count, 1):.0f} ms a page")
    kinds = {one[0] for one in judged}
    print(f"{name}: {len(judged)} documents of {len(kinds)} kinds, {len(bad)} wrong, {len(other)} with page breaks elsewhere")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
