"""Those who come with a question about a class or a teacher find the answer by links alone, near home."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from axe import violations
from questions import QUESTIONS, answers
from visitor import NARROW, WIDE

ROLES = ("class-teacher", "head", "board-specialist")


@pytest.mark.parametrize("role", ROLES)
def test_every_question_is_answered_within_three_clicks_of_home(visitors, world, role, tmp_path):
    pictures = Path(os.environ.get("SEKME_PICTURES", tmp_path)) / role
    pictures.mkdir(parents=True, exist_ok=True)
    account = world.one(role)
    with closing(visitors.signed_in(account)) as visitor:
        found = answers(visitor)
    missing = [question for question in QUESTIONS if question not in found]
    assert missing == [], f"{role} finds no answer to {missing}"
    for width in (WIDE, NARROW):
        with closing(visitors.signed_in(account, width=width, color_scheme="light")) as visitor:
            for question, answer in found.items():
                visitor.go(answer.address)
                assert visitor.page.locator("h1").count() == 1
                assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width, answer.address
                visitor.page.screenshot(path=pictures / f"{question}-{width}.png", full_page=True)
                if width == WIDE:
                    assert violations(visitor.page) == [], answer.address
                    visitor.page.pdf(path=pictures / f"{question}.pdf", format="A4", prefer_css_page_size=True)
            assert visitor.complaints == []
