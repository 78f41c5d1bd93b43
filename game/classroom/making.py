"""Make a session: the instructor's choices, checked and fixed."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, insert, select

from game.classroom.classroom import Classroom
from game.classroom.codes import join_code
from game.classroom.live import LiveSession, first_row
from game.classroom.retention import DAY_MS, Retention, keeping
from game.classroom.session.events import SessionCreated
from game.classroom.session.state import SessionState
from game.core.scenario import Cut, Scenario
from game.core.treatments import DEFAULT_LEVELS, faults
from game.core.vocabulary import Design, SessionId
from game.log import tables
from game.log.store import Append

LEAST_GROUP, MOST_GROUP = 2, 6
LONGEST_TITLE = 80
PACES = ("clock", "instructor")
NAMES_DAYS = 120
MOST_DAYS = 3650
DAYS = f"The days are a number from 1 to {MOST_DAYS}, or nothing at all."


class ChoiceRefused(Exception):  # noqa: N818  an answer to the instructor's form
    """A choice cannot be made; `field` says which, the message why."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True)
class Choices:
    """What the instructor chooses. The defaults are the recommended seminar."""

    scenario: Scenario
    scenario_text: str
    claims: str
    claims_text: str
    title: str = ""
    design: Design = Design.D2_CARDS
    group_size: int = 3
    cut: str = ""
    factors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    actors: tuple[str, ...] = ()
    timers: bool = True
    pace: str = "clock"
    seed: str = ""
    teacher: str = "T1"
    names_days: int | None = NAMES_DAYS  # then names are erased; None: never
    all_days: int | None = None  # then everything is
    simulated: bool = False  # a dry run
    predictions: bool = True  # whether students are asked what they expect


def make_session(room: Classroom, choices: Choices) -> LiveSession:
    """Check and fix the choices, give the session a code, and write it down."""
    _check(choices)
    created = _created(room, choices)
    files = {choices.scenario.hash: choices.scenario_text, choices.claims: choices.claims_text}

    def beside(connection: Connection) -> None:
        connection.execute(
            insert(tables.sessions).values(
                session=created.session, code=created.code, created_at=created.at
            )
        )
        for digest, text in files.items():
            _keep(connection, digest, text)
        keeping(created.session, _kept(choices, created.at))(connection)

    room.writer.submit(Append((first_row(created),), beside))
    live = LiveSession(SessionState(created), choices.scenario)
    room.add(live)
    return live


def _kept(choices: Choices, made_at: int) -> Retention:
    def until(days: int | None) -> int | None:
        return None if days is None else made_at + days * DAY_MS

    return Retention(until(choices.names_days), until(choices.all_days))


def _created(room: Classroom, choices: Choices) -> SessionCreated:
    scenario = choices.scenario
    factors = choices.factors
    if choices.design is Design.D1 and not factors:
        factors = {"script": DEFAULT_LEVELS["script"]}
    return SessionCreated(
        at=room.now(),
        session=SessionId("s" + secrets.token_hex(5)),
        code=join_code(room.codes()),
        title=choices.title.strip() or scenario.title,
        scenario=scenario.hash,
        claims=choices.claims,
        design=choices.design,
        group_size=choices.group_size,
        cut=choices.cut or scenario.cuts[0].id,
        factors=tuple((name, tuple(levels)) for name, levels in factors.items()),
        actors=choices.actors,
        timers=choices.timers,
        pace=choices.pace,
        seed=choices.seed or secrets.token_hex(8),
        teacher=choices.teacher,
        simulated=choices.simulated,
        predictions=choices.predictions,
    )


def _check(choices: Choices) -> None:
    scenario = choices.scenario
    if not LEAST_GROUP <= choices.group_size <= MOST_GROUP:
        raise ChoiceRefused("group_size", f"A group has {LEAST_GROUP} to {MOST_GROUP} seats.")
    if choices.cut and choices.cut not in {cut.id for cut in scenario.cuts}:
        raise ChoiceRefused("cut", f"This scenario has no version called {choices.cut}.")
    if choices.pace not in PACES:
        raise ChoiceRefused("pace", "The pace is set by the clock or by the instructor.")
    if len(choices.title) > LONGEST_TITLE:
        raise ChoiceRefused("title", f"A title has at most {LONGEST_TITLE} letters.")
    for days_of, days in (("names_days", choices.names_days), ("all_days", choices.all_days)):
        if days is not None and not 1 <= days <= MOST_DAYS:
            raise ChoiceRefused(days_of, DAYS)
    known = {ally.id for ally in scenario.allies}
    if unknown := set(choices.actors) - known:
        raise ChoiceRefused("actors", f"{min(unknown)} is not an ally in this scenario.")
    if choices.design is Design.D1:
        _check_factors(scenario.cut(choices.cut or scenario.cuts[0].id), choices.factors)


def _check_factors(cut: Cut, factors: Mapping[str, tuple[str, ...]]) -> None:
    if found := faults(factors or DEFAULT_SCRIPT, talks=cut.consultation):
        raise ChoiceRefused("factors", found[0])


DEFAULT_SCRIPT = {"script": DEFAULT_LEVELS["script"]}


def _keep(connection: Connection, digest: str, text: str) -> None:
    """Store a file under its hash, once."""
    known = select(tables.documents.c.hash).where(tables.documents.c.hash == digest)
    if connection.execute(known).first() is None:
        connection.execute(insert(tables.documents).values(hash=digest, text=text))
