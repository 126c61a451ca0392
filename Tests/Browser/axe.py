"""axe-core, run in a page."""

from functools import cache
from importlib.resources import files

from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@cache
def _source() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What breaks the rules on a page, one line for each rule, with the first places."""
    page.evaluate(_source() + "; undefined")
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})", RULES
    )
    return [_line(rule) for rule in found["violations"]]


def _line(rule: dict) -> str:
    places = ["; ".join(str(step) for step in node["target"]) for node in rule["nodes"]]
    more = f" and {len(places) - 3} more" if len(places) > 3 else ""
    return f"{rule['id']} ({rule['impact']}): {rule['help']}: {', '.join(places[:3])}{more}"
