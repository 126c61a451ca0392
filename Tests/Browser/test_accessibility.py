"""No page of any kind breaks a rule of WCAG 2.2 AA that a program can find, and each fits its window and a sheet of paper.

The looks at a phone are in a file of their own: of several who test at once one does each, as walking to every page
takes minutes.
"""

from contextlib import closing

import pytest

from axe import violations
from visitor import NARROW, WIDE

LOOK = ("lv", WIDE)


def test_pages_are_accessible_and_in_their_language(looks):
    found = looks.faults("axe", *LOOK)
    assert found == [], "\n".join(found)
    assert looks.faults("language", *LOOK) == []


def test_the_browser_complains_of_no_page(looks):
    assert looks.faults("browser", *LOOK) == []


def test_no_page_scrolls_sideways(looks):
    assert looks.faults("wide", *LOOK) == []


def test_paper_shows_neither_navigation_nor_buttons(looks):
    assert looks.faults("paper", *LOOK) == []


def test_no_table_is_cut_on_paper(looks):
    assert looks.faults("cut", *LOOK) == []


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("language", ["lv", "en"])
def test_the_sign_in_page_and_its_errors_are_accessible(visitors, world, language, width):
    with closing(visitors.stranger(width=width)) as visitor:
        visitor.speak(language)
        visitor.go("/sign-in")
        assert violations(visitor.page) == []
        visitor.sign_in(world.one("evaluator"), password="not the password of anybody")
        assert violations(visitor.page) == []


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_page_that_is_not_there_is_accessible_and_says_where_to_go(visitors, world, language):
    with closing(visitors.signed_in(world.one("reader"))) as visitor:
        visitor.speak(language)
        response = visitor.go("/institutions/999999999")
        assert response.status in (403, 404)
        assert visitor.page.locator("h1").count() == 1
        assert visitor.page.locator("main a").count() > 0
        assert violations(visitor.page) == []
