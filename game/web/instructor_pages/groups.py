"""The groups on the console: a card each, those that are awaited first."""

from dataclasses import dataclass

from game.core.views.instructor import GroupView, SeatStatus
from game.core.vocabulary import PATRON, Distance, Posture, SeatId, Stage
from game.web.instructor_pages.frame import ConsoleFrame, Person
from game.web.instructor_pages.secrets import Told, told
from game.web.wording.console import MOVED

AWAITED = "awaited"  # as the core's view says it
ALLIES_ACT = (Stage.DISPATCH, Stage.RESPONSE)
PATRON_ACTS = (Stage.COMMITMENT, Stage.RESPONSE)
ALL_READ = (Stage.CONSULTATION, Stage.CRISIS, Stage.RECKONING)


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat: its country, who holds it, how it stands. `look` is late, flag or nothing;
    `people` have a sign and words of their own for when they were last heard."""

    seat: SeatId
    country: str
    distance: Distance | None
    people: tuple[Person, ...]
    state: str
    look: str
    secret: Told | None
    nudge: str = ""  # offered | sent | reached
    coverable: bool = False  # its student is gone


@dataclass(frozen=True, slots=True)
class GroupCard:
    """A group."""

    number: int
    awaited: bool
    meta: str
    posture: Posture | None
    seats: tuple[SeatLine, ...]
    secret: str


def cards(frame: ConsoleFrame) -> tuple[GroupCard, ...]:
    """Every group, those that hold the class up first."""
    order = sorted(frame.groups, key=lambda group: (not group.awaited, group.number))
    return tuple(_card(frame, group) for group in order)


def nudging(shown: tuple[GroupCard, ...]) -> tuple[tuple[int, SeatLine], ...]:
    """The awaited seats that can be nudged, each with its group."""
    return tuple((card.number, line) for card in shown for line in card.seats if line.nudge)


def _card(frame: ConsoleFrame, group: GroupView) -> GroupCard:
    secrets = next((s for s in frame.secrets if s.number == group.number), None)
    opened = told(group, secrets) if secrets else {}
    return GroupCard(
        number=group.number,
        awaited=any(seat.bot is None for seat in group.awaited),
        meta=_meta(frame, group),
        posture=group.posture,
        seats=tuple(_line(frame, group, seat, opened.get(seat.seat)) for seat in group.seats),
        secret=opened[PATRON].line if PATRON in opened else "",
    )


def _meta(frame: ConsoleFrame, group: GroupView) -> str:
    """`1 awaited`, with the arm where there are arms."""
    arm = "" if group.treatment == "none" else group.treatment
    if group.over:
        said = "over"
    elif group.paused and not frame.paused:
        said = "paused"
    elif frame.phase != "play" or group.stage is None:
        said = ""
    else:
        said = _count(group)
    return " · ".join(part for part in (arm, said) if part)


def _count(group: GroupView) -> str:
    people = sum(seat.bot is None for seat in group.awaited)
    if people:
        return f"{people} awaited"
    if group.awaited:
        return "bots move"
    return "all in" if group.open else "through"


def _line(frame: ConsoleFrame, group: GroupView, seat: SeatStatus, secret: Told | None) -> SeatLine:
    holders = frame.holders(group, seat.seat)
    late = seat.status == AWAITED and seat.bot is None
    gone = _absent(frame, seat, holders)
    return SeatLine(
        seat=seat.seat,
        country=seat.name,
        distance=seat.distance,
        people=holders,
        state=", ".join(filter(None, (_state(frame, group, seat), _tag(group, seat)))),
        look="late" if late else "flag" if gone or seat.covered else "",
        secret=secret if seat.seat != PATRON else None,
        nudge=_nudge(frame, holders) if late and not group.paused else "",
        coverable=frame.phase == "play" and gone and not seat.covered,
    )


def _nudge(frame: ConsoleFrame, holders: tuple[Person, ...]) -> str:
    """How far a nudge of this awaited seat has come; one of two who share it is enough."""
    if frame.paused or not frame.open:
        return ""
    looked = [frame.nudged[one.participant] for one in holders if one.participant in frame.nudged]
    return ("reached" if any(looked) else "sent") if looked else "offered"


def _absent(frame: ConsoleFrame, seat: SeatStatus, holders: tuple[Person, ...]) -> bool:
    """A student's seat of which nobody has been heard for a while."""
    playing = frame.phase in ("dealt", "play")
    return playing and seat.bot is None and all(person.seen.gone for person in holders)


def _tag(group: GroupView, seat: SeatStatus) -> str:
    """Who moves, where it is no student."""
    if seat.covered:
        return "bot for now"
    if seat.bot is not None:
        scripted = seat.seat == PATRON and group.patron_kind.scripted
        return "by script" if scripted else "bot"
    return ""


def _state(frame: ConsoleFrame, group: GroupView, seat: SeatStatus) -> str:
    if seat.status == AWAITED:
        return AWAITED if seat.bot is None else ""
    if frame.phase != "play" or not group.open or group.stage is None:
        return ""
    return MOVED[group.stage] if _acts(group.stage, seat.seat) else ""


def _acts(stage: Stage, seat: SeatId) -> bool:
    """Whether the stage asks anything of the seat."""
    return stage in ALL_READ or stage in (PATRON_ACTS if seat == PATRON else ALLIES_ACT)
