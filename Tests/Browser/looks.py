"""What is wrong with pages as they are seen: by a program for accessibility, on a phone, on paper."""

from collections import defaultdict

from axe import COLOURS, violations
from crawl import Crawls
from visitor import WIDE

_WIDER = """() => [...document.querySelectorAll('body *')]
    .filter(part => !part.closest('.scroll') && part.getBoundingClientRect().right > innerWidth + 1)
    .map(part => part.tagName.toLowerCase() + '.' + part.className).slice(0, 3)"""

_ONLY_FOR_SCREENS = """() => [...document.querySelectorAll('nav, header.bar, .skip, button')]
    .filter(part => part.checkVisibility({visibilityProperty: true}))
    .map(part => `${part.tagName} ${part.textContent.trim().slice(0, 40)}`)"""


# Pixels across the part of a sheet of A4 that is printed on: upright, and on its side.
_UPRIGHT = 680
_ASIDE = 1009
_LIES_ASIDE = """() => !!document.querySelector('.paper-wide')
    && !document.querySelector('.one-sheet, .brief')"""

# Folded numbers are opened before a page is printed; what still ends outside the sheet, or is scrolled, is cut.
_CUT = """() => {
    dispatchEvent(new Event('beforeprint'));
    const isSeen = part => part.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true});
    const edge = document.documentElement.clientWidth + 1;
    const wide = [...document.querySelectorAll('table')]
        .filter(table => isSeen(table) && table.getBoundingClientRect().right > edge);
    const scrolled = [...document.querySelectorAll('.scroll')].filter(box => {
        const style = getComputedStyle(box);
        return isSeen(box) && (style.overflowX !== 'visible' || style.maxHeight !== 'none');
    });
    const folded = [...document.querySelectorAll('.chart > details table')]
        .filter(table => !table.closest('.one-sheet, .brief') && !isSeen(table));
    dispatchEvent(new Event('afterprint'));
    return [
        ...wide.map(table => `${table.id} is ${Math.round(table.getBoundingClientRect().width)} px wide`),
        ...scrolled.map(box => `${box.getAttribute('aria-labelledby')} scrolls`),
        ...folded.map(table => `${table.id} is folded`),
    ];
}"""

# The program takes seconds for a long table, whose rows are alike: where all of them were looked at once, the first
# stand for the others.
_SHORTEN = """() => document.querySelectorAll('tbody')
    .forEach(body => [...body.rows].slice(12).forEach(row => row.remove()))"""

# What follows the width of the window does so with the next picture.
_SETTLE = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"

# How light the words of a page are, of 255.
_LIGHTNESS = """() => {
    const parts = getComputedStyle(document.body).color.match(/[0-9.]+/g).slice(0, 3).map(Number);
    return parts.reduce((sum, part) => sum + part, 0) / 3;
}"""


class Looks:
    """One page of each kind as it looks in a language and a width: opened once, looked at in every way."""

    def __init__(self, crawls: Crawls):
        self._crawls = crawls
        self._made: dict[tuple[str, int], dict[str, list[str]]] = {}

    def faults(self, kind: str, language: str, width: int) -> list[str]:
        """What was found of a kind: axe, browser, language, wide, paper, cut."""
        key = (language, width)
        if key not in self._made:
            self._made[key] = self._look(language, width)
        return self._made[key][kind]

    def _look(self, language: str, width: int) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for visitor, place in self._crawls.shown(language, width=width, reduced_motion="reduce"):
            page = visitor.page
            found["browser"] += [f"{place}: {each}" for each in visitor.complaints]
            visitor.complaints = []
            if page.get_attribute("html", "lang") != language:
                found["language"].append(place)
            if width == WIDE:
                found["axe"] += [f"{place}: {each}" for each in violations(page)]
            needed = page.evaluate("document.documentElement.scrollWidth")
            if needed > width:
                found["wide"].append(f"{place}: {needed} px: {page.evaluate(_WIDER)}")
            page.emulate_media(media="print")
            found["paper"] += [f"{place}: {words}" for words in page.evaluate(_ONLY_FOR_SCREENS)]
            found["cut"] += [f"{place}: {words}" for words in self._cut(page)]
            page.emulate_media(media="screen")
            if width != WIDE:
                # Last, as paper is to show all rows; the window has just had the width of paper.
                page.evaluate(_SHORTEN)
                page.evaluate(_SETTLE)
                found["axe"] += [f"{place}: {each}" for each in violations(page)]
        return found

    def dark(self, *roles: str) -> list[str]:
        """What of pages of some roles is hard to read where the system is dark, or has not become dark."""
        found: list[str] = []
        for visitor, place in self._crawls.shown(roles=roles, color_scheme="dark", reduced_motion="reduce"):
            page = visitor.page
            if page.evaluate(_LIGHTNESS) < 128:
                found.append(f"{place}: words are dark")
            page.evaluate(_SHORTEN)
            found += [f"{place}: {each}" for each in violations(page, COLOURS)]
        return found

    def _cut(self, page) -> list[str]:
        """What of the tables would not be on paper; the page is set for print already."""
        size = page.viewport_size
        width = _ASIDE if page.evaluate(_LIES_ASIDE) else _UPRIGHT
        page.set_viewport_size({"width": width, "height": size["height"]})
        cut = page.evaluate(_CUT)
        page.set_viewport_size(size)
        return cut
