"""The server under test and the accounts of its demo board."""

import json
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Account:
    """Somebody who can sign in."""

    login: str
    password: str
    role: str


@dataclass(frozen=True)
class World:
    """Where the server is, and who may come in."""

    address: str
    accounts: tuple[Account, ...]
    program: str
    database: str

    def one(self, role: str) -> Account:
        """The account that holds a role."""
        return next(account for account in self.accounts if account.role == role)

    def url(self, path: str) -> str:
        return self.address + path


def read_world() -> World:
    """Reads what scripts/browser left for the tests."""
    return World(
        address=os.environ["SEKME_BROWSER_ADDRESS"].rstrip("/"),
        accounts=read_accounts(Path(os.environ["SEKME_BROWSER_ACCOUNTS"])),
        program=os.environ["SEKME_BROWSER_PROGRAM"],
        database=os.environ["SEKME_DATABASE"],
    )


def read_accounts(file: Path) -> tuple[Account, ...]:
    """Reads a list of accounts; a role's first account stands for the role."""
    listed = json.loads(file.read_text(encoding="utf-8"))
    return tuple(Account(each["login"], each["password"], each["role"]) for each in listed)
