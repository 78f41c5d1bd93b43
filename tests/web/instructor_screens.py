"""Every screen of the instructor, the wall and the debrief, by name: for tests and previews."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache, partial

import segno
from markupsafe import Markup

from game.analysis.descriptives import ClassPicture
from game.classroom.assignment import deal_session
from game.core.commands import CoverSeat, Pause, TakeSeat
from game.core.scenario import Scenario
from game.core.views.instructor import instructor_secrets, instructor_view
from game.core.views.public import public_view
from game.core.views.seat import seat_view
from game.core.vocabulary import PATRON, Design, ParticipantId, SeatId, SessionId, Stage
from game.web.debrief_render import (
    PaperFrame,
    debrief_pages,
    paper_page,
    student_debrief_page,
    wall_debrief,
)
from game.web.instructor_pages import (
    Chosen,
    ConsoleFrame,
    FieldRefused,
    NewForm,
    Person,
    SessionRow,
    confirm_page,
    console_page,
    default_form,
    login_page,
    new_session_page,
    sessions_page,
)
from game.web.instructor_pages.frame import Factors
from game.web.render import SeatFrame
from game.web.wall_render import WallFrame, awaiting, wall_page
from tests.builders import A1, A2, NOW, Script, a_plan, a_scenario, participants
from tests.web.classes import as_students, pictured, rehearsal, shipped

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


def people(count: int, away: tuple[int, ...] = ()) -> tuple[Person, ...]:
    """So many students; those whose places are named are away."""
    called = [NAMES[i % 20] + ("" if i < 20 else f" {i // 20 + 1}") for i in range(count)]
    return tuple(
        Person(ParticipantId(f"P{i + 1:02}"), name, i not in away) for i, name in enumerate(called)
    )


def scripts(students: int, **changes: object) -> list[Script]:
    """A class of this many, dealt, each group to be ordered about."""
    plan = a_plan(scenario=a_scenario(), **changes)
    return [
        Script(opened, plan.scenario) for opened in deal_session(plan, participants(students), NOW)
    ]


def console(
    played: list[Script], students: int, away: tuple[int, ...] = (), **changes: object
) -> ConsoleFrame:
    """The frame of a running class."""
    first = played[0].state if played else None
    listed = people(students, away)
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
        present=frozenset(person.participant for person in listed if person.present),
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


# ------------------------------------------------------------------ the console


@screen
def console_empty() -> str:
    return shown(console([], 0))


@screen
def console_lobby() -> str:
    return shown(console([], 14, away=(3,)))


@screen
def console_lobby_forty() -> str:
    return shown(console([], 40))


@screen
def console_dealt() -> str:
    played = scripts(14)
    return shown(console(played, 14, phase="dealt", deadline=None))


@screen
def console_opening() -> str:
    return shown(console([script.at(1, Stage.DISPATCH) for script in scripts(40)], 40))


@screen
def console_forty() -> str:
    return shown(console(at_response(), 40, away=(9,)))


@screen
def console_secrets() -> str:
    played = at_response()[:6]
    opened = tuple(instructor_secrets(script.state) for script in played)
    return shown(console(played, 40, secrets=opened))


@screen
def console_odd_seats() -> str:
    """A bot for now, a mirror, a script, somebody away, a latecomer."""
    played = [script.at(2, Stage.DISPATCH) for script in scripts(10)]
    played[0].do(CoverSeat(A1, "maximiser", "timeouts"))
    played[1].do(TakeSeat(A2, ParticipantId("P19")))
    late = (Person(ParticipantId("P20"), "Tove Nielsen"),)
    return shown(console(played, 20, away=(2, 5), late=late))


@screen
def console_arms() -> str:
    factors: Factors = (("script", ("hawk", "restrained")), ("war_size", ("heavy", "light")))
    played = scripts(16, design=Design.D1, factors=dict(factors))
    frame = console(
        [script.at(1, Stage.RESPONSE) for script in played],
        16,
        chosen=Chosen(Design.D1, 3, factors),
    )
    return shown(frame)


@screen
def console_paused() -> str:
    played = [script.at(2, Stage.CONSULTATION).do(Pause()) for script in scripts(10)]
    return shown(console(played, 10, paused=True, deadline=None, left_ms=61_000))


@screen
def console_closed() -> str:
    """The instructor's pace, between two stages."""
    played = at_response()
    for script in played:
        script.bots_move()
    return shown(console(played, 40, pace="instructor", deadline=None))


@screen
def console_refused() -> str:
    return shown(console(at_response(), 40), "This stage has had its extra time.")


def ended(page: str) -> ConsoleFrame:
    """A class of 40 that has come to the end."""
    played = [script.to_the_end() for script in scripts(40)]
    pages = debrief_pages(pictured(40), shipped("the-straits"))
    more = {"phase": "over", "stage": None, "deadline": None, "pages": pages, "page": page}
    return console(played, 40, **more)


@screen
def console_over() -> str:
    return shown(ended(""))


@screen
def console_debrief() -> str:
    return shown(ended("strips-2"))


@screen
def console_nothing_played() -> str:
    return shown(console([], 0, phase="over"))


@screen
def console_hostile() -> str:
    frame = console(at_response()[:3], 9)
    nasty = {person.participant: HOSTILE for person in frame.people}
    return shown(replace(frame, title=HOSTILE, scenario=HOSTILE, address=HOSTILE, names=nasty))


@screen
def confirm_close() -> str:
    return confirm_page(console(at_response(), 40), "close") or ""


@screen
def confirm_end() -> str:
    return confirm_page(console(at_response(), 40), "end") or ""


@screen
def confirm_deal() -> str:
    return confirm_page(console([], 14, away=(3, 5)), "deal") or ""


# ------------------------------------------------------------------ sessions


def rows() -> tuple[SessionRow, ...]:
    """A few sessions."""
    straits, words = "The Straits", Chosen().words
    return (
        SessionRow(
            SessionId("s5"),
            "Tuesday seminar",
            "HK7 M4R",
            straits,
            words,
            "21 November 2026",
            14,
            4,
            "play",
            3,
        ),
        SessionRow(
            SessionId("s4"),
            "Thursday seminar",
            "C9D 7KX",
            "Vietnam 1964–75",
            words,
            "14 November 2026",
            30,
            10,
            "over",
            8,
        ),
        SessionRow(
            SessionId("s3"),
            "Rehearsal",
            "FGH 349",
            straits,
            Chosen(Design.D2_LOTTERY).words,
            "7 November 2026",
            16,
            8,
            "over",
            6,
            simulated=True,
        ),
        SessionRow(
            SessionId("s2"),
            HOSTILE,
            "MNP 469",
            straits,
            Chosen(Design.D3).words,
            "3 May 2026",
            15,
            5,
            "over",
            2,
            stopped=True,
        ),
        SessionRow(
            SessionId("s1"),
            "Next week",
            "QRT 379",
            straits,
            words,
            "1 May 2026",
            0,
            0,
            "lobby",
        ),
    )


@screen
def sessions() -> str:
    return sessions_page(rows(), ADDRESS)


@screen
def sessions_none() -> str:
    return sessions_page((), ADDRESS)


@screen
def login() -> str:
    return login_page(ADDRESS)


CASES = ("the-straits", "vietnam-1964-75")


def offered() -> tuple[Scenario, ...]:
    """Both of them."""
    return tuple(shipped(name) for name in CASES)


@screen
def new_session() -> str:
    return new_session_page(default_form(CASES), offered())


@screen
def new_session_checked() -> str:
    return new_session_page(replace(default_form(CASES), students="13"), offered())


@screen
def new_session_refused() -> str:
    form = NewForm(
        scenario="vietnam-1964-75",
        cuts={"vietnam-1964-75": "short"},
        design="D1",
        factors=("script", "consultation"),
        actors=("vietnam-1964-75/tokyo", "vietnam-1964-75/bonn"),
        timers=False,
        pace="instructor",
        title=HOSTILE,
        students="40",
    )
    sentence = "consultation needs student patrons: leave out the factor script."
    return new_session_page(form, offered(), FieldRefused("factors", sentence))


# ------------------------------------------------------------------ the wall


def qr() -> Markup:
    """The code as a picture, as the server makes it."""
    made = segno.make("http://192.168.17.24:5000/join/HK7M4R", error="m")
    return Markup(made.svg_inline(omitsize=True, border=0, svgclass=None, lineclass=None))


def on_wall(played: list[Script], shown: int = 1, **changes: object) -> str:
    """The wall in play, with this group's map."""
    script = played[shown - 1]
    state = script.state
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
    return wall_page(replace(frame, **changes), NOW + 5000, public_view(state))


def at(round_number: int, stage: Stage, students: int = 10, **changes: object) -> list[Script]:
    """A class at this stage."""
    return [script.at(round_number, stage) for script in scripts(students, **changes)]


LOBBY = WallFrame("HK7 M4R", ADDRESS, "Tuesday seminar", "lobby", qr(), here=19)


@screen
def wall_join() -> str:
    return wall_page(LOBBY, NOW)


@screen
def wall_dealt() -> str:
    return wall_page(replace(LOBBY, phase="dealt", groups=13), NOW)


@screen
def wall_dispatch() -> str:
    return on_wall(at(1, Stage.DISPATCH))


@screen
def wall_new_government() -> str:
    return on_wall(at(4, Stage.DISPATCH), 2)


@screen
def wall_consultation() -> str:
    return on_wall(at(3, Stage.CONSULTATION))


@screen
def wall_commitment() -> str:
    """One patron has divided its forces; the wall keeps it to itself."""
    played = at(3, Stage.COMMITMENT)
    played[0].bots_move([PATRON])
    return on_wall(played)


@screen
def wall_response() -> str:
    played = at(3, Stage.RESPONSE)
    played[0].bots_move()
    played[1].bots_move([A1])
    return on_wall(played)


@screen
def wall_reveal() -> str:
    return on_wall([script.bots_move() for script in at(3, Stage.RESPONSE)], deadline=None)


@screen
def wall_crisis() -> str:
    return on_wall(at(3, Stage.CRISIS))


@screen
def wall_crisis_five() -> str:
    return on_wall(at(2, Stage.CRISIS, 6, group_size=6), qr_svg=Markup())


@screen
def wall_reckoning() -> str:
    return on_wall(at(3, Stage.RECKONING))


@screen
def wall_reckoning_five() -> str:
    return on_wall(at(3, Stage.RECKONING, 6, group_size=6))


@screen
def wall_paused() -> str:
    played = [script.do(Pause()) for script in at(3, Stage.RESPONSE)]
    return on_wall(played, paused=True, deadline=None, left_ms=61_000)


@screen
def wall_simulated() -> str:
    return on_wall(at(2, Stage.RESPONSE), simulated=True)


@screen
def wall_over() -> str:
    return wall_page(replace(LOBBY, phase="over", groups=13), NOW)


@screen
def wall_hostile() -> str:
    played = at(2, Stage.DISPATCH)
    return on_wall(played, title=HOSTILE, address=HOSTILE)


# ------------------------------------------------------------------ the debrief


def debrief_on_wall(page: str, picture: ClassPicture, scenario: Scenario, cut: str = "") -> str:
    """The wall with this page."""
    shown = wall_debrief(page, picture, scenario, cut)
    assert shown is not None, page
    frame = replace(LOBBY, phase="over", groups=len(picture.groups))
    return wall_page(frame, NOW, None, shown)


def on_phone(students: int, seat: SeatId, current: str = "", group: int = 1, **of: str) -> str:
    """A student's debrief after a rehearsal: the seat of this group."""
    name, cut = of.get("name", "the-straits"), of.get("cut", "")
    log = rehearsal(students, name, cut=cut)
    state = log.states()[group - 1]
    frame = SeatFrame("HK7 M4R", group, "Tuesday seminar", "4711", simulated=True)
    picture, view = pictured(students, name, cut=cut), seat_view(state, seat, 1)
    played = cut or log.groups[0].opened.cut
    return student_debrief_page(frame, view, picture, log.scenario, current, played)


@screen
def phone_ally() -> str:
    return on_phone(40, A1, "strips-1")


@screen
def phone_patron() -> str:
    return on_phone(9, PATRON, "map-3", group=2)


@screen
def phone_vietnam() -> str:
    return on_phone(30, A2, "record", group=3, name="vietnam-1964-75", cut="full")


@screen
def phone_without_a_seat() -> str:
    frame = SeatFrame("HK7 M4R", 0, "Tuesday seminar", "")
    return student_debrief_page(frame, None, pictured(9), shipped("the-straits"))


@screen
def paper() -> str:
    frame = PaperFrame("Tuesday seminar", "21 November 2026", Chosen().words, "full", "/console/s1")
    return paper_page(frame, pictured(30, "vietnam-1964-75"), shipped("vietnam-1964-75"))


def register_debrief() -> None:
    """Every page of three classes on the wall."""
    straits, vietnam = shipped("the-straits"), shipped("vietnam-1964-75")
    classes = (
        ("thirteen", as_students(40), straits, ""),
        ("three", pictured(9), straits, ""),
        ("vietnam", pictured(30, "vietnam-1964-75"), vietnam, "full"),
        ("large-groups", pictured(12, group_size=6), straits, ""),
    )
    for label, picture, scenario, cut in classes:
        for page in debrief_pages(picture, scenario, cut):
            make = partial(debrief_on_wall, page.id, picture, scenario, cut)
            MAKERS[f"debrief-{label}-{page.id}"] = lru_cache(maxsize=1)(make)


register_debrief()
