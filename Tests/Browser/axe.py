"""axe-core, run in a page."""

from functools import cache
from importlib.resources import files

from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# What can differ between two looks at the same markup in the same window.
COLOURS = ["color-contrast", "link-in-text-block"]


@cache
def _source() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, only: list[str] | None = None) -> list[str]:
    """What breaks the rules on a page, or only some of them, one line for each rule, with the first places."""
    page.evaluate(_source() + "; undefined")
    asked = {"type": "rule", "values": only} if only else {"type": "tag", "values": RULES}
    found = page.evaluate("asked => axe.run(document, {runOnly: asked, resultTypes: ['violations']})", asked)
    return [_line(rule) for rule in found["violations"]]


def _line(rule: dict) -> str:
    places = ["; ".join(str(step) for step in node["target"]) for node in rule["nodes"]]
    more = f" and {len(places) - 3} more" if len(places) > 3 else ""
    return f"{rule['id']} ({rule['impact']}): {rule['help']}: {', '.join(places[:3])}{more}"
