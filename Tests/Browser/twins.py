"""A list of pupils in which one person stands twice: one name, one day of birth, two digits of the code swapped."""

import csv
from datetime import date
from pathlib import Path

NAME = "Dubultnieks Paraugs"

# Codes that begin with 39 are not given out: they are nobody's.
CODES = ("399999-00017", "399999-00071")
_HEADINGS = ["institution", "year", "class", "personal_code", "external_code", "surname", "forename", "birth_day"]


def write(file: Path, institution: str, classes: tuple[str, str], today: date) -> None:
    """Writes the list: each of the two is in a class of the institution in the school year of a day."""
    start = today.year if today.month >= 9 else today.year - 1
    surname, forename = NAME.split(" ")
    with file.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(_HEADINGS)
        for number, (name, code) in enumerate(zip(classes, CODES), 1):
            external = f"DUB-{number}"
            rows.writerow(
                [institution, f"{start}/{start + 1}", name, code, external, surname, forename, "14.03.2014."]
            )
