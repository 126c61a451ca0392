"""Pages fit a phone and a sheet of paper."""

from contextlib import closing

from visitor import NARROW

_WIDER = """() => [...document.querySelectorAll('body *')]
    .filter(part => !part.closest('.scroll') && part.getBoundingClientRect().right > innerWidth + 1)
    .map(part => part.tagName.toLowerCase() + '.' + part.className).slice(0, 3)"""


def test_no_page_scrolls_sideways_on_a_phone(crawls, visitors):
    wide = []
    for kind, (account, address) in sorted(crawls.kinds().items()):
        with closing(visitors.signed_in(account, width=NARROW)) as visitor:
            visitor.go(address)
            needed = visitor.page.evaluate("document.documentElement.scrollWidth")
            if needed > NARROW:
                wide.append(f"{address}: {needed} px: {visitor.page.evaluate(_WIDER)}")
    assert wide == []


def test_paper_shows_neither_navigation_nor_buttons(crawls, visitors):
    shown = []
    for kind, (account, address) in sorted(crawls.kinds().items()):
        with closing(visitors.signed_in(account)) as visitor:
            visitor.go(address)
            visitor.page.emulate_media(media="print")
            for part in visitor.page.locator("nav, header.bar, .skip, button, footer.foot").all():
                if part.is_visible():
                    words = " ".join(part.inner_text().split())[:40]
                    shown.append(f"{address}: {part.evaluate('part => part.tagName')} {words}")
    assert shown == []


def test_paper_says_whose_data_it_shows(visitors, world):
    with closing(visitors.signed_in(world.one("board-specialist"))) as visitor:
        visitor.go("/reports")
        assert not visitor.page.locator(".print-head").is_visible()
        visitor.page.emulate_media(media="print")
        assert visitor.page.locator(".print-head").is_visible()
