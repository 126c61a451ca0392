#!/usr/bin/env python3
"""Every report, as CSV and JSON, in the same bytes from SQLite and PostgreSQL.

The public data of `../shared/data` (or SEKME_DATA) where they are, an invented board by way of its files, and the demo
of one school, which has what people enter on pages. With SEKME_DEMO=whole the demo is the one that `sekme demo` makes
by itself, which takes a release build and minutes. A report that has no row there, whatever is chosen, fails: nothing
of it would be compared, and nobody who looks at the demo would see what it is for.
"""

import json
import os
import re
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import engines
from engines import Failed, sekme

DATA = Path(os.environ.get("SEKME_DATA") or Path(__file__).resolve().parents[3] / "shared" / "data")
# An account that sees more than the operator does.
READER = "board.reader"
# Reports that may have no row of a board, and why.
ENTERED = "people enter it on pages; the files of a board have none of it"
# Of the demo's reports at least so many of a hundred have rows, whatever exceptions come to stand below.
LEAST = 90
EMPTY = {
    "demo": {},
    "board": {
        "registry/institutions-by-territory": "the state's list is no file of a board",
        "registry/territories-over-years": "the state's list is no file of a board",
        "assessments/exam-index": "the index is of secondary schools, and the board's one school ends with grade 9",
        "prevention/track-record": "of one small institution no outcome may be known",
        "prevention/over-limit-by-year": "totals of past years are no file of a board",
        "prevention/supported-pupils": "totals of past years are no file of a board",
        **{f"prevention/{name}": ENTERED for name in (
            "signals", "duty", "identified-risks", "caseload", "open-measures", "consultations", "support-plans",
            "individual-plans", "institutions", "meetings")},
    },
}
# Lists of persons say when they left; the engines answer one after the other, now and then over the turn of a minute.
CLOCK = re.compile(rb"(?<=plkst\.\xc2\xa0)\d\d\.\d\d")


def public_data(engine, name, _):
    """Register lists, tables of a municipality, two schools with marks and absences."""
    def load(file, *options):
        sekme("import", DATA / file, "--yes", *options, *engine.where(name))

    load("registers/viis_schools_2020_no_contacts.csv", "--year", "2020/2021")
    load("registers/viis_register_2020_no_contacts.csv")
    for file, mapping in (("absence_statistics_2022_2023_term1", "absence-by-kind"),
                          ("unexcused_pupils_by_year", "over-limit-by-year"),
                          ("supported_pupils_by_year", "supported-by-year")):
        load(f"rezekne/{file}.csv", "--mapping", mapping, "--year", "2022/2023", "--term", 1)
    load("pupils/student-por.csv", "--mapping", "student-por", "--year", "2024/2025")
    add_reader(engine, name)


def board(engine, name, folder):
    """An invented board by way of the files that it would send."""
    for file in sorted(folder.glob("[01]*.csv")):
        presence = ["--set", "presence=recorded"] if "lessons" in file.name else []
        sekme("import", file, "--yes", *presence, *engine.where(name))
    # A board with a programme and no individual plan: what refers to the one is not looked for among the other.
    sekme("doctor", *engine.where(name))
    refuse(engine, name)
    add_reader(engine, name)


def refuse(engine, name):
    """A file in which nothing can be taken over is told line by line, and the command fails, with --dry-run too."""
    file = engine.folder / "nothing.csv"
    file.write_text("Iestāde;Klase;Izglītojamā kods;Priekšmets;Veids;Mācību gads;Semestris;Datums;Nr.;Vērtējums\n"
                    "Nekādas skola;7.a;K1;Matemātika;gads;2024/2025;;;;6\n", encoding="utf-8")
    for how in ("--dry-run", "--yes"):
        said = sekme("import", file, "--format", "marks", how, *engine.where(name), codes=(1,)).decode()
        if "nothing.csv, line 2, " not in said:
            raise Failed(f"import {how} does not tell the line that is rejected:\n{said}")


def demo(engine, name, _):
    """The demo itself; its accounts come with it."""
    make_demo(engine, name)
    add_reader(engine, name)


def small_demo(engine, name, folder):
    """The demo of one basic school, and examinations of grade 12, of which such a school has none."""
    make_demo(engine, name, "--pupils", 460, "--years", 2)
    sekme("import", folder / "exams.csv", "--mapping", "viis-exams", "--yes", *engine.where(name))
    add_reader(engine, name)


def make_demo(engine, name, *size):
    # Where a database is in no folder the logins go where the program is run.
    sekme("demo", "--no-serve", *size, *engine.where(name), folder=engine.folder)


def write_exams(path):
    """The state's list of results: twelve persons, the three compulsory examinations, in the demo's first school."""
    lines = ["Mācību gads;Iestādes nosaukums;Klases pakāpe;Pārbaudījuma tips;Pārbaudījuma nosaukums;"
             "Pārbaudījuma mācību priekšmeta nosaukums;Pārbaudījuma klases pakāpe;Procenti;"
             "Eksāmena kārtošanas personas identifikators"]
    for at, subject in enumerate(("Latviešu valoda", "Angļu valoda", "Matemātika")):
        lines += [f"2024/2025;Ābeļu pamatskola;12;Centralizēts eksāmens;N/D;{subject};12;{40 + 3 * person + at};{person}"
                  for person in range(1, 13)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def add_reader(engine, name):
    sekme("user", "add", READER, "--name", "R", "--role", "board-specialist", *engine.where(name))


def report_ids(engine, name):
    listed = sekme("report", *engine.where(name)).decode()
    return re.findall(r"^([a-z-]+/[a-z-]+)\s", listed, re.MULTILINE)


def questions(report, one, years):
    """A report with the filters that it may be asked with."""
    reader = ["--as", READER]
    for year in years:
        yield [report, *year, *reader]
    # What a term or an institution leaves and what the operator sees is the same in every year.
    for rest in ([*one, *reader], [], ["--term", "1"]):
        yield [report, *years[-1], *rest]


def narrow_questions(report, one, classes, years):
    """What a report without rows so far may need: a class of the institution, a day of the year, or both; one that
    does not have a filter refuses it."""
    for year in reversed(years):
        place = [*one, "--class", classes[year[-1]]] if year and year[-1] in classes else one
        day = ["--day", f"{int(year[-1][:4]) + 1}-01-15" if year else f"{engines.TODAY[:4]}-01-15"]
        for narrow in ([*place, *day], place, [*one, *day]):
            yield [report, *year, *narrow, "--as", READER]


def places(engine, name):
    """An institution in the middle of the list, and the name of a class of it by school year: one of grade 6, where
    tests of state and municipality are written, or one in the middle."""
    tables = engine.tables(name)
    names = sorted((row["name"], row["institution_id"]) for row in tables["institution_name"])
    own, institution = names[len(names) // 2]
    classes = {}
    for row in sorted(tables["class_group"], key=lambda row: int(row["id"])):
        if row["institution_id"] == institution and int(row["grade"]) > 0:
            classes.setdefault(f"{row['year']}/{int(row['year']) + 1}", []).append((int(row["grade"]), row["name"]))
    chosen = {year: next((name for grade, name in of if grade == 6), of[len(of) // 2][1])
              for year, of in classes.items()}
    return ["--institution", own], chosen


def answer(engine, name, question):
    """What a report prints: JSON, and CSV of each of its tables that has rows; a refusal prints nothing."""
    where = engine.where(name)
    at = where.index("--lang")
    del where[at:at + 2]
    printed = sekme("report", *question, "--format", "json", *where, codes=(0, 1, 64))
    out = {"json": CLOCK.sub(b"", printed)}
    if printed:
        for section in json.loads(printed)["sections"]:
            code = section["code"]
            out[f"rows {code}"] = len(section["rows"])
            if not section["rows"]:
                continue
            printed = sekme("report", *question, "--format", "csv", "--section", code, *where)
            out[f"csv {code}"] = CLOCK.sub(b"", printed)
    return out


def compare(first, second, what, make, years, folder, brief=False):
    """Fills both engines alike and compares every answer; a brief one asks each report until it has rows."""
    with ThreadPoolExecutor(2) as pool:
        for engine in (first, second):
            if isinstance(engine, engines.Postgres):
                engine.create(what)
        list(pool.map(lambda engine: make(engine, what, folder), (first, second)))
        answers = rows = 0
        empty = []
        one, classes = places(first, what)
        # Who chooses no year is asked for the one that has data; a class has a name in one year.
        named = [year or ["--year", max(classes)] for year in years] if classes else years

        def ask(question):
            left, right = pool.map(lambda engine: answer(engine, what, question), (first, second))
            if left != right:
                faces = [face for face in left.keys() | right.keys() if left.get(face) != right.get(face)]
                raise Failed(f"{what}: {' '.join(question)}: {', '.join(sorted(faces))} differ")
            return (sum(isinstance(value, bytes) and value != b"" for value in left.values()),
                    sum(value for value in left.values() if isinstance(value, int)))

        reports = report_ids(first, what)
        for report in reports:
            found = 0
            for question in questions(report, one, years):
                if brief and found > 0:
                    break
                counts = ask(question)
                answers, found = answers + counts[0], found + counts[1]
            for question in narrow_questions(report, one, classes, named):
                if found > 0:
                    break
                counts = ask(question)
                answers, found = answers + counts[0], found + counts[1]
            if found == 0:
                empty.append(report)
            rows += found
    print(f"reports: {what}: {answers} answers with {rows} rows are the same bytes on both engines", flush=True)
    if rows == 0:
        raise Failed(f"{what}: no report has a row, so nothing was compared")
    if what in EMPTY:
        unexpected = [report for report in empty if report not in EMPTY[what]]
        if unexpected:
            raise Failed(f"{what}: no row whatever is chosen: {', '.join(unexpected)}")
    filled = len(reports) - len(empty)
    if what == "demo" and filled * 100 < LEAST * len(reports):
        raise Failed(f"{what}: only {filled} of {len(reports)} reports have rows: {', '.join(empty)} have none")


def main():
    with tempfile.TemporaryDirectory(prefix="sekme-reports-") as folder:
        folder = Path(folder)
        found = engines.engines(folder)
        if len(found) < 2:
            print("reports: skipped, for there is one engine only")
            return 0
        try:
            if (DATA / "registers").is_dir():
                years = [["--year", year] for year in ("2020/2021", "2022/2023", "2024/2025")]
                compare(*found, "public", public_data, years, folder)
            else:
                # A folder that is there and lacks what is read is no folder that is not there.
                tell = engines.skipped if DATA.is_dir() else engines.absent
                tell(f"there are no public data at {DATA}; their reports are skipped")
            if os.environ.get("SEKME_DEMO") == "whole":
                compare(*found, "demo", demo, [[], ["--year", "2024/2025"]], folder)
            else:
                write_exams(folder / "exams.csv")
                compare(*found, "demo", small_demo, [[], ["--year", "2024/2025"]], folder, brief=True)
                made = folder / "board"
                sekme("generate", "--pupils", 150, "--years", 2, "--journals", 0, "--out", made,
                      "--today", engines.TODAY)
                compare(*found, "board", board, [[], ["--year", "2024/2025"]], made)
        except Failed as failure:
            print(f"reports: FAILED {failure}", file=sys.stderr)
            return 1
        finally:
            for engine in found:
                engines.clean(engine)
    return 0


if __name__ == "__main__":
    sys.exit(main())
