#!/usr/bin/env python3
"""workspace.py N FOLDER - a pisar workspace with the first N letters of the peers' harness (the current folder).

Its data (data/people.json, repeated after its last letter) becomes one workbook of two sheets, «письма» and «подопечные», joined
by the column «Код»; its letter (templates/handlebars.docx, one tag split over runs) keeps every byte but the tags.
"""
import json, os, re, sys, zipfile
from xml.sax.saxutils import escape

N, folder = int(sys.argv[1]), sys.argv[2]
people = json.load(open("data/people.json", encoding="utf-8"))
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
strings = {}


def column(place):
    return chr(ord("A") + place)


def cell(place, row, value):
    if isinstance(value, int):
        return f'<c r="{column(place)}{row}"><v>{value}</v></c>'
    return f'<c r="{column(place)}{row}" t="s"><v>{strings.setdefault(value, len(strings))}</v></c>'


def sheet(rows):
    body = "".join(
        f'<row r="{at}">' + "".join(cell(place, at, value) for place, value in enumerate(row)) + "</row>"
        for at, row in enumerate(rows, 1)
    )
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'


def letters():
    fields = [name for name in people[0] if name != "rows"]
    yield ["Код", *fields]
    for at in range(N):
        letter = people[at % len(people)]
        yield [f"{at + 1:05}", *(letter[name] for name in fields)]


def pupils():
    fields = list(people[0]["rows"][0])
    yield ["Код", *fields]
    for at in range(N):
        for row in people[at % len(people)]["rows"]:
            yield [f"{at + 1:05}", *(row[name] for name in fields)]


def workbook(path):
    sheets = {"письма": sheet(letters()), "подопечные": sheet(pupils())}
    listed = "".join(f'<sheet name="{name}" sheetId="{at}" r:id="s{at}"/>' for at, name in enumerate(sheets, 1))
    related = "".join(
        f'<Relationship Id="s{at}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{at}.xml"/>' for at in (1, 2)
    )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    texts = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet2.xml" ContentType="{kind}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'{related}<Relationship Id="s3" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheets["письма"],
        "xl/worksheets/sheet2.xml": sheets["подопечные"],
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" uniqueCount="{len(strings)}">{texts}</sst>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(name, text if text.startswith("<?xml") else HEAD + text)


def template(path):
    def tags(text):
        for old, new in (
            ("{{#if is_f}}", '{{#если (равно письмо.gender "ж")}}'),
            ("{{else}}", "{{иначе}}"),
            ("{{/if}}", "{{/если}}"),
            ("{{#each rows}}{{removeTableRow}}", "{{#каждый письмо.подопечные}}"),
            ("{{/each}}{{removeTableRow}}", "{{/каждый}}"),
        ):
            assert old in text, old
            text = text.replace(old, new)
        return fields(text)

    def fields(text):
        return re.sub(r"\{\{(?!(?:n|student|task|result|hours)\}\})(?=[a-z])", "{{письмо.", text)

    source = zipfile.ZipFile("templates/handlebars.docx")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as letter:
        for part in source.infolist():
            data = source.read(part)
            if part.filename == "word/document.xml":
                data = tags(data.decode()).encode()
            elif part.filename == "word/footer1.xml":
                data = fields(data.decode()).encode()
            letter.writestr(part.filename, data)


CATALOG = """[[document]]
id       = "letter"
title    = "Благодарственные письма"
template = "letter.docx"
for-each = "письма"
as       = "письмо"
file     = "{{письмо.код}}"
"""

for name in ("input", "templates"):
    os.makedirs(os.path.join(folder, name), exist_ok=True)
workbook(os.path.join(folder, "input", "letters.xlsx"))
template(os.path.join(folder, "templates", "letter.docx"))
with open(os.path.join(folder, "templates", "catalog.toml"), "w", encoding="utf-8") as catalog:
    catalog.write(CATALOG)
