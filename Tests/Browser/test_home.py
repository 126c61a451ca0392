"""Home tells each role what waits and what changed, or what to do first."""

import os
from contextlib import closing
from pathlib import Path

import pytest


@pytest.mark.parametrize("language", ["lv", "en"])
def test_home_has_something_to_say_to_each_role(visitors, account, language, tmp_path):
    pictures = Path(os.environ.get("SEKME_PICTURES", tmp_path)) / "home"
    pictures.mkdir(parents=True, exist_ok=True)
    with closing(visitors.signed_in(account, color_scheme="light")) as visitor:
        visitor.speak(language)
        visitor.go("/")
        main = visitor.page.locator("main")
        visitor.page.screenshot(path=pictures / f"{account.login}-{language}.png", full_page=True)
        lines, advice = main.locator(".todo li"), main.locator(".empty")
        # Where nothing waits and nothing is new, figures of one's own lessons are there.
        figures = main.locator(".counts dd")
        assert lines.count() + advice.count() + figures.count() > 0, main.inner_text()
        for line in lines.all():
            assert line.locator("strong").inner_text().strip() and line.locator("p").first.inner_text().strip()
        for state in advice.all():
            assert state.locator("p").count() == 2 and state.locator("a").count() == 1, "it says what to do, and where"
        assert main.locator("h1").count() == 1
        assert visitor.complaints == []
