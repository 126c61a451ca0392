"""A new person: the invitation and the first password."""

import re

import pytest

from world import Account

PASSWORD = "kastanis upe lampa zirnis"


def invite(world, login: str, role: str = "reader") -> str:
    """Makes an account with the command and returns the path of its link."""
    printed = world.command("user", "add", login, "--name", "Ilze Paraudziņa", "--role", role)
    found = re.search(r"(/welcome/\S+)\s*$", printed)
    assert found, printed
    return found[1]


def accept(visitor, link: str, password: str = PASSWORD) -> None:
    visitor.go(link)
    visitor.page.fill("[name=new]", password)
    visitor.page.fill("[name=again]", password)
    visitor.page.click("form#welcome button[type=submit]")


def test_an_invited_person_chooses_a_password_and_comes_in(world, stranger):
    link = invite(world, "ilze.first")
    accept(stranger, link)
    assert stranger.path == "/sign-in"
    stranger.sign_in(Account("ilze.first", PASSWORD))
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
