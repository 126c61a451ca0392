"""What is known of what a literal interpolates: a text of the same sources, or the form that a name has."""

import re

from literals import HOLE

# How a name is written into a statement: between quotes by `SQL.name`, bare by `Name.sql`.
QUOTED_NAME = re.compile(r'"\w+"')
BARE_NAME = re.compile(r"\w+")
QUOTING = re.compile(r"(?:try )?SQL\.name\([^\n]*\)$")
BARING = re.compile(r"(?:try )?(?:[\w.$]|\([^()]*\))*\w\.sql$")

# What is said once and never changes: a constant, what is counted out, what a function gives.
CONSTANT = re.compile(r"\blet (\w+): SQL\s*=\s*$")
COUNTED = re.compile(r"\bvar (\w+): SQL \{\s*(?:return\s+)?$")
FUNCTION = re.compile(r"^( *)(?:\w+ )*func (\w+)\b[^{}]*?-> SQL\?? \{$", re.MULTILINE)
NAMED = re.compile(
    r"\b(?:let|var) (\w+)(?:: SQL)?(?: =| \{(?: get throws \{)?)\s*"
    r"((?:try )?(?:SQL\.name\([^\n]*?\)|[\w.]+\.sql))\s*[\n}]"
)
# Whatever else is called so: a parameter, or what a loop or a closure names.
DECLARED = (
    r"\b(?:let|var|func|for|case)\s+\(?{0}\b|[(,]\s*(?:\w+\s+)?{0}\s*:|\b{0},?[\w, ]*\bin\b"
    r"|\b(?:let|var) \([^)\n]*\b{0}\b"
)
# What is asked of a function of its own name is what that gives.
AGAIN = r"\blet {0} = (?:try )?{0}\("
USE = re.compile(r"(?:try )?(?:(?P<owner>\w+)\.)?(?P<name>\w+)(?P<call>\(.*\))?", re.DOTALL)
OWN = ("self", "Self")
DEEPEST = 4


class Pieces:
    """The texts that the literals of some sources may be completed by."""

    def __init__(self, sources):
        self.texts = {source.path: source.text for source in sources}
        self.known = {source.path: self.defined(source) for source in sources}
        self.files = {}
        for path in self.texts:
            stem = path.rsplit("/", 1)[-1].removesuffix(".swift").split("+")[0]
            self.files.setdefault(stem, []).append(path)

    def defined(self, source):
        """The literals of a file by the name that they stand for, where nothing else of the file is called so."""
        text, found = source.text, {}
        for literal in source.literals:
            before = text[max(0, literal.begun - 200) : literal.begun]
            if not re.match(r"\s*(?:\n|\}|$)", text[literal.end :]):
                continue
            if named := CONSTANT.search(before) or COUNTED.search(before):
                found.setdefault(named[1], []).append(literal)
        for head in FUNCTION.finditer(text):
            end = text.find(f"\n{head[1]}}}", head.end())
            # The literal that the function ends with; one that holds others begins before them.
            held = [one for one in source.literals if head.end() <= one.begun and one.end <= end]
            last = next((one for one in held if not text[one.end : end].strip()), None)
            gives = len(re.findall(r"\breturn\b(?! nil)", text[head.end() : end]))
            if last and re.search(r"(?:\breturn|^)\s*$", text[head.end() : last.begun]) and gives <= 1:
                found.setdefault(head[2], []).append(last)
        return {name: all[0] for name, all in found.items() if len(all) == 1 and self.is_alone(name, text)}

    @staticmethod
    def is_alone(name, text):
        """Whether one thing of a file has a name."""
        again = len(re.findall(AGAIN.format(name), text))
        return len(re.findall(DECLARED.format(name), text)) - again == 1

    def meant(self, hole, path):
        """The literal that stands behind what a file interpolates, and its file; nil where that is not certain."""
        use = USE.fullmatch(hole.strip())
        if not use:
            return None
        owner, name = use["owner"], use["name"]
        if owner is None or owner in OWN:
            places = [path]
        else:
            kind = owner if owner[0].isupper() else self.kind(owner, path)
            places = self.files.get(kind, [])
        found = [(self.known[place][name], place) for place in places if name in self.known[place]]
        return found[0] if len(found) == 1 else None

    def kind(self, name, path):
        """The type of what a file calls so; None where it does not say, or says several."""
        kinds = set(re.findall(rf"\b{name}(?:: | = )(?:any |some )?([A-Z]\w*)", self.texts[path]))
        return kinds.pop() if len(kinds) == 1 else None

    def completed(self, literal, path=None, depth=0):
        """The text of a literal with what is known put into it, and what is interpolated still."""
        path = path or literal.path
        text, holes = [], []
        parts = literal.text.split(HOLE)
        for part, hole in zip(parts, [None] + literal.holes):
            if hole is not None:
                found = self.meant(hole, path) if depth < DEEPEST else None
                if found:
                    words, more = self.completed(found[0], found[1], depth + 1)
                    # The lines of a long literal begin and end between its quotes.
                    text.append(words.strip() if words.startswith("\n") else words)
                    holes += more
                else:
                    text.append(HOLE)
                    holes.append(self.form(hole, path))
            text.append(part)
        return "".join(text), holes

    def form(self, hole, path):
        """The expression, or the one that a file gives its name to, where that is a name."""
        if re.fullmatch(r"\w+", hole):
            forms = [form for name, form in NAMED.findall(self.texts[path]) if name == hole]
            if len(forms) == 1 and self.is_alone(hole, self.texts[path]):
                return forms[0]
        return hole


def form_of_name(hole):
    """The form of the name that is interpolated; None where it is none."""
    if QUOTING.match(hole):
        return QUOTED_NAME
    return BARE_NAME if BARING.match(hole) else None
