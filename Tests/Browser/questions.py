"""The questions that the reports of classes and teachers answer, and how few clicks from home their answers are."""

import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from crawl import is_file, pattern
from visitor import Visitor

# Clicks from home that an answer may be away.
CLICKS = 3
# Pages of one kind that are looked at on the way, spread over a list from the first to the last.
LIKES = 5

# Each question by its page; a pupil's own page answers what became of one pupil's marks.
QUESTIONS = {
    "E1": "/reports/attainment/class-averages",
    "E2": "/reports/attainment/class-dynamics",
    "E3": "/reports/assessments/class-tests",
    "E4": "/reports/attendance/by-subject",
    "E5": "/reports/attendance/kinds",
    "E6": "/reports/attendance/absence-and-mark",
    "E7": "/pupils/*",
    "E8": "/reports/attainment/marks-and-tests",
    "E9": "/reports/attainment/teacher-averages",
    "E10": "/reports/assessments/teacher-tests",
    "E11": "/reports/attendance/teacher-lessons-missed",
}
# The table that answers, where a page has others too.
TABLES = {"E2": "table-table", "E6": "table-correlation", "E7": "marks"}
# The rest of the house does not lead to them.
_WAYS = re.compile(r"^/($|board|institutions|classes|pupils|teachers|subjects|reports)")


class Body(HTMLParser):
    """Links of a page outside its form of filters, and the tables of its main part that tell a number."""

    def __init__(self, markup: str):
        super().__init__()
        self.links: list[str] = []
        # Their ids, empty for none. The first cell of a row says what it is of; what is hidden or not known has no digit.
        self.told: set[str] = set()
        self._table = ""
        self._in_main = False
        self._in_rows = False
        self._cell = 0
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        if tag == "main":
            self._in_main = True
        elif tag == "table":
            self._table = dict(attrs).get("id") or ""
        elif tag == "tbody":
            self._in_rows = True
        elif tag == "tr":
            self._cell = 0
        elif tag in ("td", "th"):
            self._cell += 1
        elif tag == "a":
            self.links.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag):
        if tag == "main":
            self._in_main = False
        elif tag == "tbody":
            self._in_rows = False

    def handle_data(self, data):
        if self._in_main and self._in_rows and self._cell > 1 and any(sign.isdigit() for sign in data):
            self.told.add(self._table)


@dataclass(frozen=True)
class Answer:
    """Where the answer of a question is, and the pages clicked on the way."""

    address: str
    way: tuple[str, ...]


def answers(visitor: Visitor) -> dict[str, Answer]:
    """The nearest answer of each question by links alone, no filter touched; one of a class where there is any."""
    found: dict[str, Answer] = {}
    seen, likes = {"/"}, Counter()
    waiting = [Answer("/", ())]
    while waiting:
        at = waiting.pop(0)
        answer = visitor.ask(at.address)
        if answer.status != 200:
            continue
        body = Body(answer.text())
        for question, page in QUESTIONS.items():
            is_better = question not in found or "class=" in at.address and "class=" not in found[question].address
            is_told = TABLES[question] in body.told if question in TABLES else body.told
            if is_better and is_told and pattern(at.address) == page:
                found[question] = at
        if len(at.way) == CLICKS:
            continue
        here = visitor.world.url(at.address)
        new: dict[tuple, list[str]] = {}
        for link in body.links:
            parts = urlsplit(urljoin(here, link))
            address = parts.path + (f"?{parts.query}" if parts.query else "")
            kind = (pattern(address), len(at.way), "class=" in parts.query)
            if address in seen or is_file(address) or not _WAYS.match(parts.path) or likes[kind] >= LIKES:
                continue
            seen.add(address)
            new.setdefault(kind, []).append(address)
        for kind, addresses in new.items():
            steps = [at * (len(addresses) - 1) // (LIKES - 1) for at in range(LIKES)]
            chosen = list(dict.fromkeys(addresses[step] for step in steps))
            likes[kind] += len(chosen)
            waiting += [Answer(address, (*at.way, address)) for address in chosen]
    return found
