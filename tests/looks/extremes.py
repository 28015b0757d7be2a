#!/usr/bin/env python3
"""extremes.py DIR: three inputs out of the demonstration's tables, for tests/pages.sh: DIR/shortest, DIR/longest, DIR/most, a folder `input` each.

shortest: a row a sheet, nothing that may be absent; longest: every name a long double one, every post, organisation and text the longest that
a secretary may have; most: eight times the rows, no two alike."""
import csv
import os
import re
import shutil
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DATA = os.path.join(ROOT, "examples", "demo_input")
SHEETS = {
    "participants/details": "Реквизиты", "participants/members": "Участники", "participants/organisations": "Организации",
    "participants/mentors": "Наставники", "participants/meetings": "Заседания", "participants/events": "События",
    "participants/vacancies": "Вакансии", "participants/execution": "Исполнение", "results/decisions": "Решения",
    "results/programmes": "Программы", "results/quota": "КЦП", "results/practice": "Практика", "results/championship": "Чемпионат",
    "results/contest": "Конкурс", "results/inclusion": "Инклюзия", "results/publications": "Публикации",
}
# What a paper cannot do without stays whole in the shortest input.
WHOLE = {"Реквизиты", "События"}
NEEDED = {"Участники": 4, "Организации": 2, "Заседания": 2, "Решения": 2}
MULTIPLIED = {"Участники", "Организации", "Наставники", "Вакансии", "Решения", "Программы", "КЦП", "Практика", "Чемпионат", "Конкурс",
              "Инклюзия", "Публикации"}
PERSON = re.compile(r"^[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(вич|ьич|вна|ична)$")
LONG = {
    "Должность": " по управлению персоналом, социальным вопросам и взаимодействию с профессиональными образовательными организациями",
    "Должность руководителя": " по управлению персоналом и социальным вопросам",
    "За что": ", многолетний добросовестный труд, личный вклад в организацию производственной практики, наставничество над студентами выпускных групп",
    "Требования": "; среднее профессиональное образование, допуск к работам в электроустановках, опыт работы не менее одного года",
}
TEXT = ", включая подготовку материалов, согласование с участниками кластера и размещение сведений на сайте ведущей организации"
LENGTHENED = {"Решение", "Вопрос", "Место", "Фактический результат", "Подтверждение", "Программа", "Профессия", "Замечания",
              "Проблема", "Результат", "Ожидаемый результат", "Мероприятие", "Тема", "Проект", "Выступили", "Повестка", "Приглашённые"}
SURNAMES = ["Белов", "Серов", "Чернов", "Краснов", "Зеленцов", "Рыжов", "Синицын"]


def tables():
    for file, sheet in SHEETS.items():
        with open(os.path.join(DATA, file + ".tsv"), encoding="utf-8") as source:
            rows = [line.rstrip("\n").split("\t") for line in source]
        yield sheet, [[cell.replace("\\n", "\n") for cell in row] for row in rows]


def write(folder, sheets):
    folder = os.path.join(folder, "input")
    os.makedirs(folder)
    shutil.copy(os.path.join(ROOT, "input", "plan.xlsx"), folder)
    for sheet, rows in sheets:
        with open(os.path.join(folder, sheet + ".csv"), "w", encoding="utf-8", newline="") as out:
            csv.writer(out, delimiter=";").writerows(rows)


def shortest(sheets):
    for sheet, rows in sheets:
        yield sheet, rows if sheet in WHOLE else rows[: 1 + NEEDED.get(sheet, 1)]


def double(name, surname):
    """«Белов-Иванов Пётр Ильич»: both parts decline."""
    return surname + ("а" if name.endswith("на") else "") + "-" + name


def longest(sheets):
    sheets = list(sheets)
    names = {cell for _, rows in sheets for row in rows for cell in row if PERSON.match(cell)}
    places = {}
    for sheet, rows in sheets:
        if sheet == "Организации":
            for row in rows[1:]:
                for cell in row[:1]:
                    if not cell.endswith("»"):
                        continue
                    places[cell] = cell[:-1] + " имени первооткрывателей Западной Сибири и Крайнего Севера»"
    for sheet, rows in sheets:
        made = [rows[0]]
        for row in rows[1:]:
            cells = []
            for heading, cell in zip(rows[0], row):
                if cell in names:
                    cell = double(cell, "Красноштанниковск" + ("ая" if cell.endswith("на") else "ий")).replace("ийа-", "ая-").replace("аяа-", "ая-")
                elif cell in places:
                    cell = places[cell]
                elif cell and heading in LONG:
                    cell += LONG[heading]
                elif cell and heading in LENGTHENED:
                    # What follows the dash is the speaker.
                    parts = [line.partition(" — ") for line in cell.split("\n")]
                    cell = "\n".join(text + TEXT + dash + speaker for text, dash, speaker in parts)
                cells.append(cell)
            made.append(cells)
        yield sheet, made


def most(sheets):
    for sheet, rows in sheets:
        if sheet not in MULTIPLIED:
            yield sheet, rows
            continue
        made = list(rows)
        for place, surname in enumerate(SURNAMES, 2):
            for row in rows[1:]:
                if rows[0][0] == "ФИО" and not PERSON.match(row[0]):
                    continue
                cells = [double(cell, surname) if PERSON.match(cell) else cell for cell in row]
                if sheet == "Организации":
                    cells[:2] = [cell[:-1] + f"-{place}»" if cell.endswith("»") else f"{cell} {place}" for cell in cells[:2]]
                if sheet in ("Программы", "Конкурс"):
                    cells[0] += f" ({place})"
                if sheet == "Участники":
                    # One chair, one secretary; the rest are members.
                    cells = ["член" if cell in ("председатель", "заместитель", "секретарь") else cell for cell in cells]
                made.append(cells)
        yield sheet, made


if __name__ == "__main__":
    for make in (shortest, longest, most):
        write(os.path.join(sys.argv[1], make.__name__), make(tables()))
