"""Every role walks through all it is shown, and is refused what only others are shown."""

from urllib.parse import urlsplit

from crawl import pattern


def test_everything_that_a_role_is_shown_works(crawls, account):
    crawl = crawls.of(account)
    assert crawl.faults == {}
    assert "/account" in crawl.visited, "nobody is without a page of their account"


def test_what_only_other_roles_are_shown_is_refused(crawls, visitors, account):
    own = crawls.of(account)
    visitor = visitors.signed_in(account)
    let_in = []
    for other in crawls.all():
        for kind in other.visited.keys() - own.visited.keys():
            for address in other.visited[kind][:2]:
                answer = visitor.ask(address)
                if not is_refused(answer):
                    let_in.append(f"{address} (shown to {other.account.role}): {answer.status}")
    visitor.close()
    assert let_in == []


def test_without_signing_in_there_is_nothing_but_the_sign_in_page(crawls, stranger):
    let_in = []
    for crawl in crawls.all():
        for addresses in crawl.visited.values():
            answer = stranger.ask(addresses[0])
            if not leads_to_sign_in(answer):
                let_in.append(f"{addresses[0]}: {answer.status}")
    assert let_in == []
    assert stranger.ask("/sign-in").status == 200


def test_places_of_others_are_refused_by_their_number(crawls, visitors, world, account):
    places = others_places(crawls.of(account), crawls.of(world.one("board-specialist")), visitors, world)
    visitor = visitors.signed_in(account)
    let_in = [place for place in places if not is_refused(visitor.ask(place))]
    visitor.close()
    assert let_in == []


def others_places(own, board, visitors, world) -> list[str]:
    """An institution that an account is not shown, one of its classes and one of its pupils."""
    mine = {path for path in own.linked if pattern(path) == "/institutions/*"}
    theirs = sorted(path for path in board.linked if pattern(path) == "/institutions/*" and path not in mine)
    if not theirs:
        return []
    visitor = visitors.signed_in(world.one("board-specialist"))
    places = [theirs[-1]]
    for step in ("/classes/", "/pupils/"):
        visitor.go(places[-1])
        link = visitor.page.locator(f"main a[href^='{step}']").first
        places.append(link.get_attribute("href"))
    visitor.close()
    return places


def is_refused(answer) -> bool:
    return answer.status in (403, 404) or leads_to_sign_in(answer)


def leads_to_sign_in(answer) -> bool:
    return answer.status == 303 and urlsplit(answer.headers["location"]).path == "/sign-in"
