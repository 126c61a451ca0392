"""One pupil from the first sign to the closed case, followed by links alone by those who work with it."""

import re
from dataclasses import dataclass, field
from typing import Callable
from urllib.parse import urlsplit

from visitor import Visitor

ROLES = ("class-teacher", "social-pedagogue", "outside-worker", "pmp-coordinator")


@dataclass
class Story:
    """The pupil and case that are followed, and what only some may read of them."""

    pupil: str = ""
    case: str = ""
    plan: str = ""
    restricted: list[str] = field(default_factory=list)


# Called on each page of the way with its name.
Look = Callable[[Visitor, str], None]


def follow(visitor: Visitor, wanted: str) -> str:
    """Goes where the first link of a form leads; the address it has."""
    links = ways(visitor, wanted)
    assert links, f"{visitor.path} has no link to {wanted}"
    visitor.go(links[0])
    return links[0]


def ways(visitor: Visitor, wanted: str) -> list[str]:
    """The addresses of a form that a page links to, each once."""
    links = [link.get_attribute("href") or "" for link in visitor.page.locator("a").all()]
    return list(dict.fromkeys(link for link in links if re.fullmatch(wanted, link)))


def whole_lanes(visitor: Visitor) -> list[str]:
    """The page of the team that is open and each of its lanes that shows only its first cards there."""
    here = urlsplit(visitor.page.url)
    return [here.path + (f"?{here.query}" if here.query else ""), *ways(visitor, r"/team\?(.*&)?lane=\d.*")]


def follow_in_lanes(visitor: Visitor, wanted: str) -> bool:
    """Follows the first link of a form that a lane of the open page of the team has; whether one has it."""
    for lane in whole_lanes(visitor):
        visitor.go(lane)
        if ways(visitor, wanted):
            follow(visitor, wanted)
            return True
    return False


def main_text(visitor: Visitor) -> str:
    return visitor.page.locator("main").inner_text()


def class_teacher(visitor: Visitor, story: Story, look: Look) -> None:
    """Sees the signs of own pupils and that somebody helps, and whom to ask."""
    visitor.go("/")
    follow(visitor, "/team")
    look(visitor, "team")
    pupils: list[str] = []
    for lane in whole_lanes(visitor):
        visitor.go(lane)
        pupils += [pupil for pupil in ways(visitor, r"/pupils/\d+/signals") if pupil not in pupils]
    for pupil in pupils:
        visitor.go(pupil)
        cases = ways(visitor, r"/pupils/\d+/cases")
        if not cases:
            continue
        visitor.go(cases[0])
        found = ways(visitor, r"/cases/\d+")
        # The teacher takes part in the case of another pupil; this one is followed because they only know of it.
        text = main_text(visitor)
        if found and any(words in text for words in ("jautājiet gadījuma vadītājam", "ask the owner")):
            story.pupil, story.case = pupil.split("/")[2], found[0]
            look(visitor, "cases")
            visitor.go(pupil)
            look(visitor, "pupil")
            signs = ways(visitor, r"/pupils/\d+/signals/\d+")
            assert signs, "each sign, also one that has ended, leads to how it was made"
            visitor.go(signs[0])
            look(visitor, "sign")
            visitor.go(story.case)
            look(visitor, "case")
            return
    raise AssertionError("no pupil of the class teacher has a case")


def social_pedagogue(visitor: Visitor, story: Story, look: Look) -> None:
    """Opened the case and reads all of it: reason, steps, notes, plan with its result."""
    visitor.go("/")
    follow(visitor, "/team")
    signals = f"/pupils/{story.pupil}/signals"
    assert follow_in_lanes(visitor, signals), "the team's page leads to the pupil"
    look(visitor, "pupil")
    # What somebody saw and wrote down rests on no number.
    for sign in ways(visitor, r"/pupils/\d+/signals/\d+"):
        visitor.go(sign)
        if ways(visitor, r"/figures/.*"):
            break
    assert ways(visitor, r"/figures/.*"), "a sign leads to the number it rests on"
    visitor.go(signals)
    follow(visitor, f"/pupils/{story.pupil}/cases")
    follow(visitor, re.escape(story.case))
    look(visitor, "case")
    notes = visitor.page.locator("#notes li").all()
    texts = [(note.locator("p").first.inner_text(), note.inner_text()) for note in notes]
    story.restricted = [text for text, whole in texts if "ierobežot" in whole.lower()]
    story.plan = follow(visitor, re.escape(story.case) + r"/plans/\d+")
    look(visitor, "plan")


def own_cases(visitor: Visitor, story: Story, look: Look) -> None:
    """From home to the case by the list of cases, those that are over too."""
    visitor.go("/")
    follow(visitor, "/team")
    look(visitor, "team")
    follow(visitor, "/cases")
    follow(visitor, r"/cases\?state=all")
    follow(visitor, re.escape(story.case))
    look(visitor, "case")


def outside_worker(visitor: Visitor, story: Story, look: Look) -> None:
    """Was asked in with a purpose and sees what it needs."""
    own_cases(visitor, story, look)


def pmp_coordinator(visitor: Visitor, story: Story, look: Look) -> None:
    """Leads the work everywhere: from the first sign to the closed case, and can show the family who looked."""
    signals = f"/pupils/{story.pupil}/signals"
    visitor.go("/")
    follow(visitor, "/team")
    # Of all institutions the page only counts; each of them has its lanes.
    for institution in ways(visitor, r"/team\?institution=\d+"):
        visitor.go(institution)
        if follow_in_lanes(visitor, signals):
            break
    assert visitor.path == signals, "the team's page of an institution leads to the pupil"
    look(visitor, "pupil")
    signs = ways(visitor, re.escape(signals) + r"/\d+")
    assert signs, "the coordinator is shown the signs that the case began with"
    visitor.go(signs[0])
    look(visitor, "sign")
    own_cases(visitor, story, look)
    # The case leads back to the signs.
    assert ways(visitor, re.escape(signals)), story.case
    follow(visitor, re.escape(story.case) + "/looks")
    look(visitor, "looks")


WAYS = {
    "class-teacher": class_teacher,
    "social-pedagogue": social_pedagogue,
    "outside-worker": outside_worker,
    "pmp-coordinator": pmp_coordinator,
}
