"""A board under test: its server, and the accounts that can sign in."""

import os
import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from server import serving


@dataclass(frozen=True)
class Account:
    """Somebody who can sign in; the accounts of the demo are named after their roles."""

    login: str
    password: str

    @property
    def role(self) -> str:
        return self.login


@dataclass(frozen=True)
class World:
    """Where a board's server is, and who may come in."""

    address: str
    program: str
    database: str
    accounts: tuple[Account, ...] = ()

    def one(self, role: str) -> Account:
        """The account that holds a role."""
        return next(account for account in self.accounts if account.role == role)

    def url(self, path: str) -> str:
        return self.address + path

    def command(self, *words: str) -> str:
        """What a command of the program prints, asked of this board."""
        environment = {**os.environ, "SEKME_DATABASE": self.database}
        done = subprocess.run(
            [self.program, *words], env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{' '.join(words)}: {done.stderr}"
        return done.stdout


def demo_accounts() -> tuple[Account, ...]:
    """The logins that `sekme demo` printed: login, password, role in words."""
    text = Path(os.environ["SEKME_BROWSER_LOGINS"]).read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines()]
    return tuple(Account(line[0], line[1]) for line in lines if len(line) == 3)


@contextmanager
def demo_world():
    """The demo board that scripts/browser made, served; of several who test at once, each has a copy."""
    program, database = os.environ["SEKME_BROWSER_PROGRAM"], os.environ["SEKME_DATABASE"]
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    if worker:
        made = Path(database.removeprefix("sqlite:"))
        own = made.with_name(f"{made.name}-{worker}")
        shutil.copytree(made, own)
        shutil.copy2(f"{made}.key", f"{own}.key")
        database = f"{database}-{worker}"
    log = Path(os.environ["SEKME_BROWSER_LOGINS"]).with_name(f"demo{worker}.log")
    with serving(program, database, log) as address:
        yield World(address, program, database, demo_accounts())


@contextmanager
def empty_world(folder: Path):
    """A board of its own that is no demo: nothing in it, and nobody."""
    program, database = os.environ["SEKME_BROWSER_PROGRAM"], f"sqlite:{folder / 'board'}"
    with serving(program, database, folder / "board.log") as address:
        yield World(address, program, database)
