"""Everything that is asked, by everybody who may not: refused, noted, and without effect.

Each try is a row of the table that stands below the results of a run.
"""

from collections.abc import Callable, Iterator

import pytest
import requests

from game.classroom.links import Role
from game.core.reading import READERS
from game.web.rights import GRANTS
from tests.live.attempts import ARGS, Intruder, Ledger, emits
from tests.live.house import LINKS, NAMES, House, house_of
from tests.live.pupils import Pupil, assert_plays_on, until
from tests.live.routes import OPEN, SEATS, Route, events, guarded, of_seats, routes
from tests.live.served import Served

pytestmark = [pytest.mark.live, pytest.mark.hostile]

SEAT_ROUTES = of_seats()
PATRONS = {"commit_forces", "seal_orders"}
ALLIES = {"state_belief", "state_appraisal", "seal_response"}
CODING_POSTS = {f"console.coding_{do}" for do in ("begin", "code", "close", "settle")}
NO_RIGHT = (
    "nobody", "an ally", "the patron", "another class's student", "a removed student",
    "a latecomer", "a forged seat", "a forged console", "a seat shown as console",
    "a replayed console", "a forged link", "revoked: co_instructor", "revoked: reviewer",
    "revoked: coder", "revoked: projector",
)  # fmt: skip
NO_SEAT = tuple(
    who for who in (*NO_RIGHT, *(f"link: {role}" for role in LINKS))
    if who not in ("an ally", "the patron", "another class's student", "a latecomer")
)  # fmt: skip


@pytest.fixture(scope="module")
def house(shared: Served) -> Iterator[House]:
    """One server for all tries; at the end nobody is named in what it wrote."""
    with house_of(shared) as built:
        yield built
        assert shared.errors() == ""
        said = (shared.folder / "stderr.txt").read_text()
        everybody = (*built.seated.pupils, built.removed)
        told = [*NAMES, "Quux", "127.0.0.1"]
        told += [one.token for one in everybody] + [one.return_number for one in everybody]
        told += [one.participant for one in everybody]
        assert [word for word in told if word in said] == []


Tell = Callable[[str, object], None]


@pytest.fixture
def ledger(house: House, record_property: Tell) -> Iterator[Ledger]:
    """Writes down what is tried; afterwards all was refused, and the others play on."""
    kept = Ledger(house.served, record_property)
    yield kept
    kept.assert_all_refused()
    assert_plays_on(house.seated.at("A2"))


def test_every_route_has_its_place() -> None:
    """What is neither a door nor a seat's own needs a right; a new address must be one of them."""
    known = {route.endpoint for route in routes()}
    assert known >= OPEN | SEATS
    loose = {r.endpoint for r in guarded() if not r.path.startswith("/console")}
    assert loose == set(), "an address outside /console: is it a door, or a seat's own?"
    assert {deed for deeds in GRANTS.values() for deed in deeds} - known == {
        "console.export_texts", "socket.watch_console", "socket.turn_wall",
    }  # fmt: skip


@pytest.mark.parametrize("who", NO_RIGHT)
def test_the_console_is_for_nobody_else(house: House, ledger: Ledger, who: str) -> None:
    """Every address under /console, under every method, with every action."""
    intruder = house.intruder(who)
    ally = house.seated.at("A2").participant
    for route in guarded():
        ledger.row(who, route.said, intruder.asks, route, house.session, participant=ally)
    noted = " ".join(house.served.refusals())
    assert [r.endpoint for r in guarded() if f"nobody at {r.endpoint} " not in noted] == []


@pytest.mark.parametrize("role", LINKS)
def test_a_link_opens_what_it_says_and_nothing_else(
    house: House, ledger: Ledger, role: str
) -> None:
    """In its own class all that is not granted; in another class everything."""
    who = f"link: {role}"
    intruder, granted = house.intruder(who), GRANTS[Role(role)]
    ally = house.seated.at("A2").participant
    for route in guarded():
        if route.endpoint not in granted:
            ledger.row(who, route.said, intruder.asks, route, house.session, participant=ally)
        if "{session}" in route.path:
            what = f"{route.said} of another class"
            ledger.row(who, what, intruder.asks, route, house.ended, participant=ally)
    texts = Route("console.export", "GET", "/console/{session}/export.zip?texts=1")
    if role != "co_instructor":
        ledger.row(who, texts.said, intruder.asks, texts, house.session)
    assert any(f" {role} at " in line for line in house.served.refusals())


@pytest.mark.parametrize("role", LINKS)
def test_what_a_reader_may_see_names_nobody(house: House, role: str) -> None:
    """All pages that are granted; `asks` looks for names and numbers in each."""
    intruder = house.intruder(f"link: {role}")
    read = [r for r in guarded() if r.endpoint in GRANTS[Role(role)] and r.method == "GET"]
    for route in read:
        assert intruder.asks(route, house.session).split()[0] in ("200", "404", "409", "to"), route
    if role == "reviewer":
        assert {r.method for r in guarded() if r.endpoint in GRANTS[Role.REVIEWER]} == {
            "GET",
            "POST",
        }
        posts = {r.endpoint for r in guarded() if r.endpoint in GRANTS[Role.REVIEWER]} - {
            r.endpoint for r in read
        }
        assert posts == {
            "console.leave_session", "console.note_write", "console.note_change",
            "console.note_remove", *CODING_POSTS,
        }  # fmt: skip


@pytest.mark.parametrize("who", NO_SEAT)
def test_no_seat_no_command(house: House, ledger: Ledger, who: str) -> None:
    """The nine commands by form, by program and by socket; and every other address of a seat."""
    intruder = house.intruder(who)
    for route in SEAT_ROUTES:
        ledger.row(who, route.said, intruder.asks, route, house.session)
    for name in READERS:
        message = forged(name)
        ledger.row(who, f"program {name}", intruder.commands, message)
    wish = {"token": intruder.token or "x", "format": "json"}
    ledger.row(who, "socket", enters, intruder, wish)


def forged(name: str, **more: object) -> dict[str, object]:
    """A command as whoever may send it would, for the stage that is open."""
    message = {"id": f"forged-{name}", "name": name, "round": 1, "stage": "dispatch"}
    return message | {"args": ARGS[name]} | more


@pytest.mark.parametrize(
    ("who", "seat", "theirs"), [("an ally", "A1", PATRONS), ("the patron", "P", ALLIES)]
)
def test_a_seat_moves_for_no_other(
    house: House, ledger: Ledger, who: str, seat: str, theirs: set[str]
) -> None:
    """The other role's commands; and its own in the name of another seat or participant."""
    intruder, one = house.intruder(who), house.seated.at(seat)
    other = house.seated.at("A2")
    tries = {f"{name} of another role": forged(name) for name in theirs}
    for name in READERS:
        tries[f"{name} for seat A2"] = forged(name, seat="A2")
        tries[f"{name} as A2's student"] = forged(name, who=other.participant)
    for what, message in tries.items():
        ledger.row(who, f"program {what}", intruder.commands, message)
        ledger.row(who, f"socket {what}", sends, one, message)
    for route in (r for r in SEAT_ROUTES if r.endpoint == "pages.command"):
        if route.path.rpartition("/")[2] in theirs:
            asked = {"_round": "1", "_stage": "dispatch", "posture": "hold", "orders.A1": "1"}
            what = f"{route.said} of another role"
            ledger.row(who, what, intruder.asks, route, house.session, **asked)
        asked = {"_who": other.participant, "_round": "1", "_stage": "dispatch"}
        ledger.row(
            who, f"{route.said} as A2's student", intruder.asks, route, house.session, **asked
        )


@pytest.mark.parametrize("who", ["another class's student", "a latecomer"])
def test_a_student_without_a_seat_moves_nothing(house: House, ledger: Ledger, who: str) -> None:
    """They are let in, and have nothing to decide yet: neither for themselves nor for others."""
    intruder = house.intruder(who)
    line = intruder.opens({"token": intruder.token, "format": "json"})
    assert line is not None
    for name in READERS:
        for more in ({}, {"seat": "A2"}, {"who": house.seated.at("A2").participant}):
            message = forged(name, **more)
            what = f"{name} {' '.join(more)}".strip()
            ledger.row(who, f"program {what}", intruder.commands, message)
            ledger.row(who, f"socket {what}", emits, line, "command", message)
    line.disconnect()


WISHES = {
    "nobody": ("console", "room"),
    "an ally": ("console", "room"),
    "a removed student": ("console", "room"),
    "a replayed console": ("console", "room"),
    "a forged console": ("console", "room"),
    "revoked: co_instructor": ("console", "room"),
    "revoked: reviewer": ("console", "room"),
    "link: projector": ("console", "room"),
    "link: reviewer": ("room",),
    "link: coder": ("console", "room"),
    "link: co_instructor": ("room",),
}


@pytest.mark.parametrize("who", WISHES)
def test_a_socket_shows_nobody_the_console(house: House, ledger: Ledger, who: str) -> None:
    """Nor does the ended class's console open by a link to another."""
    intruder = house.intruder(who)
    for wish in WISHES[who]:
        asked = {"watch": wish, "session": house.session.id, "secrets": "1"}
        ledger.row(who, f"watch {wish}", enters, intruder, asked)
    asked = {"watch": "console", "session": house.ended.id}
    ledger.row(who, "watch console of another class", enters, intruder, asked)


def enters(intruder: Intruder, wish: dict[str, str]) -> str:
    """Whether a socket with this wish is let in."""
    return "CONNECTED" if intruder.opens(wish) else "refused"


def sends(one: Pupil, message: dict[str, object]) -> str:
    """A command over the student's own socket."""
    return f"refused {one.sends(message)['code']}"


@pytest.mark.parametrize(
    "who", ["nobody", "an ally", "a removed student", "link: reviewer", "revoked: projector"]
)
def test_whoever_looks_at_a_wall_changes_nothing(house: House, ledger: Ledger, who: str) -> None:
    """Every event of the socket: of the class in play, and the keys in one that has ended."""
    intruder = house.intruder(who)
    for session in (house.session, house.ended):
        line = intruder.opens({"watch": "wall", "code": session.code})
        assert line is not None, "anybody with the code may look"
        for event in events():
            said = [forged(name) for name in READERS] if event == "command" else [{"by": 1}]
            for message in said:
                what = f"wall {event} {message.get('name', '')}".strip()
                ledger.row(who, what, emits, line, event, message)
        line.disconnect()


def test_events_after_removal(house: House, ledger: Ledger) -> None:
    """The connection that was open when the student was taken off the list."""
    gone, who = house.removed, "a removed student"
    assert gone.socket
    for name in READERS:
        ledger.row(who, f"open socket {name}", sends, gone, forged(name))
    for event in set(events()) - {"command"}:
        what = f"open socket {event}"
        ledger.row(who, what, emits, gone.socket, event, {"by": 1, "touched": True})


def test_what_is_refused_is_noted_but_floods_no_log(house: House) -> None:
    """One kind of try, a thousand times: four lines."""
    intruder = house.intruder("nobody")
    route = next(r for r in guarded() if r.endpoint == "console.room")
    before = [line for line in house.served.refusals() if "console.room" in line]
    for _ in range(1000 if len(before) < 4 else 1):
        intruder.asks(route, house.session)
    lines = until(
        lambda: [line for line in house.served.refusals() if "nobody at console.room" in line],
        "a line",
    )
    assert len(lines) <= 5
    assert any(line.endswith("(1000)") for line in lines)


NOTED = (
    "nobody at api.command of no class: a token that opens no seat",
    "nobody at pages.command of no class: a token that opens no seat",
    "nobody at the socket of no class: a token that opens no seat",
    "nobody at socket.watch of no class: no right",
    "a student at socket.command of {code}: patron_only",
    "a student at api.command of {code}: patron_only",
    "a student at pages.command of {code}: not_your_seat",
    "no seat at socket.command of {code}: not_your_seat",
    "another site at pages.command of no class: foreign form",
)


def test_each_kind_of_try_is_noted(house: House) -> None:
    """As what they came, where, in which class and why: a line in the log."""
    forger, ally = house.intruder("a forged seat"), house.intruder("an ally")
    form = next(r for r in SEAT_ROUTES if r.path == "/play/commit_forces")
    forger.commands(forged("state_belief"))
    forger.asks(form, house.session)
    forger.opens({"token": forger.token})
    forger.opens({"watch": "console", "session": house.session.id})
    ally.commands(forged("commit_forces"))
    ally.asks(form, house.session, _who=house.seated.at("A2").participant)
    house.seated.at("A1").sends(forged("commit_forces"))
    wall = ally.opens({"watch": "wall", "code": house.session.code})
    assert wall
    emits(wall, "command", forged("commit_forces"))
    wall.disconnect()
    headers = {"Origin": "http://evil.example"}
    requests.post(f"{house.served.url}/play/seal_orders", headers=headers, timeout=20)
    noted = "\n".join(house.served.refusals())
    code = f"{house.session.code[:3]} {house.session.code[3:]}"
    assert [line for line in NOTED if line.format(code=code) not in noted] == [], noted
