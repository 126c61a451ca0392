"""Pages of any kind on a phone, in the other language, and where the system is dark; see test_accessibility."""

from visitor import NARROW

LOOK = ("en", NARROW)


def test_pages_are_accessible_and_in_their_language_on_a_phone(looks):
    found = looks.faults("axe", *LOOK)
    assert found == [], "\n".join(found)
    assert looks.faults("language", *LOOK) == []


def test_the_browser_complains_of_no_page_on_a_phone(looks):
    assert looks.faults("browser", *LOOK) == []


def test_no_page_scrolls_sideways_on_a_phone(looks):
    assert looks.faults("wide", *LOOK) == []


def test_paper_from_a_phone_shows_neither_navigation_nor_buttons(looks):
    assert looks.faults("paper", *LOOK) == []


def test_no_table_from_a_phone_is_cut_on_paper(looks):
    assert looks.faults("cut", *LOOK) == []


def test_pages_can_be_read_where_the_system_is_dark(looks):
    found = looks.dark("board-specialist", "class-teacher")
    assert found == [], "\n".join(found)
