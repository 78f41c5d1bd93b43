"""Every screen of the instructor, by name."""

from dataclasses import replace

from game.classroom.links import Role
from game.core.commands import CoverSeat, Pause, TakeSeat
from game.core.scenario import Scenario
from game.core.views.instructor import instructor_secrets
from game.core.vocabulary import Design, ParticipantId, SessionId, Stage
from game.web.instructor_pages import (
    Chosen,
    FieldRefused,
    LinkRow,
    LinksFrame,
    NewForm,
    Person,
    SessionRow,
    confirm_page,
    default_form,
    links_page,
    login_page,
    new_link_page,
    new_session_page,
    sessions_page,
)
from game.web.instructor_pages.frame import Factors
from tests.builders import A1, A2
from tests.web.classes import shipped
from tests.web.instructor_scenes import (
    ADDRESS,
    HOSTILE,
    at_response,
    console,
    ended,
    screen,
    scripts,
    shown,
)


@screen
def console_empty() -> str:
    return shown(console([], 0))


@screen
def console_lobby() -> str:
    return shown(console([], 14, gone=(3,), predicted=9))


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
    return shown(console(at_response(), 40, gone=(9,)))


@screen
def console_secrets() -> str:
    played = at_response()[:6]
    opened = tuple(instructor_secrets(script.state) for script in played)
    return shown(console(played, 40, secrets=opened))


@screen
def console_odd_seats() -> str:
    """A bot for now, a mirror, a script, somebody gone, a latecomer."""
    played = [script.at(2, Stage.DISPATCH) for script in scripts(10)]
    played[0].do(CoverSeat(A1, "maximiser", "timeouts"))
    played[1].do(TakeSeat(A2, ParticipantId("P19")))
    late = (Person(ParticipantId("P20"), "Tove Nielsen"),)
    return shown(console(played, 20, gone=(2, 5), late=late))


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
    frame = console(at_response()[:4], 12)
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
    return confirm_page(console([], 14, gone=(3, 5)), "deal") or ""


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
def sessions_links() -> str:
    """One in use, one revoked, and one just made."""
    rows = (
        LinkRow("k3", Role.REVIEWER, HOSTILE, made="22 November 2026, 09:10"),
        LinkRow("k2", Role.CO_INSTRUCTOR, "Dr Rossi", "21 November 2026, 18:00", "today"),
        LinkRow("k1", Role.PROJECTOR, "", "21 November 2026, 17:58", "", "21 November 2026, 18:02"),
    )
    made = "http://192.168.17.24:5000/open/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4"
    return links_page(LinksFrame(SessionId("s1a2b3"), "Tuesday seminar", rows, made))


@screen
def sessions_new_link() -> str:
    return new_link_page()


@screen
def sessions_new_link_made() -> str:
    return new_link_page("http://192.168.17.24:5000/console?token=Zm9vYmFyYmF6")


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
