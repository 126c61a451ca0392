"""A pupil who came twice is found by the import, and the two stand side by side for whoever decides."""

import os
import re
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

import twins
from axe import violations
from test_import import apply, choose_pupils, undo


@pytest.fixture
def specialist(visitors, world, tmp_path):
    """The board's specialist after the list with the pupil who stands there twice; it is taken back at the end."""
    with closing(visitors.signed_in(world.one("board-specialist"), color_scheme="light")) as visitor:
        choose_pupils(visitor, tmp_path, date.today())
        batch = apply(visitor)
        yield visitor
        undo(visitor, batch)
        visitor.go("/duplicates")
        left = visitor.page.locator("#pairs tbody tr", has_text=twins.NAME)
        assert left.count() == 0, "a pair goes with the import that brought it"


def test_two_who_may_be_one_stand_side_by_side_and_may_wait(specialist, tmp_path):
    page = specialist.page
    specialist.go("/")
    assert page.locator(".todo a[href='/duplicates']").count() == 1, "home says that a pair waits"
    specialist.go("/duplicates")
    row = page.locator("#pairs tbody tr", has_text=twins.NAME)
    assert row.count() == 1
    assert "gaida atbildi" in row.inner_text() and "dzimšanas datums" in row.inner_text()

    specialist.go(row.locator("a").first.get_attribute("href"))
    assert re.fullmatch(r"/duplicates/\d+/\d+", specialist.path)
    assert page.locator("#sides thead th").count() == 3, "what is known, and the two"
    lines = page.locator("#sides tbody tr")
    assert lines.nth(0).locator("td").all_inner_texts() == [twins.NAME, twins.NAME]
    codes = lines.nth(1).locator("td").all_inner_texts()
    assert ["17" in codes[0], "71" in codes[1]] == [True, True]
    assert twins.CODES[0][:6] not in page.inner_text("main"), "digits that both codes have are shown nowhere"
    assert page.locator("form#join [name=survivor]").count() == 2
    assert violations(page) == []
    pictures = Path(os.environ.get("SEKME_PICTURES", tmp_path))
    page.screenshot(path=pictures / "pair.png", full_page=True)

    page.click("form#apart button[value=later]")
    page.wait_for_url("**/duplicates")
    assert "atlikts" in row.inner_text()
    assert specialist.complaints == []


def test_two_people_are_not_told_apart_without_a_reason(specialist):
    page = specialist.page
    specialist.go("/duplicates")
    specialist.go(page.locator("#pairs tbody tr", has_text=twins.NAME).locator("a").first.get_attribute("href"))
    page.click("form#apart button[value=two]")
    assert page.title().startswith("Kļūda: ")
    assert len(page.inner_text("form#apart .field.has-error .wrong")) > 5


@pytest.mark.parametrize("role", ["head", "class-teacher", "reader"])
def test_who_may_not_join_pupils_is_not_led_there(visitors, world, role):
    with closing(visitors.signed_in(world.one(role))) as visitor:
        visitor.go("/")
        assert visitor.page.locator("a[href='/duplicates']").count() == 0
        assert visitor.ask("/duplicates").status == 403
