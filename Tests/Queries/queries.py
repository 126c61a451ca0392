"""Which statements of the sources were heard on which engine: queries.py HEARD SOURCES [TESTS]

HEARD is a folder with the files `sqlite` and `postgres`, as hear.c writes them. What tests ask by themselves is taken for
no statement of the sources that says less.
"""

import sys
from pathlib import Path

from literals import Source, Unread
from patterns import STATEMENT, Pattern, Patterns, even, queries, statements
from pieces import Pieces

ENGINES = {"SQLite": "sqlite", "PostgreSQL": "postgres"}

# Folders whose statements one engine alone has, or none that tests run, and why.
FOLDERS = {
    "Storage/SQLite/": "SQLite",  # the engine's own
    "Storage/Postgres/": "PostgreSQL",  # the engine's own
    "Benchmarks/": None,  # times what the rooms ask; no part of the house
}


def folder(path, sources):
    """The folder of the list that a file lies in."""
    return next((name for name in FOLDERS if path.relative_to(sources).as_posix().startswith(name)), None)


def patterns(sources):
    """The statements of all sources, and what is wrong with the marks beside them."""
    found, wrong = [], []
    paths = [path for path in sorted(sources.rglob("*.swift")) if FOLDERS.get(folder(path, sources), True)]
    read = [Source(str(path), path.read_text()) for path in paths]
    pieces = Pieces(read)
    for path, source in zip(paths, read):
        named = folder(path, sources)
        own = [literal for literal in source.literals if STATEMENT.match(literal.text)]
        for engine, line in source.marks:
            literal = next((literal for literal in own if literal.line >= line), None)
            if literal is None or literal.line > line + 8:
                wrong.append(f"{path}:{line}: no statement follows the mark")
            elif engine == "General":
                literal.is_general = True
            else:
                literal.alone, literal.is_marked = engine, True
        for literal in source.literals:
            literal.alone = literal.alone or (FOLDERS[named] if named else None)
            if "SELECT" in literal.text or STATEMENT.match(literal.text):
                patterns = Pattern.of(literal, pieces)
                if literal.is_general and not all(pattern.is_of_any_table for pattern in patterns):
                    wrong.append(f"{path}:{literal.line}: names a table, and is said to be general")
                found += patterns
    return found, wrong


def asides(tests):
    """The statements of the tests, of which nothing is to be said."""
    found = []
    read = [Source(str(path), path.read_text()) for path in sorted(tests.rglob("*.swift"))]
    pieces = Pieces(read)
    for source in read:
        for literal in source.literals:
            if "SELECT" in literal.text or STATEMENT.match(literal.text):
                found += Pattern.of(literal, pieces)
    for pattern in found:
        pattern.whole = False
    return found


def heard(path):
    """The distinct statements that were written into a file."""
    if not path.exists():
        return []
    words = path.read_bytes().decode("utf-8", "replace").split("\0")
    texts = {even(one) for word in words for one in statements(word)} - {""}
    # What SQLite and GRDB ask for themselves; the house calls that table by its newer name.
    texts = {text for text in texts if "sqlite_master" not in text and "'main'." not in text}
    # In one order, so that the same is said each time.
    return sorted(texts | {text[begun:end].rstrip() for text in texts for begun, end in queries(text)})


def compare(index, texts):
    """For each pattern the engines that it was heard on."""
    on = {}
    for engine, statements in texts.items():
        for statement in statements:
            best = index.of(statement)
            # What a statement that names its table says is never taken for a general one.
            if all(pattern.is_of_any_table for pattern in best):
                best += [pattern for pattern in index.general if pattern.fits(statement)]
            for pattern in best:
                on.setdefault(pattern, set()).add(engine)
    return on


def complaint(pattern, engines, index, texts):
    """What is to be said of a literal that was heard on some engines; None where all is well."""
    literal = pattern.literal
    wanted = {literal.alone} if literal.alone else set(ENGINES)
    place = f"{literal.path}:{literal.line}"
    if literal.is_marked and engines - wanted:
        return f"{place}: is said to be of {literal.alone} alone, and was heard on {(engines - wanted).pop()}"
    missing = [engine for engine in ENGINES if engine in wanted - engines]
    if not missing:
        return None
    words = pattern.shown if len(pattern.shown) <= 160 else f"{pattern.shown[:159]}…"
    line = f"{place}: not heard on {' or '.join(missing)}: {words}"
    if text := next((text for engine in missing for text in texts[engine] if pattern.fits(text)), None):
        other = index.of(text)[0].literal
        line += f"\n    only where {other.path}:{other.line} says more of the same statement"
    return line


def main(folder, sources, tests=None):
    texts = {engine: heard(Path(folder) / name) for engine, name in ENGINES.items()}
    deaf = [engine for engine, statements in texts.items() if not statements]
    if deaf:
        print(f"queries: nothing at all was heard on {' or '.join(deaf)}")
        return 1
    found, wrong = patterns(Path(sources))
    index = Patterns(found + (asides(Path(tests)) if tests else []))
    on = compare(index, texts)
    found = [pattern for pattern in found if pattern.whole]
    told = [complaint(pattern, on.get(pattern, set()), index, texts) for pattern in found]
    lines = wrong + [line for line in told if line]
    for line in lines:
        print(line)
    counts = ", ".join(f"{sum(engine in on.get(p, ()) for p in found)} on {engine}" for engine in ENGINES)
    print(f"queries: of {len(found)} statements of the sources were heard {counts}; {len(lines)} are to be mended")
    return 1 if lines else 0


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except Unread as error:
        print(f"queries: {error}")
        sys.exit(1)
