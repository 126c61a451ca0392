"""Pages fit a phone and a sheet of paper."""

from contextlib import closing

import pytest

from looks import LOOKS


@pytest.mark.parametrize(("language", "width"), LOOKS)
def test_no_page_scrolls_sideways(looks, language, width):
    assert looks.faults("wide", language, width) == []


@pytest.mark.parametrize(("language", "width"), LOOKS)
def test_paper_shows_neither_navigation_nor_buttons(looks, language, width):
    assert looks.faults("paper", language, width) == []


def test_paper_says_whose_data_it_shows(visitors, world):
    with closing(visitors.signed_in(world.one("board-specialist"))) as visitor:
        visitor.go("/reports")
        assert not visitor.page.locator(".print-head").is_visible()
        visitor.page.emulate_media(media="print")
        assert visitor.page.locator(".print-head").is_visible()
