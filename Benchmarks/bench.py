#!/usr/bin/env python3
"""Measures Sekme beside its peers and prints a table; scripts/bench prepares what it needs.

Both sides run in turn in one go; the best of five after one that is not counted. Rows that are made of fewer runs, as
a run takes long or counts instead of timing, say so; a median or p95 is of all that one run asked for. The times of
Sekme are taken inside its process, so the start of a process is in none but the one that is called so. SEKME_BENCH
names single parts; the large ones are made smaller by the variables below, for a run that only shows that they work.
"""

import contextlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import marks
import peers
import served
import visits

PROGRAM = os.environ["SEKME_PROGRAM"]
BENCH = os.environ["SEKME_BENCH_PROGRAM"]
PEERS = os.environ["SEKME_BENCH_PEERS"]
ALL = "demo import reports page start mark clients meeting board signals country"


def numbers(name, usual):
    return [float(number) for number in os.environ.get(name, usual).split()]


PARTS = os.environ.get("SEKME_BENCH", ALL).split()
# Million rows of lessons; pupils of the boards for one changed mark.
MILLIONS = os.environ.get("SEKME_BENCH_MILLIONS", "5")
SIZES = [int(size) for size in numbers("SEKME_BENCH_PUPILS", "3500 200000")]
# The demo's pupils; how long eight clients ask; how many people meet for how many minutes.
DEMO_PUPILS = int(*numbers("SEKME_BENCH_DEMO_PUPILS", "3500"))
CLIENT_SECONDS = int(*numbers("SEKME_BENCH_SECONDS", "60"))
PEOPLE, MINUTES = numbers("SEKME_BENCH_MEETING", "50 10")
# The pupils and years of a large board; millions of marks of a small and a large import.
BOARD_PUPILS, BOARD_YEARS = (int(number) for number in numbers("SEKME_BENCH_BOARD", "200000 3"))
MARKS = numbers("SEKME_BENCH_MARKS", "1 36")
rows = []


def tell(work, sekme, peer, ratio, wanted):
    """A line of the table."""
    rows.append((work, sekme, peer, ratio, wanted))
    print(f"bench: {work}: {sekme} | {peer} | {ratio} | {wanted}", file=sys.stderr, flush=True)


def bench(*arguments, key=None, under=(), program=BENCH):
    """Runs sekme-bench and gives its figures, and what was said beside them."""
    environment = dict(os.environ) | ({"SEKME_KEY": str(key)} if key else {})
    done = subprocess.run([*under, program, *map(str, arguments)], capture_output=True, env=environment)
    if done.returncode != 0:
        raise SystemExit(f"sekme-bench {arguments}: {done.stderr.decode()}")
    return json.loads(done.stdout.splitlines()[-1]), done.stderr.decode()


def sekme(*arguments):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True)
    if done.returncode != 0:
        raise SystemExit(f"sekme {arguments}: {done.stderr.decode()}")


def forget(database):
    shutil.rmtree(database, ignore_errors=True)
    Path(f"{database}.key").unlink(missing_ok=True)


def imports(attendance, folder):
    """The file of lessons into each side in turn."""
    database, theirs, ours, peak = folder / "lessons", [], [], 0
    for _ in range(6):
        theirs.append(attendance.sqlite_import())
        forget(database)
        line, _ = bench("import", attendance.csv, f"sqlite:{database}", "attendance-bench")
        ours.append(line["seconds"])
        peak = max(peak, line["peak_MiB"])
        print(f"bench: import: {theirs[-1]:.1f} s and {json.dumps(line)}", file=sys.stderr, flush=True)
    count = line["rows"]
    left, right = min(ours[1:]), min(theirs[1:])
    tell(f"import of {count:,} lessons, rows/s", f"{count / left:,.0f}", f"sqlite3 .import {count / right:,.0f}",
         f"{right / left:.2f}", ">= 1")
    tell("its peak memory, MiB", peak, "", "", "<= 512")
    return database


def reports(attendance, database):
    """R1 to R4 from each side in turn, with the same rows and sums; one pupil's lessons."""
    link, version = attendance.duckdb()
    theirs, ours = {}, {}
    for _ in range(3):
        for name, (best, count, total) in attendance.duckdb_reports(link).items():
            theirs[name] = (min(best, theirs.get(name, (best,))[0]), count, total)
        line, _ = bench("reports", f"sqlite:{database}")
        for key, value in line.items():
            ours[key] = min(value, ours.get(key, value)) if key.endswith("_ms") else value
    for name, (best, count, total) in theirs.items():
        if (count, total) != (ours[f"{name} rows"], ours[f"{name} sum"]):
            raise SystemExit(f"{name}: {ours[f'{name} rows']} rows, not {count}, or another sum")
        mine = ours[f"{name} best_ms"]
        tell(f"{name}, ms", f"{mine:.1f}", f"DuckDB {version} {best:.1f}", f"{best / mine:.1f}", "> 1")
    tell("R5, one pupil's lessons in the store, p95 ms (best of three)", f"{ours['R5 p95_ms']:.3f}", "", "", "<= 0.3")


def demo(folder, pupils, years=3):
    """A board of the demo on SQLite, made once."""
    database = folder / f"demo-{pupils}-{years}"
    if not database.exists():
        sekme("demo", "--no-serve", "--pupils", pupils, "--years", years, "--database", f"sqlite:{database}")
    return database


def making(folder):
    """The demo from nothing, as somebody who tries it waits for it."""
    seconds, place = [], folder / "made"
    for _ in range(4):
        forget(place)
        started = time.perf_counter()
        sekme("demo", "--no-serve", "--pupils", DEMO_PUPILS, "--database", f"sqlite:{place}")
        seconds.append(time.perf_counter() - started)
    forget(place)
    tell(f"making the demo of {DEMO_PUPILS:,} pupils, s (best of three)", f"{min(seconds[1:]):.1f}", "", "", "<= 30")


@contextlib.contextmanager
def serving(database):
    """A server over a database, with the passwords of its accounts, until the block ends."""
    server = served.Server(PROGRAM, f"sqlite:{database}", f"{database}.key")
    try:
        yield server, served.logins(f"{database}.logins")
    finally:
        server.stop()


def pages(folder):
    """The page of a pupil over HTTP on this machine, each with its record in the trail; start; memory at rest."""
    database = demo(folder, DEMO_PUPILS)
    starts, memory = [], 0
    for _ in range(6):
        server = served.Server(PROGRAM, f"sqlite:{database}", f"{database}.key")
        starts.append(server.start_seconds)
        time.sleep(2)
        memory = max(memory, server.memory())
        server.stop()
    if "start" in PARTS:
        tell("process start to the first answer, s", f"{min(starts[1:]):.2f}", "", "", "<= 1")
        tell("memory at rest, MiB", f"{memory:.0f}", "", "", "<= 100")
    if "page" not in PARTS:
        return
    with serving(database) as (server, accounts):
        visitor = served.Visitor(server, "head", accounts["head"])
        found = [path for path in served.pupils(visitor, 120) if visitor.may(path)]
        times = visitor.times(found)
        tell(f"the page of a pupil, with its record, ms ({len(times)} pupils)",
             f"median {times[len(times) // 2]:.1f}, p95 {times[len(times) * 95 // 100]:.1f}", "", "", "<= 20")


def told(times):
    """Errors and the slowest pages of some times, beside the table."""
    for path, status in times.errors[:10]:
        print(f"bench: {path}: {status}", file=sys.stderr, flush=True)
    print(f"bench: slowest: {'; '.join(times.slowest(12))}", file=sys.stderr, flush=True)
    return f"{len(times.all):,} pages, {len(times.errors)} errors"


def clients(folder):
    """Any page that people of several roles are shown, asked for by eight at a time without rest."""
    with serving(demo(folder, DEMO_PUPILS)) as (server, accounts):
        times = visits.without_rest(server, accounts, 8, CLIENT_SECONDS)
        slowest, kind = times.slowest_kind(0.95)
        tell(f"any page at {DEMO_PUPILS:,} pupils, 8 clients without rest, p95 ms",
             f"{times.share(0.95):.0f} (median {times.share(0.5):.0f}; {told(times)}; the slowest kind of page, {kind}: "
             f"{slowest:.0f})", "", "", "<= 100")


def meeting(folder):
    """People who click through the pages in a meeting."""
    with serving(demo(folder, DEMO_PUPILS)) as (server, accounts):
        times = visits.meeting(server, accounts, int(PEOPLE), MINUTES * 60)
        tell(f"{PEOPLE:.0f} people clicking for {MINUTES:g} minutes, p99 ms",
             f"{times.share(0.99):.0f} (median {times.share(0.5):.0f}; {told(times)})", "", "",
             "<= 500, no error")


def asked(reader, paths):
    """The board's page, home, and each report: of the whole board, of an institution and of a class where it asks for
    one. The institution is in the middle of the board's list, the class in the middle of that institution's."""
    def middle(path, kind):
        found = [link for link in visits.Links(reader.get(path)[2]).found if re.fullmatch(rf"/{kind}/\d+", link)]
        return found[len(found) // 2] if found else None

    yield from ("/board", "/")
    institution = middle("/board", "institutions")
    chosen = institution and middle(institution, "classes")
    for path in paths:
        yield path
        query, _, text = "", *reader.get(path)[1:]
        for name, link in (("institution", institution), ("class", chosen)):
            if link and f'name="{name}"' in text:
                query += f"{'&' if query else '?'}{name}={link.rsplit('/', 1)[1]}"
                yield path + query


def board(folder):
    """The page of the municipality and every report of a large board, for one who sees pupils and one who does not."""
    made, started = folder / "board.json", time.perf_counter()
    database = demo(folder, BOARD_PUPILS, BOARD_YEARS)
    if not made.exists():
        made.write_text(json.dumps(time.perf_counter() - started))
    size = sum(file.stat().st_size for file in database.iterdir()) / 2**30
    words = f"{BOARD_PUPILS:,} pupils, {BOARD_YEARS} years"
    tell(f"making the files of {words} and importing them, s ({size:.1f} GiB)",
         f"{json.loads(made.read_text()):,.0f}", "", "", "")
    with serving(database) as (server, accounts):
        for role in ("board-specialist", "board-head"):
            reader = visits.Reader(server, role, accounts[role])
            _, _, list_of_reports = reader.get("/reports")
            paths = [path for path in visits.Links(list_of_reports).found
                     if re.fullmatch(r"/reports/[a-z-]+/[a-z-]+", path)]
            found = []
            for path in asked(reader, paths):
                first, status, _ = reader.get(path)
                if status != 200:
                    raise SystemExit(f"{role} {path}: {status}")
                best = min(reader.get(path)[0] for _ in range(5))
                found.append((best, path, first))
                print(f"bench: {role} {path}: {best:.0f} ms, at first {first:.0f}", file=sys.stderr, flush=True)
            page, reports = found[0], found[2:]
            tell(f"the municipality's page at {words}, {role}, ms", f"{page[0]:.0f} (at first {page[2]:.0f})", "",
                 "", "<= 200")
            slowest, first = max(reports), max(reports, key=lambda line: line[2])
            tell(f"the slowest of {len(reports)} answers of {len(paths)} reports there, {role}, ms: {slowest[1]}",
                 f"{slowest[0]:.0f}", "", "", "<= 200")
            tell(f"the slowest when nobody asked before, {role}, ms: {first[1]}", f"{first[2]:.0f}", "", "", "<= 200")
        tell(f"memory of its server, MiB", f"{server.memory():.0f}", "", "", "")


def signals(folder):
    """Signs of risk of a large board from nothing, and after one changed absence."""
    database = demo(folder, BOARD_PUPILS, BOARD_YEARS)
    line, _ = bench("signals", f"sqlite:{database}")
    print(f"bench: signals: {json.dumps(line)}", file=sys.stderr, flush=True)
    tell(f"signs of risk of {BOARD_PUPILS:,} pupils, {BOARD_YEARS} years, from nothing, s (one run)",
         f"{line['seconds']:.1f} ({line['signals']:,} signs)", "", "", "<= 60")
    tell("an absence that brings its pupil over the limit there, and the pupil's signs, ms",
         f"median {line['one p50_ms']:.1f}, p95 {line['one p95_ms']:.1f} "
         f"({line['one changed']} pupils, {line['one raised']} new signs)", "", "", "<= 20")


def country(folder):
    """Imports of marks of a small and a large number of pupils, with as many marks each: seconds a row, memory."""
    found, per_pupil = [], 180
    for millions in MARKS:
        pupils = max(500, int(millions * 1e6 / per_pupil))
        place = folder / f"country-{pupils}"
        for kind, file in marks.write(place, pupils, with_marks=False):
            sekme("import", file, "--format", kind, "--yes", "--database", f"sqlite:{place / 'board'}", "--today",
                  "2026-06-01")
        marks.year(place / "year", pupils, per_pupil)
        line, _ = bench("import", place / "year", f"sqlite:{place / 'board'}")
        found.append(line)
        print(f"bench: country: {json.dumps(line)}", file=sys.stderr, flush=True)
        shutil.rmtree(place)
    small, large = found[0], found[-1]
    each = [1e6 * line["seconds"] / line["rows"] for line in (large, small)]
    tell(f"import of {large['rows']:,} marks beside {small['rows']:,}, µs a row (one run each)", f"{each[0]:.2f}",
         f"Sekme {each[1]:.2f}", f"{each[0] / each[1]:.2f}", "<= 1.5")
    tell("its peak memory, MiB", large["peak_MiB"], small["peak_MiB"], "", "<= 1024")


class SQLiteBoard:
    """A board of some size on SQLite: pages are those of the file that differ afterwards."""

    def __init__(self, folder):
        self.database, self.key = folder, Path(f"{folder}.key")
        self.address = f"sqlite:{folder}"

    def before(self):
        shutil.copyfile(self.database / "data.sqlite", f"{self.database}.before")

    def written(self, line):
        count = 0
        with open(f"{self.database}.before", "rb") as old, open(self.database / "data.sqlite", "rb") as new:
            while block := new.read(4096):
                count += block != old.read(4096)
        return line["rows"], count


class PostgresBoard:
    """A board on a private server: rows as the server counts them, pages by their first image in the log."""

    def __init__(self, url, name, folder):
        self.name, self.server, self.key = name, url, folder / f"{name}.key"
        self.psql(url, f'create database "{name}"')
        self.address = re.sub(r"^(postgres(?:ql)?://[^/]*/)[^?]*", rf"\g<1>{name}", url)

    @staticmethod
    def psql(url, text):
        done = subprocess.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", url, "-c", text],
                              capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def counts(self):
        changed = self.psql(self.address, "select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables"
                                          " where schemaname = 'data'")
        return int(changed), int(self.psql(self.address, "select wal_fpi from pg_stat_wal"))

    def before(self):
        # What stays open would have its numbers told later.
        self.psql(self.address, "vacuum")
        self.psql(self.address, "checkpoint")
        self.start = self.counts()

    def written(self, _):
        time.sleep(1)
        return tuple(after - before for after, before in zip(self.counts(), self.start))


def load_board(board, pupils, folder):
    for kind, file in marks.write(folder, pupils):
        sekme("import", file, "--format", kind, "--yes", "--database", board.address, "--key", board.key,
              "--today", "2026-06-01")


def one_mark(board, pupils, folder):
    """What one changed mark costs: rows, pages, and instructions of the run that applies it and does nothing else."""
    counted, stage_ms = [], []
    for mark in (7, 4, 8):
        marks.change(folder / "one.csv", pupils, mark)
        staged, _ = bench("stage", board.address, folder / "one.csv", key=board.key)
        stage_ms.append(staged["stage_ms"])
        _, idle = counting(folder, "apply", board.address, 0, key=board.key)
        board.before()
        line, busy = counting(folder, "apply", board.address, staged["import"], key=board.key)
        counted.append((*board.written(line), busy - idle))
    best = [min(values) for values in zip(*counted)]
    return (*best, min(stage_ms))


def counting(folder, *arguments, key):
    """Figures of a run, and its instructions as valgrind counts them, all threads together.

    Counters of the processor would be better, but a virtual machine seldom has them.
    """
    program = folder / "program"
    if not program.exists():
        # Valgrind stumbles over the debug information that Swift writes.
        subprocess.run(["strip", "--strip-debug", "-o", program, BENCH], check=True)
    line, said = bench(*arguments, key=key, program=str(program),
                       under=("valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/callgrind.out"))
    return line, int(re.search(r"Collected\s*:\s*(\d+)", said).group(1))


def one_mark_at_sizes(folder):
    # Not below the other folder, which is its owner's alone: the server runs as somebody else.
    server = tempfile.mkdtemp(prefix="sekme-bench-server-")
    url = subprocess.run(["scripts/postgres", "start", server], capture_output=True, text=True,
                         check=True).stdout.strip()
    try:
        for engine in ("SQLite", "PostgreSQL"):
            found = []
            for pupils in SIZES:
                place = folder / f"{engine}-{pupils}"
                # A board kept of a run before may be of another shape.
                shutil.rmtree(place, ignore_errors=True)
                place.mkdir()
                board = (SQLiteBoard(place / "board") if engine == "SQLite"
                         else PostgresBoard(url, f"pupils_{pupils}", place))
                load_board(board, pupils, place / "files")
                found.append(one_mark(board, pupils, place))
            small, large = found[0], found[-1]
            for at, what in enumerate(("rows written", "pages written", "instructions of the program")):
                tell(f"one changed mark, {engine}: {what} (least of three)", f"{large[at]:,} at {SIZES[-1]:,} pupils",
                     f"{small[at]:,} at {SIZES[0]:,}", f"{large[at] / small[at]:.2f}", "<= 1.2")
            # A reader knows the whole board by name before it reads a line, so that the board may be felt, as far as
            # it is larger.
            tell(f"one changed mark, {engine}: reading its file and planning, ms (best of three)",
                 f"{large[3]:.0f} at {SIZES[-1]:,} pupils", f"{small[3]:.0f} at {SIZES[0]:,}",
                 f"{large[3] / small[3]:.1f}", f"<= {SIZES[-1] / SIZES[0]:.0f}")
    finally:
        subprocess.run(["scripts/postgres", "stop", server], check=False)
        shutil.rmtree(server, ignore_errors=True)


def version(name, pattern, *command):
    """A program with its version, as a list of one; empty where it is not on the machine or says nothing of it."""
    try:
        said = subprocess.run(command, capture_output=True, text=True).stdout
    except OSError:
        return []
    found = re.search(pattern, said)
    return [f"{name} {found.group(1)}"] if found else []


def machine():
    with open("/proc/cpuinfo") as info:
        model = re.search(r"model name\s*: (.*)", info.read())
    # The newest server there is, as scripts/postgres takes it.
    servers = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: float(path.parts[4]))
    versions = [
        *version("Swift", r"Swift version (\S+)", "swift", "--version"),
        *version("SQLite", r"^(\S+)", "sqlite3", "--version"),
        *(version("PostgreSQL", r"PostgreSQL\) (\S+)", servers[-1], "--version") if servers else []),
    ]
    load = os.getloadavg()
    return (f"{model.group(1) if model else platform.machine()}, {os.cpu_count()} processors, "
            f"{platform.system()} {platform.release()}; {', '.join(versions)}; load average before the run {load[0]:.1f}")


def main():
    unknown = set(PARTS) - set(ALL.split())
    if unknown:
        raise SystemExit(f"SEKME_BENCH: {' '.join(sorted(unknown))}: the parts are {ALL}")
    print(machine())
    kept = os.environ.get("SEKME_BENCH_KEPT")
    folder = Path(kept or tempfile.mkdtemp(prefix="sekme-bench-", dir=os.environ.get("SEKME_BENCH_FOLDER")))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        if "import" in PARTS or "reports" in PARTS:
            attendance = peers.Attendance(PEERS, MILLIONS, os.environ.get("SEKME_BENCH_FOLDER", folder))
            database = imports(attendance, folder) if "import" in PARTS else folder / "lessons"
            if "reports" in PARTS:
                if "import" not in PARTS:
                    bench("import", attendance.csv, f"sqlite:{database}", "attendance-bench")
                reports(attendance, database)
        if "page" in PARTS or "start" in PARTS:
            pages(folder)
        for part, work in (("demo", making), ("mark", one_mark_at_sizes), ("clients", clients), ("meeting", meeting),
                           ("board", board), ("signals", signals), ("country", country)):
            if part in PARTS:
                work(folder)
    finally:
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)
    print("\n| work | Sekme | beside it | ratio | wanted |\n|---|---|---|---|---|")
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
