"""Every page for every role in every situation: what the matrix of doors calls closed is closed."""

import re
from dataclasses import dataclass

import pytest

from places import read_places
from visitor import leads_to_sign_in

# Parts of addresses that are no place of the board.
_PARTS = {"room": "attendance", "report": "statistics", "face": "csv", "measure": "missed"}


@dataclass(frozen=True)
class Door:
    """One line of `sekme doors`."""

    method: str
    path: str
    role: str
    level: str
    situation: str
    is_open: bool

    def address(self, places) -> str:
        """A real address of the door in its situation; what is no place of the board gets the number 1."""
        parts = {**_PARTS, "account": places.account, **places.parts(self.situation)}
        return re.sub(r":(\w+)", lambda found: str(parts.get(found[1], 1)), self.path)


@pytest.fixture(scope="session")
def doors(world):
    found = []
    for line in world.command("doors").splitlines():
        door, _, role, level, situation, state = line.split("\t")
        if door.startswith("sekme "):
            # A command; it is asked for in tests of its own.
            continue
        method, path = door.split(" ")
        # Pages of one's own carry no id: nobody can ask for another's.
        if situation != "others":
            found.append(Door(method, path, role, level, situation, state == "open"))
    return found


@pytest.fixture(scope="session")
def places(world):
    return read_places(world)


def test_no_door_and_no_role_is_missing(doors, places, world):
    roles = {account.role for account in world.accounts}
    known = {door.role for door in doors}
    # The operator gives commands and has no password.
    assert known - roles == {"–", "operator"}
    assert places.levels.keys() == roles
    assert len({(door.method, door.path) for door in doors}) > 60


def test_closed_doors_are_closed_and_open_ones_open(doors, places, visitors, account):
    visitor = visitors.signed_in(account)
    token = re.search(r'name="csrf" value="([^"]+)"', visitor.ask("/account").text())
    assert token
    mine = [door for door in doors if (door.role, door.level) == (account.role, places.levels[account.role])]
    assert mine
    wrong = []
    for door in mine:
        address = door.address(places)
        if door.method == "GET":
            answer = visitor.ask(address)
        elif not door.is_open:
            # With the token of one's own pages, so that nothing but the permission can refuse.
            answer = visitor.context.request.post(
                visitor.world.url(address), form={"csrf": token[1]}, max_redirects=0
            )
        else:
            continue
        if not is_as_told(door, answer):
            wrong.append(f"{door.method} {address} ({door.situation}): {answer.status}, not {door.is_open=}")
    visitor.close()
    assert wrong == []


def test_visitors_find_every_door_closed_but_those_before_the_sign_in(doors, places, stranger):
    let_in = []
    for door in doors:
        if door.role != "–" or door.is_open:
            continue
        address = door.address(places)
        if door.method == "GET":
            answer = stranger.ask(address)
        else:
            answer = stranger.context.request.post(stranger.world.url(address), form={}, max_redirects=0)
        if not (answer.status == 403 or leads_to_sign_in(answer)):
            let_in.append(f"{door.method} {address}: {answer.status}")
    assert let_in == []


def is_as_told(door: Door, answer) -> bool:
    """Closed is refused for want of the permission; open may be empty (404) but neither refused nor broken."""
    if door.is_open:
        return answer.status < 500 and answer.status not in (401, 403) and not leads_to_sign_in(answer)
    return answer.status == 403 and "Jūsu loma to neļauj" in answer.text()
