"""What each role is shown: every link of every page, as far as pages differ in kind."""

import fcntl
import json
import os
import re
import sys
from collections import Counter
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode, urljoin, urlsplit

from visitor import Visitor, Visitors, leads_to_sign_in
from world import Account

# SEKME_CRAWL=whole visits all that there is, which takes hours; else a sample of it.
WHOLE = os.environ.get("SEKME_CRAWL") == "whole"
# Pages of one kind that are visited with different ids.
IDS = sys.maxsize if WHOLE else 2
# Other choices of a page's filters, of all it has: each account begins with another, so that together they try all.
FILTERS = sys.maxsize if WHOLE else 2

# These change something about the visit itself and have tests of their own.
_ASIDE = ("/language", "/sign-out", "/view-as", "/assets/")


def pattern(address: str) -> str:
    """The kind of a page: its path with ids left open."""
    path = urlsplit(address).path
    if path.startswith("/figures/"):
        return "/figures/*"
    # Files of all formats are held together by a test of the formats.
    path = re.sub(r"^/imports/samples/[^/]+", "/imports/samples/*", path)
    # A code of a list and a value of a scale are rows as those with numbers are, only that they have names.
    path = re.sub(r"^/(codes|scales)/([^/]+)/(?!new(?:/|$))[^/]+", r"/\1/\2/*", path)
    return re.sub(r"(?<=/)\d+(?=/|$)", "*", path)


def is_file(address: str) -> bool:
    """Whether a browser would save the answer instead of showing it."""
    return bool(re.search(r"/(xlsx|csv|json|ods|pdf|docx|rejected|file)$", urlsplit(address).path))


class Addresses(HTMLParser):
    """The addresses that a page shows: its links, and what another choice in each of its filters leads to."""

    def __init__(self, markup: str):
        super().__init__()
        self.found: list[str] = []
        self.choices: list[str] = []
        self._action: str | None = None
        # What each select of the form sends, and the first other choice it has.
        self._sent: dict[str, str] = {}
        self._other: dict[str, str] = {}
        self._select = ""
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        values = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in values:
            self.found.append(values["href"])
        elif tag == "form" and values.get("method", "get") == "get":
            self._action = values.get("action", "")
        elif self._action is not None and tag == "select":
            self._select = values.get("name", "")
        elif self._action is not None and tag == "option":
            self._choice(values.get("value", ""), "selected" in values)

    def _choice(self, value: str, is_selected: bool) -> None:
        sent = self._sent.setdefault(self._select, value)
        if is_selected and value != sent:
            self._sent[self._select], self._other[self._select] = value, sent
        elif value != sent:
            self._other.setdefault(self._select, value)

    def handle_endtag(self, tag):
        if tag != "form" or self._action is None:
            return
        # Like a browser: one filter changes, the others are sent along.
        for name, value in self._other.items():
            self.choices.append(f"{self._action}?{urlencode({**self._sent, name: value})}")
        self._action, self._sent, self._other = None, {}, {}


@dataclass
class Crawl:
    """Where one account came, and what was wrong there."""

    account: Account
    visited: dict[str, list[str]] = field(default_factory=dict)
    linked: set[str] = field(default_factory=set)
    faults: dict[str, str] = field(default_factory=dict)

    def fault(self, address: str, what: object) -> None:
        """Keeps the first fault of each kind of page and trouble."""
        self.faults.setdefault(f"{pattern(address)}: {what}", address)

    def kept(self) -> str:
        """What others read of it: addresses, which are the same on each copy of the board."""
        return json.dumps({"visited": self.visited, "linked": sorted(self.linked), "faults": self.faults})

    @classmethod
    def read(cls, account: Account, text: str) -> "Crawl":
        found = json.loads(text)
        return cls(account, found["visited"], set(found["linked"]), found["faults"])


class Walk:
    """One account's walk by the answers alone; pages of each kind are looked at in the browser afterwards."""

    def __init__(self, visitor: Visitor, account: Account):
        self.visitor = visitor
        self.found = Crawl(account)
        self._turn = visitor.world.accounts.index(account)
        self._waiting: list[str] = ["/"]
        self._known: set[str] = {"/"}
        self._paths: set[str] = set()
        self._counts: Counter[str] = Counter()

    def run(self) -> Crawl:
        while self._waiting:
            address = self._waiting.pop(0)
            if self._is_wanted(address):
                self._visit(address)
        return self.found

    def _visit(self, address: str) -> None:
        answer = self.visitor.ask(address)
        if answer.status != 200:
            signed_out = leads_to_sign_in(answer)
            self.found.fault(address, "signed out" if signed_out else answer.status)
            return
        self.found.visited.setdefault(pattern(address), []).append(address)
        if is_file(address):
            return
        shown = Addresses(answer.text())
        turn = self._turn % max(1, len(shown.choices))
        for link in shown.found + shown.choices[turn:] + shown.choices[:turn]:
            self._note(urljoin(self.visitor.world.url(address), link))

    def _is_wanted(self, address: str) -> bool:
        """Counts what there is of a kind, so that 3,000 pages of pupils are not 3,000 visits."""
        path, kind = urlsplit(address).path, pattern(address)
        most = 1 if is_file(address) else IDS
        if path in self._paths and not is_file(address):
            kind, most = f"filters of {kind}", FILTERS
        self._paths.add(path)
        self._counts[kind] += 1
        return self._counts[kind] <= most

    def _note(self, link: str) -> None:
        parts = urlsplit(link)
        if f"{parts.scheme}://{parts.netloc}" != self.visitor.world.address:
            return
        if parts.path.startswith(_ASIDE):
            return
        address = parts.path + (f"?{parts.query}" if parts.query else "")
        self.found.linked.add(parts.path)
        if address not in self._known:
            self._known.add(address)
            self._waiting.append(address)


class Crawls:
    """The walks of all accounts, each made once: of several who test at once, one walks and all read where it came."""

    def __init__(self, visitors: Visitors, folder: Path):
        self.visitors = visitors
        self._folder = folder
        self._made: dict[str, Crawl] = {}

    def of(self, account: Account) -> Crawl:
        made = self._crawl(account, waits=True)
        assert made is not None
        return made

    def all(self) -> list[Crawl]:
        accounts = self.visitors.world.accounts
        # Where somebody else walks as an account just now, the others come first.
        for account in accounts:
            self._crawl(account, waits=False)
        return [self.of(account) for account in accounts]

    def _crawl(self, account: Account, waits: bool) -> Crawl | None:
        """The walk of an account; nothing where another walks it and nobody is to wait."""
        if account.login in self._made:
            return self._made[account.login]
        kept = self._folder / f"crawl-{account.login}.json"
        with open(kept.with_suffix(".lock"), "w", encoding="utf-8") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
            except BlockingIOError:
                return None
            if not kept.exists():
                visitor = self.visitors.signed_in(account)
                crawl = Walk(visitor, account).run()
                visitor.close()
                whole = kept.with_suffix(f".{os.getpid()}")
                whole.write_text(crawl.kept(), encoding="utf-8")
                whole.rename(kept)
        self._made[account.login] = Crawl.read(account, kept.read_text(encoding="utf-8"))
        return self._made[account.login]

    def shown(self, language: str = "lv", roles: tuple[str, ...] = (), **options):
        """One page of each kind after the other, in the window of an account that is shown it.

        Gives the window and words that name the page; files are left out. Without roles it is pages of all accounts.
        """
        kinds: dict[str, tuple[Account, str]] = {}
        for crawl in [self.of(self.visitors.world.one(role)) for role in roles] or self.all():
            for kind, addresses in crawl.visited.items():
                if not is_file(addresses[0]):
                    kinds.setdefault(kind, (crawl.account, addresses[0]))
        with ExitStack() as open_windows:
            windows: dict[str, Visitor] = {}
            for _, (account, address) in sorted(kinds.items()):
                if account.login not in windows:
                    window = self.visitors.signed_in(account, **options)
                    windows[account.login] = open_windows.enter_context(closing(window))
                    window.speak(language)
                windows[account.login].go(address)
                yield windows[account.login], f"{address} ({account.role})"
