"""A new person: the invitation, the first password, the second factor."""

import re
import subprocess

import pytest

from authenticator import code
from world import Account

PASSWORD = "kastanis upe lampa zirnis"


def invite(world, login: str) -> str:
    """Makes an account with the command and returns the path of its link."""
    command = [world.program, "user", "add", login, "--name", "Ilze Paraudziņa", "--role", "reader"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = re.search(r"(/\S+/\S+)\s*$", done.stdout)
    assert found, done.stdout
    return found[1]


def accept(visitor, link: str, password: str = PASSWORD) -> None:
    visitor.go(link)
    visitor.page.fill("[name=new]", password)
    visitor.page.fill("[name=again]", password)
    visitor.page.click("form#welcome button[type=submit]")


def test_the_authenticator_of_these_tests_is_right():
    # RFC 6238, appendix B, the last six digits of the eight.
    key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    assert [code(key, at) for at in (59, 1111111109, 20000000000)] == ["287082", "081804", "353130"]


def test_an_invited_person_chooses_a_password_and_comes_in(world, stranger):
    link = invite(world, "ilze.first")
    accept(stranger, link)
    assert stranger.path == "/sign-in"
    stranger.sign_in(Account("ilze.first", PASSWORD, "reader"))
    assert stranger.path == "/"
    assert stranger.complaints == []
    assert stranger.ask(link).status in (403, 404, 409), "a link serves once"


@pytest.mark.parametrize(
    ("login", "password"),
    [("ilze.short", "trīs vārdi"), ("ilze.plain", "aaaaaaaaaaaaaaaa"), ("ilze.own", "ilze.own.2025")],
)
def test_a_poor_password_is_refused_with_advice(world, stranger, login, password):
    accept(stranger, invite(world, login), password)
    assert stranger.page.title().startswith("Kļūda: ")
    assert len(stranger.page.inner_text(".errors")) > 20


def test_the_second_factor_is_set_up_and_asked_for(world, stranger):
    accept(stranger, invite(world, "ilze.third"))
    person = Account("ilze.third", PASSWORD, "reader")
    stranger.sign_in(person)
    recovery = set_up_second_factor(stranger)
    page = stranger.page
    page.goto(world.url("/account"))
    page.click("header details.menu:not(.nav-phone) summary")
    page.click("form[action='/sign-out'] button")

    stranger.sign_in(person)
    assert page.locator("[name=code]").count() == 1, "the password alone is not enough"
    assert stranger.ask("/account").status == 303
    page.fill("[name=code]", "000000")
    page.click("form#code button[type=submit]")
    assert page.title().startswith("Kļūda: ")
    page.fill("[name=code]", recovery[0])
    page.click("form#code button[type=submit]")
    assert stranger.path == "/"


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
