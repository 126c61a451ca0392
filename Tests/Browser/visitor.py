"""A browser window of one person, which remembers everything that the browser complained of."""

import os
import shutil
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Response

from world import Account, World

WIDE = 1280
NARROW = 390

# The browser tells the page of each breach of the content security policy; the console hears it this way.
_TELL = """
addEventListener('securitypolicyviolation', event =>
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))
"""


def launch(playwright: Playwright) -> Browser:
    """Starts the system's Chromium; CHROMIUM names another."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert program, "Chromium is needed: scripts/packages test"
    return playwright.chromium.launch(executable_path=program, args=["--disable-gpu"])


class Visitor:
    """One person's browser; cookies are shared by nobody else."""

    def __init__(self, browser: Browser, world: World, width: int = WIDE, state=None, **options):
        height = 844 if width == NARROW else 900
        self.world = world
        self.complaints: list[str] = []
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, storage_state=state, locale="lv", **options
        )
        self.context.set_default_timeout(30_000)
        if options.get("java_script_enabled", True):
            self.context.add_init_script(_TELL)
        self.page: Page = self.context.new_page()
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self._complain(f"script: {error}"))
        self.page.on("requestfailed", self._not_loaded)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._complain(message.text)

    def _not_loaded(self, request) -> None:
        # What was still on its way when the visitor went on is nobody's fault.
        if request.failure != "net::ERR_ABORTED":
            self._complain(f"not loaded: {request.url}")

    def _complain(self, words: str) -> None:
        self.complaints.append(f"{urlsplit(self.page.url).path}: {words}")

    def go(self, path: str) -> Response:
        """Opens a page."""
        response = self.page.goto(self.world.url(path), wait_until="load")
        assert response is not None, f"{path} gave no answer"
        return response

    def ask(self, path: str):
        """Asks for an address without showing it and without following where it leads."""
        return self.context.request.get(self.world.url(path), max_redirects=0)

    def sign_in(self, account: Account, password: str | None = None) -> None:
        """Fills in the form of the sign-in page, wherever it is."""
        if urlsplit(self.page.url).path != "/sign-in":
            self.go("/sign-in")
        self.page.fill("[name=login]", account.login)
        self.page.fill("[name=password]", password or account.password)
        self.page.click("form#sign-in button[type=submit]")

    def speak(self, language: str) -> None:
        """Chooses the language of the pages."""
        self.context.add_cookies([{"name": "language", "value": language, "url": self.world.address}])

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    def close(self) -> None:
        self.context.close()


def leads_to_sign_in(answer) -> bool:
    """Whether an answer sends to the sign-in page."""
    return answer.status == 303 and urlsplit(answer.headers["location"]).path == "/sign-in"


class Visitors:
    """Opens windows; each account signs in once, as a password costs time on purpose."""

    def __init__(self, browser: Browser, world: World):
        self.browser = browser
        self.world = world
        self._states: dict[str, dict] = {}

    def stranger(self, **options) -> Visitor:
        """A window of somebody who has not signed in."""
        return Visitor(self.browser, self.world, **options)

    def signed_in(self, account: Account, **options) -> Visitor:
        """A window of somebody who is signed in already."""
        if account.login not in self._states:
            first = self.stranger()
            first.sign_in(account)
            assert first.path != "/sign-in", f"{account.login} could not sign in"
            self._states[account.login] = first.context.storage_state()
            first.close()
        return Visitor(self.browser, self.world, state=self._states[account.login], **options)

    def forget(self, account: Account) -> None:
        """Signs in anew next time: the account's sessions were ended."""
        self._states.pop(account.login, None)
