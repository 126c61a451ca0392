"""What all browser tests share: the world, one Chromium, the crawl of every role, and the line at the end."""

import os

import pytest
from playwright.sync_api import sync_playwright

from crawl import Crawls
from looks import Looks
from visitor import Visitors, launch
from world import demo_accounts, demo_world, empty_world


@pytest.fixture(scope="session")
def world():
    with demo_world() as served:
        yield served


@pytest.fixture(scope="session")
def board(tmp_path_factory):
    """A board that is no demo, so that the second factor counts."""
    with empty_world(tmp_path_factory.mktemp("board")) as served:
        yield served


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        opened = launch(playwright)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def visitors(browser, world):
    return Visitors(browser, world)


@pytest.fixture
def stranger(visitors):
    visitor = visitors.stranger()
    yield visitor
    visitor.close()


@pytest.fixture(scope="session")
def crawls(visitors, tmp_path_factory):
    folder = tmp_path_factory.getbasetemp()
    # Those who test at once have folders of their own in one that all of them have.
    return Crawls(visitors, folder.parent if os.environ.get("PYTEST_XDIST_WORKER") else folder)


@pytest.fixture(scope="session")
def looks(crawls):
    return Looks(crawls)


def pytest_generate_tests(metafunc):
    """A test that names an account runs for every account of the demo board."""
    if "account" in metafunc.fixturenames:
        accounts = demo_accounts()
        metafunc.parametrize("account", accounts, ids=[each.login for each in accounts])


def pytest_sessionfinish(session):
    """Where nothing may be missing, a skipped test is a failure; the workers of a run leave that to the one above."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or os.environ.get("CI") != "true":
        return
    skipped = reporter.stats.get("skipped", [])
    for report in skipped:
        print(f"\nbrowser: skipped tests count as failures here: {report.nodeid}")
    if skipped and session.exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter):
    stats = terminalreporter.stats
    config = terminalreporter.config
    config.counted = {
        "passed": len(stats.get("passed", [])),
        "failed": len(stats.get("failed", [])) + len(stats.get("error", [])),
    }


def pytest_unconfigure(config):
    counted = getattr(config, "counted", None)
    if counted:
        print(f"{counted['passed']} passed, {counted['failed']} failed")
