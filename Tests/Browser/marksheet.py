"""A spreadsheet of marks as people make it by hand: a title, merged headings, decimal commas, days with dots."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import Workbook

SUBJECT = "Matemātika"

# The headings are nobody's own, so that each has to be chosen by hand.
HEADINGS = {
    "institution": "Kur mācās",
    "class": "Klasīte",
    "surname": "Uzv.",
    "forename": "V.",
    "subject": "Priekšm.",
    "day": "Kad rakstīts",
    "mark": "Cik %",
    "scale": "Vērtē ar",
    "kind": "Kas tas ir",
}


# Merged cells over the headings: how many columns each spans.
GROUPS = {"Izglītojamais": 4, "Darbs": 5}


# A list that says neither whose pupils they are nor what is marked and how: its title is all there is.
BARE = {
    "surname": "Izglītojamais / Uzv.",
    "forename": "Izglītojamais / V.",
    "day": "Darbs / Kad rakstīts",
    "mark": "Darbs / Cik",
}


def label(field: str) -> str:
    """What the page calls the column of a field: its heading under the merged one."""
    groups = [group for group, width in GROUPS.items() for _ in range(width)]
    return f"{groups[list(HEADINGS).index(field)]} / {HEADINGS[field]}"


@dataclass(frozen=True)
class ClassList:
    """A class and the names of its pupils: surname and forename."""

    institution: str
    name: str
    pupils: list[tuple[str, str]]


def write(file: Path, listed: ClassList, day: date) -> int:
    """Writes one test of a class and returns how many marks it has."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Pārbaudes darbs"
    sheet.append([f"{listed.name} klases pārbaudes darbs"])
    sheet.merge_cells("A1:I1")
    sheet.append([None])
    sheet.append(["Izglītojamais", None, None, None, "Darbs"])
    sheet.merge_cells("A3:D3")
    sheet.merge_cells("E3:I3")
    sheet.append(list(HEADINGS.values()))
    for number, (surname, forename) in enumerate(listed.pupils):
        mark = f"{40 + number * 2},5"
        sheet.append(
            [
                *(listed.institution, listed.name, surname, forename, SUBJECT),
                *(f"{day:%d.%m.%Y}", mark, "percent", "pārbaudes darbs"),
            ]
        )
    book.save(file)
    return len(listed.pupils)


def write_bare(file: Path, listed: ClassList, day: date) -> int:
    """Writes the test of a class without institution, class, subject and scale in columns; how many marks it has."""
    book = Workbook()
    notes = book.active
    notes.title = "Piezīmes"
    notes.append(["Šī lapa nav tabula"])
    sheet = book.create_sheet("Darbs")
    sheet.append([f"{SUBJECT}, pārbaudes darbs"])
    sheet.merge_cells("A1:D1")
    sheet.append([None])
    sheet.append(["Izglītojamais", None, "Darbs"])
    sheet.merge_cells("A3:B3")
    sheet.merge_cells("C3:D3")
    sheet.append([heading.split(" / ")[1] for heading in BARE.values()])
    for number, (surname, forename) in enumerate(listed.pupils):
        sheet.append([surname, forename, f"{day:%d.%m.%Y}", f"{50 + number},5"])
    book.save(file)
    return len(listed.pupils)


def write_journal(file: Path, listed: ClassList, day: date) -> int:
    """Writes the journal of a class as e-klase exports it, without personal codes; how many marks it has."""
    book = Workbook()
    sheet = book.active
    sheet.title = listed.name
    before = [None] * 5
    sheet.append([listed.name])
    sheet.append([*before, *(surname for surname, _ in listed.pupils)])
    sheet.append([*before, *(forename for _, forename in listed.pupils)])
    sheet.append([None])
    marks = [4 + number for number in range(len(listed.pupils))]
    sheet.append(["Žurnāls", SUBJECT, None, f"{day:%d.%m.%Y}", "Pārbaudes darbs", *marks])
    book.save(file)
    return len(marks)
