"""The search by keyboard alone, and without a script."""

from contextlib import closing

_FOCUSED = "document.activeElement.getAttribute('href') ?? document.activeElement.name"


def test_slash_words_enter_and_arrows_lead_to_a_pupil(visitors, world):
    with closing(visitors.signed_in(world.one("board-specialist"))) as visitor:
        page = visitor.page
        visitor.go("/")
        page.keyboard.press("/")
        assert page.evaluate(_FOCUSED) == "query"
        page.keyboard.type("abel")
        page.keyboard.press("Enter")
        page.wait_for_selector("[data-arrows] tbody a")
        links = page.eval_on_selector_all("[data-arrows] tbody a", "all => all.map(a => a.getAttribute('href'))")
        assert len(links) > 1
        page.keyboard.press("ArrowDown")
        assert page.evaluate(_FOCUSED) == links[0]
        page.keyboard.press("ArrowDown")
        assert page.evaluate(_FOCUSED) == links[1]
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        assert page.evaluate(_FOCUSED) == "query"
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**" + links[0])


def test_the_search_needs_no_script(browser, visitors, world):
    with closing(visitors.signed_in(world.one("board-specialist"))) as visitor:
        visitor.go("/")
        state = visitor.page.context.storage_state()
        base = visitor.page.url
    context = browser.new_context(java_script_enabled=False, storage_state=state)
    page = context.new_page()
    page.goto(base)
    page.fill("#search", "abel")
    page.press("#search", "Enter")
    page.wait_for_selector("main tbody a")
    assert page.locator("main tbody a").count() > 1
    context.close()
