"""The second factor, on a board that is no demo."""

from contextlib import closing
from urllib.parse import urlsplit

import pytest

from authenticator import code
from test_invitation import PASSWORD, accept, invite
from visitor import Visitor
from world import Account


@pytest.fixture
def someone(browser, board):
    with closing(Visitor(browser, board)) as visitor:
        yield visitor


def test_the_authenticator_of_these_tests_is_right():
    # RFC 6238, appendix B, the last six digits of the eight.
    key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    assert [code(key, at) for at in (59, 1111111109, 20000000000)] == ["287082", "081804", "353130"]


def test_who_sees_pupils_sets_it_up_before_anything_else(board, someone):
    accept(someone, invite(board, "velta.specialist", "board-specialist"))
    someone.sign_in(Account("velta.specialist", PASSWORD))
    assert someone.path == "/account/second-factor"
    answer = someone.ask("/institutions")
    assert answer.status == 303 and urlsplit(answer.headers["location"]).path == "/account/second-factor"
    set_up_second_factor(someone)
    assert someone.go("/institutions").status == 200


def test_the_second_factor_is_set_up_and_asked_for(board, someone):
    accept(someone, invite(board, "ilze.third"))
    person = Account("ilze.third", PASSWORD)
    someone.sign_in(person)
    recovery = set_up_second_factor(someone)
    page = someone.page
    sign_out(someone)

    someone.sign_in(person)
    assert page.locator("[name=code]").count() == 1, "the password alone is not enough"
    assert someone.ask("/account").status == 303
    page.fill("[name=code]", "000000")
    page.click("form#code button[type=submit]")
    assert page.title().startswith("Kļūda: ")
    page.fill("[name=code]", recovery[0])
    page.click("form#code button[type=submit]")
    assert someone.path == "/"

    sign_out(someone)
    someone.sign_in(person)
    page.fill("[name=code]", recovery[0])
    page.click("form#code button[type=submit]")
    assert page.title().startswith("Kļūda: "), "a recovery code serves once"
    page.fill("[name=code]", recovery[1])
    page.click("form#code button[type=submit]")
    assert someone.path == "/"


def test_a_new_second_factor_asks_for_the_password(board, someone):
    accept(someone, invite(board, "ilze.fourth"))
    someone.sign_in(Account("ilze.fourth", PASSWORD))
    set_up_second_factor(someone)
    page = someone.page
    someone.go("/account/second-factor")
    page.fill("[name=password]", "nav tā parole")
    page.click("form#start button[type=submit]")
    assert page.title().startswith("Kļūda: ")
    assert page.locator("main svg.qr").count() == 0
    page.fill("[name=password]", PASSWORD)
    page.click("form#start button[type=submit]")
    assert page.locator("main svg.qr").count() == 1
    page.fill("[name=code]", code(page.inner_text("main p code")))
    page.click("form#confirm button[type=submit]")
    assert len(page.locator("main li code").all_inner_texts()) >= 8


def sign_out(visitor) -> None:
    visitor.go("/account")
    visitor.page.click(".tools details.menu summary")
    visitor.page.click("form[action='/sign-out'] button")


def set_up_second_factor(visitor) -> list[str]:
    """Goes through the pages of the second factor and returns the recovery codes."""
    page = visitor.page
    visitor.go("/account/second-factor")
    page.click("form#start button[type=submit]")
    assert page.locator("main svg").count() == 1, "the QR code is a picture"
    page.fill("[name=code]", code(page.inner_text("main p code")))
    page.click("form#confirm button[type=submit]")
    codes = page.locator("main li code").all_inner_texts()
    assert len(codes) >= 8
    return codes
