"""A new user follows one pupil from the first sign to the closed case, each seeing only what is theirs."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from axe import violations
from story import ROLES, WAYS, Story, main_text
from visitor import NARROW, WIDE


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    return Path(os.environ.get("SEKME_PICTURES") or tmp_path_factory.mktemp("story"))


@pytest.fixture(scope="module")
def told(visitors, world, pictures):
    """What each role read on its way, by page; every page is looked at as it is passed."""
    story, read = Story(), {}
    for role in ROLES:
        for width in (WIDE, NARROW):
            with closing(visitors.signed_in(world.one(role), width=width, color_scheme="light")) as visitor:

                def look(at, name):
                    assert at.page.locator("h1").count() == 1
                    assert at.page.evaluate("document.documentElement.scrollWidth") <= width, at.path
                    at.page.screenshot(path=pictures / f"{role}-{name}-{width}.png", full_page=True)
                    if width == WIDE:
                        read[role, name] = main_text(at)
                        assert violations(at.page) == [], at.path

                WAYS[role](visitor, story, look)
                assert visitor.complaints == []
    return story, read


def test_the_case_is_followed_to_its_end(told):
    _, read = told
    for role in ("social-pedagogue", "outside-worker", "pmp-coordinator"):
        text = read[role, "case"].lower()
        assert "slēgts" in text and "atvērts" in text, role
    assert "Rezultāts" in read["social-pedagogue", "plan"]


def test_restricted_notes_are_for_the_school_and_its_coordinator(told):
    story, read = told
    assert story.restricted, "the case has a restricted note"
    for (role, page), text in read.items():
        shown = [note for note in story.restricted if note in text]
        if role in ("social-pedagogue", "pmp-coordinator"):
            assert page != "case" or shown == story.restricted, (role, page)
        else:
            assert shown == [], (role, page)


def test_the_class_teacher_knows_of_the_case_and_nothing_in_it(told, visitors, world):
    story, read = told
    assert "slēgts" not in read["class-teacher", "case"].lower()
    with closing(visitors.signed_in(world.one("class-teacher"))) as visitor:
        assert visitor.ask(story.plan).status == 404
        assert visitor.ask(f"{story.case}/looks").status == 404


def test_somebody_from_outside_opens_no_page_of_the_school(told, visitors, world):
    story, _ = told
    with closing(visitors.signed_in(world.one("outside-worker"))) as visitor:
        for address in (f"/pupils/{story.pupil}", f"/pupils/{story.pupil}/signals", f"/pupils/{story.pupil}/cases"):
            assert visitor.ask(address).status in (403, 404), address
