"""The string literals of Swift sources, with what is interpolated left out, and the marks of comments before them."""

import re
from dataclasses import dataclass, field

# What is interpolated, in the text of a literal; no source has this character.
HOLE = "\x00"
# A comment that says which engine alone has the statement behind it, or that no words of its own tell it from others.
MARK = re.compile(r"//+ (?:(SQLite|PostgreSQL) alone|(General)): (\S.*)")
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "", '"': '"', "'": "'", "\\": "\\"}


class Unread(Exception):
    """A source that cannot be read to its end."""


@dataclass
class Literal:
    """A literal by its file and line."""

    path: str
    line: int
    text: str
    # What is interpolated, in its order.
    holes: list
    # Where it begins and ends in its file.
    begun: int
    end: int
    # The engine that alone has it; None for both.
    alone: str | None = None
    # Whether a comment before it says so, which it is held to.
    is_marked: bool = False
    # Whether a comment before it says that what others of its form say more of is taken for it too.
    is_general: bool = False


# What begins something else than plain code, and what ends it.
CODE = re.compile(r"""[^"/#()]+""")
WORDS = {'"': re.compile(r'[^"\\\n]+'), '"""': re.compile(r'[^"\\]+')}
OPENED = re.compile(r'(#*)("""|")')
LONG_EXPRESSION = re.compile(r"(#+)/")
# Between / and /, where no division can be.
EXPRESSION = re.compile(r"(?:(?<=[(,=:] )|(?<=\())/(?=[^ /*])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])*/")
COMMENT = re.compile(r"/\*|\*/")
BREAK = re.compile(r"[ \t]*\n[ \t]*")


@dataclass
class Source:
    """One file: its literals in the order in which they begin, and the marks that stand before them."""

    path: str
    text: str
    literals: list = field(default_factory=list)
    # Marks by the place where they stand: engine, or that it is general, and line.
    marks: list = field(default_factory=list)

    def __post_init__(self):
        self.code(0, inside=False)
        self.literals = [literal for _, literal in sorted(self.literals, key=lambda found: found[0])]

    def line(self, at):
        return self.text.count("\n", 0, at) + 1

    def code(self, at, inside):
        """Reads code from a place to its end, or to the bracket that closes an interpolation."""
        text, depth = self.text, 0
        while at < len(text):
            if plain := CODE.match(text, at):
                at = plain.end()
            elif text.startswith("//", at):
                end = text.find("\n", at)
                end = len(text) if end < 0 else end
                if mark := MARK.match(text[at:end]):
                    self.marks.append((mark[1] or mark[2], self.line(at)))
                at = end
            elif text.startswith("/*", at):
                at = self.comment(at)
            elif opened := OPENED.match(text, at):
                at = self.literal(at, len(opened[1]), opened[2])
            elif opened := LONG_EXPRESSION.match(text, at):
                at = self.behind(f"/{opened[1]}", opened.end())
            elif opened := EXPRESSION.match(text, at):
                at = opened.end()
            else:
                depth += {"(": 1, ")": -1}.get(text[at], 0)
                at += 1
                if inside and depth < 0:
                    return at
        if inside:
            raise Unread(f"{self.path}: an interpolation without an end")
        return at

    def behind(self, end, at):
        place = self.text.find(end, at)
        if place < 0:
            raise Unread(f"{self.path}:{self.line(at)}: what begins here has no end")
        return place + len(end)

    def comment(self, at):
        """Gives the place behind a comment, which may hold others."""
        depth, begun = 0, at
        while next := COMMENT.search(self.text, at):
            depth += 1 if next[0] == "/*" else -1
            at = next.end()
            if depth == 0:
                return at
        raise Unread(f"{self.path}:{self.line(begun)}: a comment without an end")

    def literal(self, at, hashes, quotes):
        """Reads a literal and gives the place behind it; literals inside its interpolations are read too."""
        text, begun, words, holes = self.text, at, [], []
        at += hashes + len(quotes)
        end, escape = quotes + "#" * hashes, "\\" + "#" * hashes
        while not text.startswith(end, at):
            if at >= len(text) or (quotes == '"' and text[at] == "\n"):
                raise Unread(f"{self.path}:{self.line(begun)}: a literal without an end")
            if plain := WORDS[quotes].match(text, at):
                words.append(plain[0])
                at = plain.end()
            elif not text.startswith(escape, at):
                words.append(text[at])
                at += 1
            else:
                at = self.escaped(at + len(escape), words, holes)
        at += len(end)
        self.literals.append((begun, Literal(self.path, self.line(begun), "".join(words), holes, begun, at)))
        return at

    def escaped(self, at, words, holes):
        """Reads what stands behind a backslash of a literal."""
        text = self.text
        if text[at] == "(":
            end = self.code(at + 1, inside=True)
            words.append(HOLE)
            holes.append(text[at + 1 : end - 1])
            return end
        if text[at] == "u":
            words.append("?")
            return text.index("}", at) + 1
        if blank := BREAK.match(text, at):
            return blank.end()
        words.append(ESCAPES[text[at]])
        return at + 1
