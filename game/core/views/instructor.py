"""What the instructor's console may show: who has moved at once, what was done only on request."""

from dataclasses import dataclass

from game.core.rules.awaited import awaited
from game.core.state import GroupState, is_student
from game.core.treatments import arm_name
from game.core.vocabulary import (
    PATRON,
    Card,
    Distance,
    GroupId,
    ParticipantId,
    PatronKind,
    Posture,
    PrivateType,
    SeatId,
    Stage,
)


@dataclass(frozen=True, slots=True)
class SeatStatus:
    """A seat on the console. `bot` names the strategy that moves for it; `covered`, that a
    student's seat is held by a bot for now; `student`, that it is a student's at all; `extra` is
    its time beyond the stage's, in percent. `status` is awaited, moved or idle."""

    seat: SeatId
    name: str
    distance: Distance | None
    holders: tuple[ParticipantId, ...]
    bot: str | None
    covered: bool
    missed: int
    status: str
    student: bool = True
    extra: int = 0


@dataclass(frozen=True, slots=True)
class SeatSecret:
    """What the instructor sees of a seat only on request; all of the present round."""

    seat: SeatId
    before: int | None
    after: int | None
    move: str
    stance: str
    orders: tuple[tuple[SeatId, bool], ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group on the console."""

    group: GroupId
    number: int
    treatment: str
    patron_kind: PatronKind
    round: int
    stage: Stage | None
    open: bool
    deadline: int | None
    extended: bool
    over: bool
    posture: Posture | None
    seats: tuple[SeatStatus, ...]
    paused: bool = False

    @property
    def awaited(self) -> tuple[SeatStatus, ...]:
        """The seats that hold the group up."""
        return tuple(seat for seat in self.seats if seat.status == "awaited")


@dataclass(frozen=True, slots=True)
class GroupSecrets:
    """What the instructor sees of a group only on request."""

    number: int
    private_type: PrivateType
    card: Card
    seats: tuple[SeatSecret, ...]


def instructor_view(state: GroupState) -> GroupView:
    """The group's standing, without what its seats have said or sealed."""
    waiting = awaited(state)
    opened = state.opened
    return GroupView(
        group=opened.group,
        number=opened.number,
        treatment=arm_name(opened.arm),
        patron_kind=opened.patron_kind,
        round=state.round.number,
        stage=state.stage,
        open=state.open,
        deadline=state.deadline,
        extended=state.extended,
        over=state.ended is not None,
        posture=state.round.posture,
        seats=tuple(_status(state, seat, waiting) for seat in state.seats),
        paused=state.paused_at is not None,
    )


def _status(state: GroupState, seat: SeatId, waiting: tuple[SeatId, ...]) -> SeatStatus:
    held = state.seats[seat]
    status = "awaited" if seat in waiting else "moved" if state.open else "idle"
    bot = held.strategy if is_student(state, seat) else held.bot or "bot"
    return SeatStatus(
        seat,
        state.scenario.actor(held.actor).name,
        held.distance,
        held.holders,
        bot,
        held.cover is not None,
        held.missed,
        status,
        is_student(state, seat),
        held.extra,
    )


def instructor_secrets(state: GroupState) -> GroupSecrets:
    """What was believed, done and ordered this round, for an instructor who asks."""
    row = max(state.round.number, 1)
    return GroupSecrets(
        state.opened.number,
        state.patron_type(row),
        state.opened.nature.cards[row - 1],
        tuple(_secret(state, seat) for seat in state.seats),
    )


def _secret(state: GroupState, seat: SeatId) -> SeatSecret:
    played = state.round
    before, after = played.before.get(seat), played.appraisals.get(seat)
    response = played.responses.get(seat)
    orders = played.orders.orders if seat == PATRON and played.orders else ()
    return SeatSecret(
        seat,
        before.belief if before else None,
        after.belief if after else None,
        response.move.value if response else "",
        response.stance.value if response else "",
        orders,
    )
