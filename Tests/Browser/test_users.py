"""The administrator adds a user on the page."""

from contextlib import closing

import pytest

from test_invitation import PASSWORD, accept
from world import Account


@pytest.fixture
def administrator(visitors, world):
    with closing(visitors.signed_in(world.one("administrator"))) as visitor:
        yield visitor


def fill(page, login: str) -> None:
    page.fill("[name=login]", login)
    page.fill("[name=name]", "Uldis Paraugs")
    page.check("[name=role][value=reader]")
    page.select_option("select[name=place]", "tenant")
    page.click("main form button[type=submit]")


def test_a_user_added_on_the_page_comes_in_and_stands_in_the_list(administrator, stranger):
    administrator.go("/users")
    administrator.page.click("main a[href='/users/new']")
    fill(administrator.page, "uldis.paraugs")
    link = administrator.page.inner_text("main code")
    accept(stranger, link[link.index("/welcome/") :])
    stranger.sign_in(Account("uldis.paraugs", PASSWORD))
    assert stranger.path == "/"
    assert stranger.ask("/users").status == 403
    administrator.go("/users")
    assert "uldis.paraugs" in administrator.page.inner_text("main table")


def test_a_login_that_is_taken_is_refused_and_nothing_typed_is_lost(administrator, world):
    administrator.go("/users/new")
    fill(administrator.page, world.one("reader").login)
    page = administrator.page
    assert page.title().startswith("Kļūda: ")
    assert page.input_value("[name=name]") == "Uldis Paraugs"
    assert page.is_checked("[name=role][value=reader]")
