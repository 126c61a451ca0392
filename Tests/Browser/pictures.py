"""Pictures for the guide, of the whole demo: python pictures.py FOLDER [PART ...].

Parts: pages, reports, wizard, pair, questions, story; without any, all of them.

English ones come into FOLDER/en.
"""

import re
import subprocess
import sys
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import sync_playwright

import marksheet
import twins
from questions import QUESTIONS, answers
from story import ROLES, WAYS, Story
from test_import import apply, choose_columns, choose_pupils, class_list, fill_columns, undo, upload
from visitor import NARROW, Visitor, Visitors, launch
from world import demo_world

# Taller pages are cut: what a chapter speaks of stands at the top.
TALLEST = 720

# Pages that open without signing in: where one starts, and the links from there.
OPEN = {
    "sign-in": ("/sign-in", []),
    "public-annual": ("/public/annual", ["main tbody a[href^='/public/annual/']"]),
}
# Who shows the page, where they start, and the links they follow from there.
PAGES = {
    "home": ("board-specialist", "/", []),
    "institution": ("head", "/institutions", ["main a[href^='/institutions/']"]),
    "groups": ("head", "/institutions", ["main a[href^='/institutions/']", "main a[href*='/groups']"]),
    "class": ("class-teacher", "/", ["main a[href^='/classes/']"]),
    "pupil": ("class-teacher", "/", ["main a[href^='/classes/']", "main a[href^='/pupils/']"]),
    "report": ("board-specialist", "/reports/attendance/statistics", []),
    "levels": ("board-specialist", "/reports/attainment/level-distribution", []),
    "absence-duty": ("social-pedagogue", "/absence-duty", []),
    "signal-making": ("class-teacher", "/team", ["main a[href$='/signals']", "main a[href*='/signals/']"]),
    "dates": ("social-pedagogue", "/dates", []),
    "team": ("social-pedagogue", "/team", []),
    "meeting": ("social-pedagogue", "/meetings", ["#meetings tbody tr:nth-child(2) a"]),
    "annual-report": (
        "board-specialist",
        "/planning",
        ["main table a[href^='/planning/']", ".tabs a[href$='/annual']", "main table a[href^='/planning/annual/']"],
    ),
    "import-new": ("board-specialist", "/imports/new", []),
    "import-samples": ("board-specialist", "/imports/samples", []),
    "user-new": ("administrator", "/users/new", []),
    "permissions": ("administrator", "/permissions", []),
    "doors": ("administrator", "/permissions/doors", []),
    "case-rights": ("pmp-coordinator", "/permissions/cases", []),
    "rules": ("administrator", "/rules", []),
    "scales": ("administrator", "/scales", []),
    "terms": ("administrator", "/terms", []),
    "account": ("class-teacher", "/account", []),
}
# Who asks which of the eleven questions in the guide; each sees its answer.
ASKERS = {"class-teacher": ["E1", "E2", "E4", "E5", "E6", "E7", "E8"], "head": ["E3", "E9", "E10", "E11"]}
# What the guide shows of one pupil's way.
TOLD = {"class-teacher-pupil", "social-pedagogue-case", "outside-worker-case", "pmp-coordinator-looks"}
# Points of a printed page for an inch: enough to read its tables in the guide.
SHARPNESS = 76
# What is chosen where a report needs a choice, the first of these that is offered.
CHOICES = ("Ceriņu vidusskola", "8.a")


def main(folder: Path, parts: set[str]) -> None:
    with demo_world() as world, sync_playwright() as playwright:
        browser = launch(playwright)
        visitors = Visitors(browser, world)
        for language, place in (("lv", folder), ("en", folder / "en")):
            place.mkdir(parents=True, exist_ok=True)
            if "pages" in parts:
                pages(visitors, language, place)
            with closing(opened(visitors, language, "board-specialist", "/", [])) as visitor:
                if "reports" in parts:
                    reports(visitor, place)
                if "wizard" in parts:
                    wizard(visitor, place)
                if "pair" in parts:
                    pair(visitor, place)
            for role, asked in ASKERS.items() if "questions" in parts else ():
                questions(visitors, language, role, asked, place)
            if "story" in parts:
                story(visitors, language, place / "story")
        browser.close()


def pages(visitors: Visitors, language: str, place: Path) -> None:
    """Pages that chapters speak of."""
    for name, (start, steps) in OPEN.items():
        with closing(visitors.stranger(color_scheme="light")) as visitor:
            save(led(visitor, language, start, steps), place, name)
    for name, (role, start, steps) in PAGES.items():
        with closing(opened(visitors, language, role, start, steps)) as visitor:
            save(visitor, place, name)


def opened(visitors: Visitors, language: str, role: str, start: str, steps: list[str]) -> Visitor:
    """A window on a page that is reached from where one starts."""
    visitor = visitors.signed_in(visitors.world.one(role), color_scheme="light")
    return led(visitor, language, start, steps)


def led(visitor: Visitor, language: str, start: str, steps: list[str]) -> Visitor:
    """The window, led to a page by links."""
    visitor.speak(language)
    visitor.go(start)
    for step in steps:
        visitor.go(visitor.page.locator(step).first.get_attribute("href"))
    return visitor


def reports(visitor: Visitor, folder: Path) -> None:
    """Every report that there is, with the first of its answers."""
    (folder / "reports").mkdir(exist_ok=True)
    visitor.go("/reports")
    links = visitor.page.locator("main a[href^='/reports/']")
    addresses = [link.get_attribute("href") for link in links.all()]
    for address in dict.fromkeys(address.split("?")[0] for address in addresses):
        if len(address.split("/")) != 4:
            continue
        visitor.go(address)
        for choice in CHOICES:
            way = visitor.page.locator("main .ways a", has_text=re.compile(f"^{re.escape(choice)}$"))
            if way.count():
                visitor.go(way.first.get_attribute("href"))
        chosen = further(visitor, address)
        if chosen:
            parts = urlsplit(visitor.page.url)
            visitor.go(f"{parts.path}?{'&'.join(part for part in (parts.query, urlencode(chosen)) if part)}")
        save(visitor, folder / "reports", address.removeprefix("/reports/").replace("/", "-"))


def further(visitor: Visitor, address: str) -> dict[str, str]:
    """What a report that asks nothing first is to show an answer of; nothing for most."""
    if address == "/reports/attendance/before-after":
        # As many weeks stand on both sides of a Monday so long ago.
        today = date.today()
        return {"day": str(today - timedelta(days=today.weekday(), weeks=7))}
    if address == "/reports/attainment/pupil-progress":
        pupil = visitor.page.locator("main tbody a[href^='/pupils/']").first.get_attribute("href")
        return {"pupil": pupil.rpartition("/")[2]}
    if address == "/reports/assessments/teacher-tests":
        # The annual marks beside the results are given at the end of a year: the last one that is over has both.
        return {"year": visitor.page.locator("select[name=year] option").nth(1).get_attribute("value")}
    return {}


def questions(visitors: Visitors, language: str, role: str, asked: list[str], folder: Path) -> None:
    """The answers that somebody finds by links from home: on a screen, on a phone and printed."""
    place = folder / "questions"
    place.mkdir(exist_ok=True)
    with closing(opened(visitors, language, role, "/", [])) as visitor:
        found = answers(visitor)
        for question in asked:
            print(question, QUESTIONS[question], *found[question].way)
            visitor.go(found[question].address)
            save(visitor, place, question)
            printed(visitor, place / f"{question}-print")
    with closing(visitors.signed_in(visitors.world.one(role), width=NARROW, color_scheme="light")) as visitor:
        visitor.speak(language)
        for question in asked:
            visitor.go(found[question].address)
            save(visitor, place, f"{question}-phone")


def story(visitors: Visitors, language: str, place: Path) -> None:
    """One pupil's way as each of those who work with the pupil sees it."""
    place.mkdir(exist_ok=True)
    told = Story()
    for role in ROLES:
        with closing(opened(visitors, language, role, "/", [])) as visitor:
            WAYS[role](visitor, told, lambda at, name: told_of(at, place, f"{role}-{name}"))


def told_of(visitor: Visitor, place: Path, name: str) -> None:
    if name in TOLD:
        save(visitor, place, name)


def printed(visitor: Visitor, name: Path) -> None:
    """The first page of what a printer would give."""
    paper = name.with_suffix(".pdf")
    visitor.page.pdf(path=paper, format="A4", prefer_css_page_size=True)
    subprocess.run(
        ["pdftoppm", "-png", "-singlefile", "-r", str(SHARPNESS), str(paper), str(name)], check=True
    )
    paper.unlink()


def wizard(visitor: Visitor, folder: Path) -> None:
    """The steps of an import; it is taken back at the end, so that both languages show the same."""
    with TemporaryDirectory() as place:
        file = Path(place) / "parbaudes darbs.xlsx"
        marksheet.write(file, class_list(visitor), date.today())
        upload(visitor, file)
        fill_columns(visitor)
        save(visitor, folder, "import-columns")
        choose_columns(visitor)
    save(visitor, folder, "import-plan")
    batch = apply(visitor)
    save(visitor, folder, "import-batch")
    undo(visitor, batch)


def pair(visitor: Visitor, folder: Path) -> None:
    """A pupil who came twice with an import, which is taken back at the end."""
    with TemporaryDirectory() as place:
        choose_pupils(visitor, Path(place), date.today())
    batch = apply(visitor)
    visitor.go("/duplicates")
    row = visitor.page.locator("#pairs tbody tr", has_text=twins.NAME)
    visitor.go(row.locator("a").first.get_attribute("href"))
    save(visitor, folder, "pair")
    undo(visitor, batch)


def save(visitor: Visitor, folder: Path, name: str) -> None:
    file = folder / f"{name}.png"
    page = visitor.page
    height = min(TALLEST, page.evaluate("document.querySelector('.foot, main').getBoundingClientRect().bottom"))
    page.screenshot(path=file, clip={"x": 0, "y": 0, "width": page.viewport_size["width"], "height": height})
    print(f"{file} {file.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), set(sys.argv[2:]) or {"pages", "reports", "wizard", "pair", "questions", "story"})
