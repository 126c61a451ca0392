"""No page of any kind breaks a rule of WCAG 2.2 AA that a program can find, and each fits a phone and a sheet of paper.

All looks at pages are in this file: of several workers one does it, as walking to every page takes minutes.
"""

from contextlib import closing

import pytest

from axe import violations
from looks import LOOKS
from visitor import NARROW, WIDE


@pytest.mark.parametrize(("language", "width"), LOOKS)
def test_pages_are_accessible_and_in_their_language(looks, language, width):
    found = looks.faults("axe", language, width)
    assert found == [], "\n".join(found)
    assert looks.faults("language", language, width) == []


def test_pages_can_be_read_where_the_system_is_dark(looks):
    found = looks.dark("board-specialist", "class-teacher")
    assert found == [], "\n".join(found)


@pytest.mark.parametrize(("language", "width"), LOOKS)
def test_the_browser_complains_of_no_page(looks, language, width):
    assert looks.faults("browser", language, width) == []


@pytest.mark.parametrize(("language", "width"), LOOKS)
def test_no_page_scrolls_sideways(looks, language, width):
    assert looks.faults("wide", language, width) == []


@pytest.mark.parametrize(("language", "width"), LOOKS)
def test_paper_shows_neither_navigation_nor_buttons(looks, language, width):
    assert looks.faults("paper", language, width) == []


@pytest.mark.parametrize(("language", "width"), LOOKS)
def test_no_table_is_cut_on_paper(looks, language, width):
    assert looks.faults("cut", language, width) == []


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
