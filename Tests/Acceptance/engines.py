"""Databases of both engines as the acceptance tests see them: made, copied, looked into, thrown away."""

import csv
import io
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

PROGRAM = os.path.abspath(os.environ.get("SEKME_PROGRAM", ".build/debug/sekme"))
TODAY = "2026-06-01"
# Stands between tables in what psql prints.
MARK = "\x1e"


class Failed(Exception):
    """Something is not as it must be."""


def sekme(*arguments, codes=(0,), folder=None):
    """Runs the program to its end, in a folder, and gives what it printed; any exit code but those given fails."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, cwd=folder)
    if done.returncode not in codes:
        shown = " ".join(map(str, arguments))
        raise Failed(f"sekme {shown}\nexit {done.returncode}: {done.stderr.decode()}{done.stdout[-2000:].decode()}")
    return done.stdout


class Engine:
    """One engine; a database goes by a short name."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

    def where(self, name):
        """The arguments that name a database."""
        return ["--database", self.address(name), "--key", str(self.key(name)), "--today", TODAY, "--lang", "en"]

    def key(self, name):
        return self.folder / f"{name}.key"

    def copy_key(self, source, target):
        shutil.copy2(self.key(source), self.key(target))

    def settle(self, name):
        """Returns when nothing of a killed program is at work in the database any more."""


class SQLite(Engine):
    name = "SQLite"

    def path(self, name):
        return self.folder / name

    def address(self, name):
        return f"sqlite:{self.path(name)}"

    def copy(self, source, target):
        self.drop(target)
        shutil.copytree(self.path(source), self.path(target))
        self.copy_key(source, target)

    def drop(self, name):
        shutil.rmtree(self.path(name), ignore_errors=True)
        self.key(name).unlink(missing_ok=True)

    def tables(self, name):
        """The rows of every table of the store `data`, each a dictionary of text."""
        link = sqlite3.connect(self.path(name) / "data.sqlite")
        try:
            link.row_factory = sqlite3.Row
            names = link.execute("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
            return {
                table: [{key: shown(row[key]) for key in row.keys()} for row in link.execute(f'select * from "{table}"')]
                for (table,) in [tuple(row) for row in names]
            }
        finally:
            link.close()


class Postgres(Engine):
    name = "PostgreSQL"

    def __init__(self, folder, url):
        super().__init__(folder)
        self.url = url
        self.own = f"accept_{os.getpid()}"
        self.made = set()

    def address(self, name):
        return re.sub(r"^(postgres(?:ql)?://[^/]*/)[^?]*", rf"\g<1>{self.own}_{name}", self.url)

    def psql(self, url, *statements):
        arguments = [part for statement in statements for part in ("-c", statement)]
        done = subprocess.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", url, *arguments],
                              capture_output=True, text=True)
        if done.returncode != 0:
            raise Failed(f"psql: {done.stderr}")
        return done.stdout

    def create(self, name):
        self.drop(name)
        self.psql(self.url, f'create database "{self.own}_{name}"')
        self.made.add(name)

    def copy(self, source, target):
        self.drop(target)
        self.psql(self.url, f'create database "{self.own}_{target}" template "{self.own}_{source}"')
        self.made.add(target)
        self.copy_key(source, target)

    def drop(self, name):
        self.psql(self.url, f'drop database if exists "{self.own}_{name}" with (force)')
        self.key(name).unlink(missing_ok=True)
        self.made.discard(name)

    def settle(self, name):
        sessions = f"select count(*) from pg_stat_activity where datname = '{self.own}_{name}'"
        until = time.monotonic() + 30
        while int(self.psql(self.url, sessions)) > 0:
            if time.monotonic() > until:
                raise Failed("the server still works for a program that was killed half a minute ago")
            time.sleep(0.02)

    def tables(self, name):
        """The rows of every table of the store `data`, each a dictionary of text."""
        url = self.address(name)
        names = self.psql(url, "select tablename from pg_tables where schemaname = 'data'").split()
        commands = []
        for table in names:
            commands += [f"\\qecho {MARK}{table}", f'copy data."{table}" to stdout with (format csv, header)']
        parts = self.psql(url, *commands).split(MARK)[1:]
        tables = dict(part.split("\n", 1) for part in parts)
        return {table: list(csv.DictReader(io.StringIO(text))) for table, text in tables.items()}


def shown(value):
    """A value as text, the same for equal values."""
    if value is None:
        return ""
    return "\\x" + value.hex() if isinstance(value, bytes) else str(value)


def engines(folder):
    """SQLite, and PostgreSQL where SEKME_TEST_POSTGRES names a server on which databases can be made."""
    found = [SQLite(Path(folder) / "sqlite")]
    url = os.environ.get("SEKME_TEST_POSTGRES")
    if url:
        found.append(Postgres(Path(folder) / "postgres", url))
    else:
        skipped("SEKME_TEST_POSTGRES is not set; PostgreSQL is skipped")
    return found


def skipped(what):
    """Says what is not looked at; where nothing may be missing, that is a failure."""
    print(f"acceptance: {what}", flush=True)
    if os.environ.get("CI") == "true":
        sys.exit("acceptance: what is skipped counts as a failure here")


def absent(what):
    """Says which data are not on this machine; they are not part of the program, so that is no failure."""
    print(f"acceptance: {what}", flush=True)


def clean(engine):
    """Throws away what an engine's server still holds."""
    for name in list(getattr(engine, "made", [])):
        engine.drop(name)
