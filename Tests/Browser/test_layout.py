"""Pages fit a phone and a sheet of paper."""

from contextlib import closing

from visitor import NARROW

_WIDER = """() => [...document.querySelectorAll('body *')]
    .filter(part => !part.closest('.scroll') && part.getBoundingClientRect().right > innerWidth + 1)
    .map(part => part.tagName.toLowerCase() + '.' + part.className).slice(0, 3)"""

_ONLY_FOR_SCREENS = """() => [...document.querySelectorAll('nav, header.bar, .skip, button')]
    .filter(part => part.checkVisibility({visibilityProperty: true}))
    .map(part => `${part.tagName} ${part.textContent.trim().slice(0, 40)}`)"""


def test_no_page_scrolls_sideways_on_a_phone(crawls):
    wide = []
    for visitor, place in crawls.shown(width=NARROW):
        needed = visitor.page.evaluate("document.documentElement.scrollWidth")
        if needed > NARROW:
            wide.append(f"{place}: {needed} px: {visitor.page.evaluate(_WIDER)}")
    assert wide == []


def test_paper_shows_neither_navigation_nor_buttons(crawls):
    shown = []
    for visitor, place in crawls.shown():
        visitor.page.emulate_media(media="print")
        for words in visitor.page.evaluate(_ONLY_FOR_SCREENS):
            shown.append(f"{place}: {words}")
    assert shown == []


def test_paper_says_whose_data_it_shows(visitors, world):
    with closing(visitors.signed_in(world.one("board-specialist"))) as visitor:
        visitor.go("/reports")
        assert not visitor.page.locator(".print-head").is_visible()
        visitor.page.emulate_media(media="print")
        assert visitor.page.locator(".print-head").is_visible()
