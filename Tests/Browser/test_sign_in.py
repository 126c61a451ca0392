"""Coming in, the list of sessions, the language, going out."""

from urllib.parse import urlsplit

import pytest

from test_invitation import PASSWORD, accept, invite
from world import Account


@pytest.fixture
def reader(world):
    return world.one("reader")


def test_a_wrong_password_is_refused_in_words_and_the_login_stays(stranger, reader):
    stranger.sign_in(reader, password="not the password of anybody")
    page = stranger.page
    assert stranger.path == "/sign-in"
    assert page.input_value("[name=login]") == reader.login
    assert page.input_value("[name=password]") == ""
    assert page.title().startswith("Kļūda: ")
    assert page.evaluate("document.activeElement.matches('.errors')"), "the errors are read out first"


def test_an_unknown_login_gets_the_same_words_as_a_wrong_password(stranger, reader):
    words = []
    for login in (reader.login, "nobody.of.this.name"):
        stranger.go("/sign-in")
        stranger.page.fill("[name=login]", login)
        stranger.page.fill("[name=password]", "not the password of anybody")
        stranger.page.click("form#sign-in button[type=submit]")
        words.append(stranger.page.inner_text(".errors"))
    assert words[0] == words[1]


def test_the_right_password_leads_to_where_one_wanted_to_go(stranger, reader):
    stranger.go("/account")
    assert stranger.path == "/sign-in"
    stranger.sign_in(reader)
    assert stranger.path == "/account"
    assert stranger.complaints == []


@pytest.mark.parametrize("elsewhere", ["//example.org/", "https://example.org/", "/\\example.org"])
def test_signing_in_never_leads_to_another_server(stranger, reader, elsewhere):
    stranger.page.goto(f"{stranger.world.url('/sign-in')}?to={elsewhere}")
    stranger.sign_in(reader)
    assert stranger.page.url.startswith(stranger.world.address + "/")


def test_signing_in_works_without_scripts(visitors, reader):
    visitor = visitors.stranger(java_script_enabled=False)
    visitor.sign_in(reader)
    assert visitor.path == "/"
    assert visitor.page.locator("h1").count() == 1
    visitor.close()


def test_signing_out_ends_the_session_on_the_server_too(stranger, reader):
    stranger.sign_in(reader)
    kept = stranger.context.cookies()
    stranger.page.click(".tools details.menu summary")
    stranger.page.click("form[action='/sign-out'] button")
    assert stranger.path == "/sign-in"
    stranger.context.add_cookies(kept)
    answer = stranger.ask("/account")
    assert answer.status == 303 and urlsplit(answer.headers["location"]).path == "/sign-in"


def test_a_session_ended_in_the_list_is_over(visitors, reader):
    here, there = visitors.stranger(), visitors.stranger()
    for visitor in (here, there):
        visitor.sign_in(reader)
    here.go("/account")
    buttons = here.page.locator("form[action='/account/sessions/end'] button")
    for _ in range(buttons.count()):
        buttons.first.click()
        assert here.path == "/account"
    assert buttons.count() == 0, "one's own session is not ended from the list"
    assert there.ask("/account").status == 303
    assert here.ask("/account").status == 200
    here.close()
    there.close()
    visitors.forget(reader)


def test_the_language_changes_in_place_and_stays(stranger, reader):
    stranger.sign_in(reader)
    stranger.go("/reports")
    page = stranger.page
    assert page.get_attribute("html", "lang") == "lv"
    latvian = page.inner_text("h1")
    page.click("nav.languages a[lang=en]")
    assert stranger.path == "/reports"
    assert page.get_attribute("html", "lang") == "en"
    assert page.inner_text("h1") != latvian
    stranger.go("/account")
    assert page.get_attribute("html", "lang") == "en"


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(stranger, reader):
    stranger.sign_in(reader)
    session = next(each for each in stranger.context.cookies() if each["name"] == "session")
    assert session["httpOnly"]
    assert session["sameSite"] in ("Lax", "Strict")


def test_a_form_without_its_token_is_refused(stranger, reader):
    stranger.sign_in(reader)
    answer = stranger.context.request.post(
        stranger.world.url("/account/language"), form={"language": "en"}, max_redirects=0
    )
    assert answer.status == 403


def test_guessing_has_to_wait_and_the_right_password_waits_too(world, stranger):
    person = Account("ilze.guessed", PASSWORD)
    accept(stranger, invite(world, person.login))
    for _ in range(6):
        stranger.sign_in(person, password="not the password of anybody")
    assert "Pārāk daudz" in stranger.page.inner_text(".errors")
    stranger.sign_in(person)
    assert stranger.path == "/sign-in", "who guesses on learns nothing from being let in"
    assert "Pārāk daudz" in stranger.page.inner_text(".errors")
