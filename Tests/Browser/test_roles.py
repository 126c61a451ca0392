"""Every role walks through all it is shown."""

from visitor import leads_to_sign_in

# What a board opened to everybody.
OPEN = "/public/annual"


def test_everything_that_a_role_is_shown_works(crawls, account):
    crawl = crawls.of(account)
    assert crawl.faults == {}
    assert "/account" in crawl.visited, "nobody is without a page of their account"


def test_without_signing_in_there_is_nothing_but_the_sign_in_page_and_what_a_board_opened(crawls, stranger):
    let_in = []
    for crawl in crawls.all():
        for addresses in crawl.visited.values():
            answer = stranger.ask(addresses[0])
            if not leads_to_sign_in(answer) and not addresses[0].startswith(OPEN):
                let_in.append(f"{addresses[0]}: {answer.status}")
    assert let_in == []
    assert stranger.ask("/sign-in").status == 200
