"""The annual report that was opened to everybody, as somebody reads it who has no account."""

from contextlib import closing

import pytest

from axe import violations
from visitor import NARROW, WIDE, leads_to_sign_in

LIST = "/public/annual"
_REPORT = f"main tbody a[href^='{LIST}/']"


def open_report(visitor) -> str:
    """From the list to its first report; the name that the list has for it."""
    assert visitor.go(LIST).status == 200
    link = visitor.page.locator(_REPORT).first
    name = link.inner_text()
    assert visitor.go(link.get_attribute("href")).status == 200
    return name


def test_a_stranger_reads_the_report_and_comes_no_further(stranger):
    name = open_report(stranger)
    page = stranger.page
    assert page.inner_text("h1") == name
    headings = page.locator("main h2").all_inner_texts()
    assert "Ievads" in headings and "Ieteikumi" in headings
    assert page.locator("main table tbody tr").count() > 3
    assert page.locator(f".crumbs a[href='{LIST}']").count() == 1
    assert page.locator("main form").count() == 0
    assert leads_to_sign_in(stranger.ask("/planning"))
    assert leads_to_sign_in(stranger.ask(stranger.path.replace("/public/", "/planning/")))
    assert stranger.ask(f"{LIST}/999999").status == 404
    assert stranger.complaints == []


def test_its_files_open_for_a_stranger_as_well(stranger):
    open_report(stranger)
    starts = {"pdf": b"%PDF", "docx": b"PK\x03\x04"}
    for ending, start in starts.items():
        # A server without the program that makes the file offers none.
        for link in stranger.page.locator(f"main a[href^='{LIST}/'][href$='/{ending}']").all():
            answer = stranger.ask(link.get_attribute("href"))
            assert answer.status == 200 and answer.body().startswith(start), ending


@pytest.mark.parametrize(("language", "width"), [("lv", WIDE), ("en", NARROW)])
def test_the_open_pages_are_accessible_and_fit(visitors, language, width):
    with closing(visitors.stranger(width=width)) as visitor:
        visitor.speak(language)
        visitor.go(LIST)
        for _ in range(2):
            assert visitor.page.get_attribute("html", "lang") == language
            assert violations(visitor.page) == [], visitor.path
            assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width, visitor.path
            if visitor.path == LIST:
                visitor.go(visitor.page.locator(_REPORT).first.get_attribute("href"))
        assert visitor.path != LIST
