"""What each role is shown: every link of every page, as far as pages differ in kind."""

import re
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from visitor import Visitor, Visitors
from world import Account

# Pages of one kind that are visited with different ids, and with different filters.
IDS = 4
FILTERS = 2

# These change something about the visit itself and have tests of their own.
_ASIDE = ("/language", "/sign-out", "/view-as")

_LINKS = "links => links.map(link => link.getAttribute('href'))"
_CHOICES = """selects => selects.flatMap(select => [...select.options].map(option =>
    select.form.getAttribute('action') + '?' + new URLSearchParams([[select.name, option.value]])))"""


def pattern(address: str) -> str:
    """The kind of a page: its path with ids left open."""
    path = urlsplit(address).path
    if path.startswith("/figures/"):
        return "/figures/*"
    return re.sub(r"(?<=/)\d+(?=/|$)", "*", path)


def is_file(address: str) -> bool:
    """Whether a browser would save the answer instead of showing it."""
    return bool(re.search(r"/(xlsx|csv|json|ods|rejected)$", urlsplit(address).path))


@dataclass
class Crawl:
    """Where one account came, and what was wrong there."""

    account: Account
    visited: dict[str, list[str]] = field(default_factory=dict)
    linked: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)


class Walk:
    """One account's walk through everything that it is shown."""

    def __init__(self, visitor: Visitor, account: Account):
        self.visitor = visitor
        self.found = Crawl(account)
        self._waiting: list[str] = ["/"]
        self._known: set[str] = {"/"}
        self._paths: set[str] = set()
        self._counts: Counter[str] = Counter()

    def run(self) -> Crawl:
        while self._waiting:
            self._visit(self._waiting.pop(0))
        self.found.faults += self.visitor.complaints
        return self.found

    def _visit(self, address: str) -> None:
        if not self._is_wanted(address):
            return
        self.found.visited.setdefault(pattern(address), []).append(address)
        if is_file(address):
            answer = self.visitor.ask(address)
            if answer.status != 200:
                self.found.faults.append(f"{address}: {answer.status}")
            return
        response = self.visitor.go(address)
        if response.status >= 400 or self.visitor.path == "/sign-in":
            self.found.faults.append(f"{address}: {response.status} {self.visitor.path}")
            return
        self._look_around(address)

    def _is_wanted(self, address: str) -> bool:
        """Counts what there is of a kind, so that 3,000 pages of pupils are not 3,000 visits."""
        path = urlsplit(address).path
        kind = pattern(address) if path not in self._paths else f"filters of {path}"
        self._paths.add(path)
        self._counts[kind] += 1
        return self._counts[kind] <= (FILTERS if kind.startswith("filters") else IDS)

    def _look_around(self, address: str) -> None:
        page = self.visitor.page
        here = page.url
        found = page.eval_on_selector_all("a[href]", _LINKS)
        found += page.eval_on_selector_all("form[method=get] select[name]", _CHOICES)
        for link in found:
            self._note(urljoin(here, link))

    def _note(self, link: str) -> None:
        parts = urlsplit(link)
        if f"{parts.scheme}://{parts.netloc}" != self.visitor.world.address:
            return
        address = parts.path + (f"?{parts.query}" if parts.query else "")
        if parts.path.startswith(_ASIDE) or parts.path.startswith("/assets/"):
            return
        self.found.linked.add(parts.path)
        if address not in self._known:
            self._known.add(address)
            self._waiting.append(address)


class Crawls:
    """The walks of all accounts, each made once."""

    def __init__(self, visitors: Visitors):
        self.visitors = visitors
        self._made: dict[str, Crawl] = {}

    def of(self, account: Account) -> Crawl:
        if account.login not in self._made:
            visitor = self.visitors.signed_in(account)
            self._made[account.login] = Walk(visitor, account).run()
            visitor.close()
        return self._made[account.login]

    def all(self) -> list[Crawl]:
        return [self.of(account) for account in self.visitors.world.accounts]

    def kinds(self) -> dict[str, tuple[Account, str]]:
        """One page of each kind, with an account that is shown it; files are left out."""
        kinds: dict[str, tuple[Account, str]] = {}
        for crawl in self.all():
            for kind, addresses in crawl.visited.items():
                if not is_file(addresses[0]):
                    kinds.setdefault(kind, (crawl.account, addresses[0]))
        return kinds
