#!/usr/bin/env python3
"""Imports and undoings that are killed at random points, on both engines.

An import of e-klase journals and one that also makes registers are killed with -9 while they read, apply and are
taken back. The state must then be the one before or the one after, the doctor content, the trail sound; a second
run must finish. SEKME_KILLS says how many points there are on each engine, SEKME_SEED which.
"""

import os
import pty
import random
import select
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import engines
from engines import Failed, sekme
from states import data_alone, exact, must_equal, renumbered

KILLS = int(os.environ.get("SEKME_KILLS", "20"))
SEED = int(os.environ.get("SEKME_SEED", "20260601"))
PHASES = ("reading", "applying", "undoing")
# What the program tells a terminal when it begins to apply.
APPLYING = ("Saglabā izmaiņas", "Saving the changes")


class Input:
    """Files of one import and what a person says of them."""

    def __init__(self, name, files, *options):
        self.name = name
        self.arguments = ["import", *map(str, files), *options, "--yes"]


def run(arguments, where, kill=None):
    """Runs the program; kills it so many seconds into a phase of it: (phase, seconds).

    Gives the moments since the start at which it was first seen to apply and at which it ended, and whether it was
    killed. The program tells its phase to a terminal only, so it gets one.
    """
    screen, theirs = pty.openpty()
    started = time.monotonic()
    program = subprocess.Popen([engines.PROGRAM, *arguments, *where], stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    text, applying, moment = "", None, None
    if kill and kill[0] != "applying":
        moment = started + kill[1]
    try:
        while True:
            wait = None if moment is None else max(0, moment - time.monotonic())
            ready, _, _ = select.select([screen], [], [], wait)
            if not ready:
                program.kill()
                program.wait()
                return applying, time.monotonic() - started, True
            try:
                read = os.read(screen, 4096)
            except OSError:
                read = b""
            if not read:
                break
            text += read.decode(errors="replace")
            if applying is None and any(words in text for words in APPLYING):
                applying = time.monotonic() - started
                if kill and kill[0] == "applying":
                    moment = time.monotonic() + kill[1]
    finally:
        os.close(screen)
    if program.wait() != 0:
        raise Failed(f"sekme {' '.join(arguments)}: exit {program.returncode}: {text}")
    return applying, time.monotonic() - started, False


class Trial:
    """One input on one engine: its states, how long its phases are, and what became of the kills."""

    def __init__(self, engine, given, base):
        self.engine, self.given, self.base = engine, given, base
        self.done = f"{given.name}_done"
        self.work = f"{given.name}_work"

    def look(self, name):
        return self.engine.tables(name)

    def prepare(self):
        """An unkilled import, the same once more, and its undoing: the states that all others are held against."""
        engine = self.engine
        self.before = self.look(self.base)
        engine.copy(self.base, self.done)
        self.applying, self.end, _ = run(self.given.arguments, engine.where(self.done))
        if self.applying is None:
            raise Failed(f"{self.given.name}: the import was not seen to apply anything")
        self.after = self.look(self.done)
        if data_alone(self.after) == data_alone(self.before):
            raise Failed(f"{self.given.name}: the import changed nothing")
        self.batch = max(int(row["id"]) for row in self.after["batch"])
        engine.copy(self.done, self.work)
        said = sekme(*self.given.arguments, *engine.where(self.work)).decode()
        must_equal(exact(self.look(self.work)), exact(self.after), f"{self.given.name}: a second import changes")
        if "Nothing has changed" not in said:
            raise Failed(f"{self.given.name}: the second import does not say that nothing changed: {said}")
        _, self.undo_end, _ = run(self.undoing, engine.where(self.work))
        self.undone = self.look(self.work)
        must_equal(data_alone(self.undone), data_alone(self.before), f"{self.given.name}: undo leaves")
        self.healthy(self.work)

    @property
    def undoing(self):
        return ["import", "undo", str(self.batch)]

    def healthy(self, name):
        where = self.engine.where(name)
        sekme("doctor", *where)
        sekme("audit", "verify", *where)

    def kill(self, phase, share):
        """Kills at a share of a phase's duration, looks, and runs again; tells which state was found."""
        if phase == "undoing":
            return self.kill_undoing(share)
        at = share * self.applying if phase == "reading" else share * (self.end - self.applying)
        self.strike(self.given.arguments, self.base, phase, at)
        state = self.state({"before": self.before, "after": self.after})
        sekme(*self.given.arguments, *self.engine.where(self.work))
        must_equal(renumbered(self.look(self.work)), renumbered(self.after), f"{self.given.name}: the second run")
        self.healthy(self.work)
        return state

    def kill_undoing(self, share):
        self.strike(self.undoing, self.done, "undoing", share * self.undo_end)
        state = self.state({"before": self.after, "after": self.undone})
        # What was taken back already is refused a second time, and only that.
        sekme(*self.undoing, *self.engine.where(self.work), codes=(0,) if state == "before" else (1,))
        must_equal(exact(self.look(self.work)), exact(self.undone), f"{self.given.name}: the second undo")
        self.healthy(self.work)
        return state

    def strike(self, arguments, base, phase, at):
        """Runs in a copy of a state and kills; earlier and earlier where the program was done before."""
        for _ in range(12):
            self.engine.copy(base, self.work)
            _, _, killed = run(arguments, self.engine.where(self.work), (phase, at))
            if killed:
                return
            at *= 0.7
        raise Failed(f"{self.given.name}: {phase} ends before it can be killed")

    def state(self, allowed):
        """Which of the allowed states the database is in; fails where it is in none."""
        self.engine.settle(self.work)
        tables = self.look(self.work)
        found = [name for name, state in allowed.items() if exact(tables) == exact(state)]
        if not found:
            must_equal(exact(tables), exact(allowed["before"]), f"{self.given.name}: neither before nor after")
        self.healthy(self.work)
        return found[0]


def lessons(path):
    """A file of every lesson of some pupils, of which nothing is in the registers yet."""
    dice = random.Random(7)
    lines = ["id,pupil_id,school_id,grade,class_id,date,lesson,subject_id,code,minutes_late"]
    days = [f"2026-{month:02}-{day:02}" for month in (2, 3, 4) for day in range(2, 6)]
    for pupil in range(150):
        school, group = pupil % 3, pupil % 12
        for day in days:
            for lesson in range(1, 7):
                code = dice.choices("PSNK", (90, 5, 3, 2))[0]
                late = dice.randint(1, 30) if code == "K" else 0
                lines.append(f"{len(lines)},{pupil},{school + 700},{group + 1},{group + 50},{day},{lesson},"
                             f"{lesson + 40},{code},{late}")
    path.write_text("\n".join(lines) + "\n")


def make_base(engine, board):
    """The registers of a small board, and their state as every trial begins with it."""
    if isinstance(engine, engines.Postgres):
        engine.create("base")
    for file in sorted(board.glob("0[1-9]*.csv")):
        sekme("import", file, "--yes", *engine.where("base"))
    return "base"


def test(engine, inputs, board, points, report):
    base = make_base(engine, board)
    trials = [Trial(engine, given, base) for given in inputs]
    for trial in trials:
        trial.prepare()
    found = {}
    for number, (phase, share) in enumerate(points):
        trial = trials[number % len(trials)]
        try:
            state = trial.kill(phase, share)
        except Failed as failure:
            raise Failed(f"killed at {share:.3f} of {phase}: {failure}") from failure
        found[phase, state] = found.get((phase, state), 0) + 1
    for phase in PHASES:
        states = ", ".join(f"{count} {state}" for (of, state), count in sorted(found.items()) if of == phase)
        report(f"{engine.name}: killed while {phase}: {states or 'no point'}")


def main():
    points = [(PHASES[number // 2 % 3], share) for number, share in enumerate(
        random.Random(SEED).random() for _ in range(KILLS))]
    print(f"kill: {KILLS} points on each engine, seed {SEED}", flush=True)
    failures, lock = [], threading.Lock()

    def report(line):
        with lock:
            print(f"kill: {line}", flush=True)

    with tempfile.TemporaryDirectory(prefix="sekme-kill-") as folder:
        board = Path(folder) / "board"
        sekme("generate", "--pupils", 300, "--years", 1, "--out", board, "--today", engines.TODAY)
        lessons(Path(folder) / "lessons.csv")
        institution, number = (board / "01-institutions.csv").read_text().splitlines()[1].split(",")[:2]
        journals = sorted((board / "eklase" / number).glob("*.xlsx"))[:2]
        inputs = [
            Input("journals", journals, "--set", f"institution={institution}"),
            Input("lessons", [Path(folder) / "lessons.csv"], "--mapping", "attendance-bench"),
        ]

        def work(engine):
            try:
                test(engine, inputs, board, points, report)
            except Exception as failure:
                failures.append(f"{engine.name}: {failure!r}" if not isinstance(failure, Failed)
                                else f"{engine.name}: {failure}")
            finally:
                engines.clean(engine)

        threads = [threading.Thread(target=work, args=(engine,)) for engine in engines.engines(folder)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    for failure in failures:
        print(f"kill: FAILED {failure}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
