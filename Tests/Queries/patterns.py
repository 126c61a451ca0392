"""Which literal of the sources a heard statement was made of."""

import re
from functools import cached_property, lru_cache
from heapq import merge

from literals import HOLE
from pieces import form_of_name

# How a statement begins that reads or writes rows; what begins otherwise is a piece of one.
STATEMENT = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b\s*\S")
CURSOR = re.compile(r"DECLARE \w+ NO SCROLL CURSOR FOR ")
# Values as each engine marks them.
VALUE = re.compile(r"[?$][0-9]+")
# Whole numbers in migrations, as PostgreSQL calls them.
WHOLE = re.compile(r"\bBIGINT\b")
VALUES = re.compile(r"(?:\?(?:, \?)*|NULL)?")
LONG = re.compile(r"IN \((?:\?, ){6,}\?\)")
QUOTED = re.compile(r"'[^']*'")
BRACKETS = re.compile(r"\([^()]*\)")
# What no single value has outside its brackets.
BEYOND = re.compile(r"\b(?:AND|OR|FROM|WHERE|GROUP|ORDER|LIMIT|UNION|SET|ON|VALUES|SELECT)\b")
COMPARED = re.compile(r"(?:[=<>]|\bLIMIT)$")
# What stands where a table is named.
TABLE = re.compile(r"\b(?:FROM|INTO|UPDATE|JOIN) (\S)")
# Where a query stands inside another statement.
INNER = re.compile(r"(?:(?<=\()|\b(?:UNION ALL|UNION|EXCEPT|INTERSECT) )\s*(?=(?:SELECT|WITH)\b)|(?<=\) )(?=SELECT\b)")
JOINED = re.compile(r" ?\b(?:UNION|EXCEPT|INTERSECT)\b")


def even(text):
    """The text of a statement with one space for all blanks, its values as question marks, long lists cut short."""
    text = WHOLE.sub("INTEGER", " ".join(VALUE.sub("?", text).split()).rstrip("; "))
    return CURSOR.sub("", LONG.sub("IN (?, ?, ?, ?, ?, ?)", text))


@lru_cache(maxsize=1 << 16)
def outside(text):
    """The text without what stands in brackets; None where they do not close each other."""
    text, count = QUOTED.sub("", text), 1
    while count:
        text, count = BRACKETS.subn("", text)
    return None if "(" in text or ")" in text or "'" in text else text


def statements(text):
    """The statements of a text that may hold several, as migrations do."""
    if ";" not in text:
        return [text]
    found, begun, quoted = [], 0, False
    for at, letter in enumerate(text):
        if letter == "'":
            quoted = not quoted
        elif letter == ";" and not quoted:
            found.append(text[begun:at].strip())
            begun = at + 1
    return [one for one in found + [text[begun:].strip()] if one]


def end_of_query(text, at, joined=False):
    """The bracket that closes a query, the word that joins another to it, or the end of the text.

    With `joined` those that are joined to it belong to it.
    """
    depth, quoted = 0, False
    while at < len(text):
        letter = text[at]
        if letter == "'":
            quoted = not quoted
        elif not quoted and letter == "(":
            depth += 1
        elif not quoted and letter == ")":
            depth -= 1
            if depth < 0:
                return at
        elif not joined and not quoted and depth == 0 and letter == " " and JOINED.match(text, at):
            return at
        at += 1
    return at


def queries(text):
    """Where the queries that stand inside a text begin and end."""
    places = [begun.end() for begun in INNER.finditer(text)]
    if JOINED.search(text) and text.startswith(("SELECT", "WITH")):
        places.append(0)
    spans = {(place, end_of_query(text, place)) for place in places}
    # Joined queries that stand in brackets are a statement of their own too.
    held = [place for place in places if text[:place].rstrip().endswith("(")]
    spans |= {(place, end_of_query(text, place, joined=True)) for place in held}
    return sorted((begun, end) for begun, end in spans if (begun, end) != (0, len(text)))


class Pattern:
    """A literal that is a statement, or a query inside of a literal, with what is interpolated left open."""

    def __init__(self, literal, text, holes, whole=True):
        self.literal = literal
        self.holes = holes
        # How a name is written that is put into a hole; None where that is no name.
        self.names = [form_of_name(hole) for hole in holes]
        self.shown = " ".join(text.replace(HOLE, "…").split())
        # Queries inside of a literal are known so that no other is taken for them; nothing is said of them.
        self.whole = whole
        parts = text.split(HOLE)
        self.parts = [" ".join(part.split()) for part in parts]
        self.parts[-1] = self.parts[-1].rstrip("; ")
        # Where a blank stands beside a hole; it may be gone where nothing was put into that.
        self.before = [part[-1:].isspace() for part in parts[:-1]]
        self.behind = [part[:1].isspace() for part in parts[1:]]
        self.size = sum(len(part) for part in self.parts)

    @classmethod
    def of(cls, literal, pieces):
        """The patterns of a literal: its statements, where it is some, and the queries inside."""
        text, holes = pieces.completed(literal)
        text = " ".join(VALUE.sub("?", text).split())
        found = []
        for statement in statements(text):
            own, holes = holes[: statement.count(HOLE)], holes[statement.count(HOLE) :]
            if STATEMENT.match(text):
                found.append(cls(literal, statement, own))
            for begun, end in queries(statement):
                first = statement.count(HOLE, 0, begun)
                piece = statement[begun:end].rstrip()
                found.append(cls(literal, piece, own[first : first + piece.count(HOLE)], whole=False))
        return found

    @cached_property
    def is_of_any_table(self):
        """Whether no table is named by the words of the statement."""
        return all(behind == HOLE for behind in TABLE.findall(HOLE.join(self.parts)))

    def fits(self, text):
        """Whether the literal can have made the statement."""
        if not text.startswith(self.parts[0]) or not text.endswith(self.parts[-1]):
            return False
        # Nearly all are told apart by the order of their parts; what is in the holes is looked at for the rest.
        at = 0
        for part in self.parts:
            at = text.find(part, at)
            if at < 0:
                return False
            at += len(part)
        ends = {len(self.parts[0])}
        for number, part in enumerate(self.parts[1:]):
            last = number == len(self.parts) - 2
            ends = {next for end in ends for next in self.reached(text, end, part, number, last)}
            if not ends:
                return False
        return len(self.parts) > 1 or text == self.parts[0]

    def reached(self, text, end, part, number, last):
        """Where a part may end behind what fills the hole before it."""
        place = len(text) - len(part) if last else text.find(part, end)
        while end <= place:
            if self.fills(text[end:place], number):
                yield place + len(part)
            # Two holes side by side have nothing between them: the second takes it all.
            place = -1 if last or not part else text.find(part, place + 1)

    def fills(self, gap, number):
        """Whether what stands between two parts can be what is put into a hole."""
        words = gap.strip()
        if words and (self.before[number] > gap.startswith(" ") or self.behind[number] > gap.endswith(" ")):
            return False
        if form := self.names[number]:
            return form.fullmatch(words) is not None
        if self.holes[number].startswith("list:"):
            return VALUES.fullmatch(words) is not None
        if words in ("", "?"):
            return True
        plain = outside(words)
        if plain is None:
            return False
        return not (COMPARED.search(self.parts[number]) and not words.startswith("CASE ") and BEYOND.search(plain))


class Patterns:
    """All patterns, found by how a statement begins."""

    # Letters by which patterns are told apart; one whose first part is shorter is looked up by that.
    LETTERS = 16

    def __init__(self, patterns):
        self.by_start = {}
        # Those that others of the same form say more of.
        self.general = [pattern for pattern in patterns if pattern.literal.is_general]
        for pattern in sorted(patterns, key=lambda pattern: -pattern.size):
            self.by_start.setdefault(pattern.parts[0][: self.LETTERS], []).append(pattern)

    def of(self, text):
        """The patterns that say most of a statement; several say it alike."""
        places = (self.by_start.get(text[:length], []) for length in range(min(self.LETTERS, len(text)) + 1))
        found = []
        for pattern in merge(*places, key=lambda pattern: -pattern.size):
            if found and pattern.size < found[0].size:
                break
            if pattern.fits(text):
                found.append(pattern)
        return found
