#!/usr/bin/env python3
"""The main job on real input, as the tour of the README has it: files in, reports out, each number as it was published.

Each pair of commands is typed as somebody would who has the program and the public data of `../shared/data` (or
SEKME_DATA): in a folder of their own, with a new database beside them.
"""

import csv
import io
import json
import os
import re
import sys
import tempfile
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import engines
from engines import Failed, sekme

DATA = Path(os.environ.get("SEKME_DATA") or Path(__file__).resolve().parents[3] / "shared" / "data").resolve()
# Letters in Latvian order; the length of a vowel decides only between names that are alike otherwise.
LETTERS = " -0123456789abcčdefgģhijkķlļmnņopqrŗsštuvwxzž"
SHORT = str.maketrans("āēīōūy", "aeioui")


def must_be(found, wanted, what):
    if found != wanted:
        raise Failed(f"{what}: {found}, not {wanted}")


def latvian(name):
    """What a name is sorted by."""
    return [LETTERS.index(letter) for letter in name.lower().translate(SHORT)]


def rounded(number, decimals):
    """A number of a reference file as reports round it: half away from zero."""
    return Decimal(str(number)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def territories(folder):
    """The state's list of schools, by municipality."""
    real = ("--database", "sqlite:real")
    sekme("import", DATA / "registers/viis_schools_2020_no_contacts.csv", "--year", "2020/2021", "--yes", *real,
          folder=folder)
    printed = sekme("report", "registry/institutions-by-territory", "--year", "2020/2021", "--format", "csv", *real,
                    folder=folder)
    rows = rows_of(printed.decode())
    sums = {column: sum(int(row[column] or 0) for row in rows) for column in ("institutions", "pupils", "preschool")}
    must_be(len(rows), 119, "territories")
    must_be(sums, {"institutions": 688, "pupils": 215_973, "preschool": 15_028}, "sums of all territories")
    names = [row["territory"] for row in rows]
    must_be(names, sorted(names, key=latvian), "territories in Latvian order")
    must_be((names[0], names[-1]), ("Ādažu novads", "Zilupes novads"), "the first and the last territory")
    reference = {
        row["Novads/republikas pilsēta"].lower(): (
            int(row["schools"]), int(row["pupils"]), rounded(row["mean_school_size"], 1),
            rounded(row["median_school_size"], 1), int(row["largest"]))
        for row in rows_of((DATA / "reference/viis_by_municipality.csv").read_text(encoding="utf-8-sig"))
    }
    found = {
        row["territory"].lower(): (
            int(row["institutions"]), int(row["pupils"]), Decimal(row["mean_size"]), Decimal(row["median_size"]),
            int(row["largest"]))
        for row in rows
    }
    must_be(sorted(found), sorted(reference), "names of territories")
    for name, counts in reference.items():
        must_be(found[name], counts, name)
    return f"{len(rows)} territories, {sums['institutions']} institutions, {sums['pupils']:,} pupils"


def annex(folder):
    """The lessons missed in a city's schools, with the totals that were published."""
    real = ("--database", "sqlite:real")
    sekme("import", DATA / "rezekne/absence_statistics_2022_2023_term1.csv", "--mapping", "absence-by-kind", "--year",
          "2022/2023", "--term", 1, "--yes", *real, folder=folder)
    question = ("report", "attendance/statistics", "--year", "2022/2023", "--term", 1, *real)
    answer = json.loads(sekme(*question, "--format", "json", folder=folder), parse_float=Decimal)
    total = answer["sections"][0]["total"]
    kinds, missed = {"illness": 104_083, "excused": 43_065, "unexcused": 6_366}, 153_514
    must_be({name: total[name] for name in (*kinds, "total")}, {**kinds, "total": missed}, "totals of the annex")
    for kind, lessons in kinds.items():
        must_be(total[f"{kind}_share"], rounded(Decimal(100 * lessons) / missed, 1), f"share of {kind}")
    # In a terminal as on paper: numbers of five digits and more in groups of three.
    printed = sekme(*question, folder=folder).decode()
    if not re.search(r"^Kopā\b.*\b104\s083\b.*\b43\s065\b.*\b6366\b.*\b153\s514\b", printed, re.MULTILINE):
        raise Failed(f"the table has no line of totals:\n{printed}")
    return f"{', '.join(f'{lessons:,}' for lessons in kinds.values())} of {missed:,} lessons missed"


def correlations(folder):
    """Absences beside marks of two schools, with the coefficients that R gives."""
    pupils = ("--database", "sqlite:pupils")
    sekme("import", DATA / "pupils/student-por.csv", "--mapping", "student-por", "--yes", *pupils, folder=folder)
    printed = sekme("report", "attendance/absence-and-mark", "--format", "json", *pupils, folder=folder)
    sections = {section["code"]: section for section in json.loads(printed, parse_float=Decimal)["sections"]}
    rows = sections["correlation"]["rows"]
    found = [row["estimate"] for row in rows]
    must_be(found, [Decimal("-0.0914"), Decimal("-0.1585"), Decimal("-0.1229")], "Pearson, Spearman, Kendall")
    must_be([row["n"] for row in rows], [649] * 3, "pupils behind each coefficient")
    by_r = json.loads((DATA / "reference/correlations_R.json").read_text(encoding="utf-8"))["student_por:absences~G3"]
    in_r = [by_r["pearson"]["r"], by_r["spearman"]["rho"], by_r["kendall"]["tau_b"]]
    must_be(found, [rounded(number, 4) for number in in_r], "the coefficients of R")
    return "Pearson {}, Spearman {}, Kendall {}".format(*found)


def main():
    if not (DATA / "registers").is_dir():
        # A folder that is there and lacks what is read is no folder that is not there.
        tell = engines.skipped if DATA.is_dir() else engines.absent
        tell(f"there are no public data at {DATA}; the main job is skipped")
        return 0
    with tempfile.TemporaryDirectory(prefix="sekme-main-") as folder:
        try:
            for job in (territories, annex, correlations):
                print(f"main: {job(folder)}", flush=True)
        except Failed as failure:
            print(f"main: FAILED {failure}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
