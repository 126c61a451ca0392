"""Pictures of the main pages at two widths, for the guide: python pictures.py FOLDER."""

import sys
from contextlib import closing
from pathlib import Path

from playwright.sync_api import sync_playwright

from visitor import NARROW, WIDE, Visitor, Visitors, launch
from world import demo_world

# Who shows the page, where they start, and the links they follow from there.
PAGES = {
    "home-board": ("board-specialist", "/", []),
    "home-head": ("head", "/", []),
    "home-class-teacher": ("class-teacher", "/", []),
    "reports": ("board-specialist", "/reports", []),
    "institutions": ("board-specialist", "/institutions", []),
    "institution": ("head", "/institutions", ["main a[href^='/institutions/']"]),
    "class": ("head", "/institutions", ["main a[href^='/institutions/']", "main a[href^='/classes/']"]),
    "pupil": (
        "head",
        "/institutions",
        ["main a[href^='/institutions/']", "main a[href^='/classes/']", "main a[href^='/pupils/']"],
    ),
    "imports": ("board-specialist", "/imports", []),
    "users": ("administrator", "/users", []),
    "permissions": ("administrator", "/permissions", []),
    "audit": ("administrator", "/audit", []),
    "account": ("reader", "/account", []),
}


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with demo_world() as world, sync_playwright() as playwright:
        browser = launch(playwright)
        visitors = Visitors(browser, world)
        for width in (WIDE, NARROW):
            with closing(visitors.stranger(width=width, color_scheme="light")) as visitor:
                visitor.go("/sign-in")
                save(visitor, folder, "sign-in", width)
            for name, (role, start, steps) in PAGES.items():
                with closing(opened(visitors, role, start, steps, width)) as visitor:
                    save(visitor, folder, name, width)
            for report in reports(visitors):
                with closing(opened(visitors, "board-specialist", report, [], width)) as visitor:
                    save(visitor, folder, report.strip("/").replace("/", "-"), width)
        browser.close()


def opened(visitors: Visitors, role: str, start: str, steps: list[str], width: int) -> Visitor:
    """A window on a page that is reached from where one starts."""
    visitor = visitors.signed_in(visitors.world.one(role), width=width, color_scheme="light")
    visitor.go(start)
    for step in steps:
        link = visitor.page.locator(step)
        if link.count() == 0:
            print(f"{role}: {visitor.path} has no {step}")
            break
        visitor.go(link.first.get_attribute("href"))
    return visitor


def reports(visitors: Visitors) -> list[str]:
    """The addresses of all reports that the board's specialist is shown."""
    with closing(visitors.signed_in(visitors.world.one("board-specialist"))) as visitor:
        visitor.go("/reports")
        links = visitor.page.eval_on_selector_all(
            "main a[href^='/reports/']", "links => links.map(link => link.getAttribute('href'))"
        )
        return sorted(set(links))


def save(visitor: Visitor, folder: Path, name: str, width: int) -> None:
    file = folder / f"{name}-{width}.png"
    visitor.page.screenshot(path=file, full_page=True)
    print(file)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
