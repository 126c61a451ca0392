"""What is printed says whose it is."""

from contextlib import closing


def test_paper_says_whose_data_it_shows(visitors, world):
    with closing(visitors.signed_in(world.one("board-specialist"))) as visitor:
        visitor.go("/reports")
        assert not visitor.page.locator(".print-head").is_visible()
        visitor.page.emulate_media(media="print")
        assert visitor.page.locator(".print-head").is_visible()
