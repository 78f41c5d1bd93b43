"""Classes as the instructor, the wall and the debrief see them, and the register of screens."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

import segno
from markupsafe import Markup

from game.classroom.assignment import deal_session
from game.core.views.instructor import instructor_view
from game.core.views.public import public_view
from game.core.views.shapes import PublicView
from game.core.vocabulary import PATRON, ParticipantId, SessionId, Stage
from game.web.debrief_render import debrief_pages
from game.web.instructor_pages import Chosen, ConsoleFrame, Person, console_page
from game.web.instructor_pages.seen import HERE, seen
from game.web.wall_render import WallFrame, awaiting, wall_page
from tests.builders import A1, A2, NOW, Script, a_plan, a_scenario, participants
from tests.web.classes import pictured, shipped

HOSTILE = '<script>alert("1")</script>&amp;"\'>'
NAMES = [
    "Ada Lovelace",
    "Ben Okafor",
    "Chiara Rossi",
    "Dmitri Volkov",
    "Elif Yildiz",
    "Farid Haddad",
    "Grace Kim",
    "Hannah Maximiliane Oberschneider",
    "Ines Carvalho",
    "Jonas Weber",
    "Khadija Ali",
    "Liam O’Brien",
    "Mei Tanaka",
    "Noor van Dijk",
    "Oskar Lind",
    "Priya Raman",
    "Quentin Dubois",
    "Rosa Delgado",
    "Sami Nasser",
    "Tove Nielsen",
]
ADDRESS = "192.168.17.24:5000"
LONG_AGO = seen(250_000)

MAKERS: dict[str, Callable[[], str]] = {}


def screen(made: Callable[[], str]) -> Callable[[], str]:
    """Register a maker under the name of its function."""
    MAKERS[made.__name__.replace("_", "-")] = lru_cache(maxsize=1)(made)
    return made


def names() -> list[str]:
    """All names."""
    return list(MAKERS)


def get(name: str) -> str:
    """One page, as HTML."""
    return MAKERS[name]()


def every() -> Iterator[tuple[str, str]]:
    """All of them, with their names."""
    return ((name, get(name)) for name in MAKERS)


# ------------------------------------------------------------------ classes to look at


def people(count: int, gone: tuple[int, ...] = ()) -> tuple[Person, ...]:
    """So many students; those whose places are named were last seen four minutes ago."""
    called = [NAMES[i % 20] + ("" if i < 20 else f" {i // 20 + 1}") for i in range(count)]
    return tuple(
        Person(ParticipantId(f"P{i + 1:02}"), name, LONG_AGO if i in gone else HERE)
        for i, name in enumerate(called)
    )


def scripts(students: int, **changes: object) -> list[Script]:
    """A class of this many, dealt, each group to be ordered about."""
    plan = a_plan(scenario=a_scenario(), **changes)
    return [
        Script(opened, plan.scenario) for opened in deal_session(plan, participants(students), NOW)
    ]


def console(
    played: list[Script], students: int, gone: tuple[int, ...] = (), **changes: object
) -> ConsoleFrame:
    """The frame of a running class."""
    first = played[0].state if played else None
    listed = people(students, gone)
    frame = ConsoleFrame(
        session=SessionId("s1a2b3"),
        code="HK7 M4R",
        title="Tuesday seminar",
        scenario="The Straits",
        chosen=Chosen(),
        phase="play" if played else "lobby",
        address=ADDRESS,
        round=first.round.number if first else 0,
        stage=first.stage if first else None,
        deadline=NOW + 85_000 if first else None,
        people=listed,
        groups=tuple(instructor_view(script.state) for script in played),
        names={person.participant: person.name for person in listed},
    )
    return replace(frame, **changes)


def at_response() -> list[Script]:
    """A class of 40 in its third round: most have sealed, four are awaited."""
    played = [script.at(3, Stage.RESPONSE) for script in scripts(40)]
    for number, script in enumerate(played, start=1):
        waiting = {4: [A1], 9: [A2], 11: [A2, PATRON]}.get(number, [])
        script.bots_move([seat for seat in script.state.seats if seat not in waiting])
    return played


def shown(frame: ConsoleFrame, refused: str = "") -> str:
    """The console, five seconds after the deal."""
    return console_page(frame, NOW + 5000, refused)


def ended(page: str) -> ConsoleFrame:
    """A class of 40 that has come to the end."""
    played = [script.to_the_end() for script in scripts(40)]
    pages = debrief_pages(pictured(40), shipped("the-straits"))
    more = {"phase": "over", "stage": None, "deadline": None, "pages": pages, "page": page}
    return console(played, 40, **more)


def qr() -> Markup:
    """The code as a picture, as the server makes it."""
    made = segno.make("http://192.168.17.24:5000/join/HK7M4R", error="m")
    return Markup(made.svg_inline(omitsize=True, border=0, svgclass=None, lineclass=None))


def moment(played: list[Script], shown: int = 1, **changes: object) -> tuple[WallFrame, PublicView]:
    """One moment of play, and the common view of this group."""
    state = played[shown - 1].state
    frame = WallFrame(
        code="HK7 M4R",
        address=ADDRESS,
        title="Tuesday seminar",
        phase="play",
        qr_svg=qr(),
        here=40,
        round=state.round.number,
        stage=state.stage,
        deadline=NOW + 85_000,
        talk=state.opened.consultation,
        group=shown,
        groups=len(played),
        awaited=awaiting([instructor_view(item.state) for item in played]),
    )
    return replace(frame, **changes), public_view(state)


def on_wall(played: list[Script], shown: int = 1, **changes: object) -> str:
    """The wall in play, with this group's map."""
    frame, view = moment(played, shown, **changes)
    return wall_page(frame, NOW + 5000, view)


def at(round_number: int, stage: Stage, students: int = 10, **changes: object) -> list[Script]:
    """A class at this stage."""
    return [script.at(round_number, stage) for script in scripts(students, **changes)]


LOBBY = WallFrame("HK7 M4R", ADDRESS, "Tuesday seminar", "lobby", qr(), here=19)
