"""Where a group stands: the fold of its events. Judges nothing; what is in the log happened."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.core.events import (
    AppraisalStated,
    BeliefStated,
    CableSent,
    CommuniquePublished,
    CrisisStruck,
    ForcesCommitted,
    GameEnded,
    GroupOpened,
    OrdersSealed,
    ResponseSealed,
    RoundReckoned,
)
from game.core.numbers import Numbers
from game.core.pledges import Proposal
from game.core.scenario import Scenario
from game.core.treatments import numbers_in
from game.core.vocabulary import (
    ALLY_SEATS,
    PATRON,
    Distance,
    ParticipantId,
    Posture,
    PrivateType,
    SeatId,
    Stage,
)


@dataclass(frozen=True, slots=True)
class SeatState:
    """A place in the group: its country, who holds it, and whether a bot moves for it."""

    actor: str
    distance: Distance | None
    holders: tuple[ParticipantId, ...] = ()
    bot: str | None = None  # a bot by deal: from the start, its rows are no data
    cover: str | None = None  # a bot covering for an absent student
    cover_reason: str = ""
    extra: int = 0  # percent more time than the stage gives
    former: tuple[ParticipantId, ...] = ()  # held it once, and were taken out of it
    missed: int = 0  # stages in a row that closed without the input owed

    @property
    def strategy(self) -> str | None:
        """The strategy that moves for the seat, or None when a student does."""
        return self.bot or self.cover


@dataclass(frozen=True, slots=True)
class Round:
    """One round as it unfolds. Mappings are by seat and never changed in place."""

    number: int
    before: Mapping[SeatId, BeliefStated] = field(default_factory=dict)
    cables: tuple[CableSent, ...] = ()
    communiques: tuple[CommuniquePublished, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    ready: frozenset[SeatId] = frozenset()
    commitment: ForcesCommitted | None = None
    appraisals: Mapping[SeatId, AppraisalStated] = field(default_factory=dict)
    responses: Mapping[SeatId, ResponseSealed] = field(default_factory=dict)
    orders: OrdersSealed | None = None
    revealed: bool = False
    crisis: CrisisStruck | None = None
    reckoning: RoundReckoned | None = None
    stage_opened: Mapping[Stage, int] = field(default_factory=dict)
    reopened: frozenset[Stage] = frozenset()  # closed too early, and opened again

    @property
    def posture(self) -> Posture | None:
        """What the patron did, once it has."""
        return self.commitment.posture if self.commitment else None

    def garrison(self, seat: SeatId) -> int:
        """Units in this ally's home theatre this round; 0 before the commitment."""
        return dict(self.commitment.garrisons).get(seat, 0) if self.commitment else 0

    def order(self, seat: SeatId) -> bool | None:
        """The standing order for this ally: come, do not come, or not sealed yet."""
        return dict(self.orders.orders).get(seat) if self.orders else None


@dataclass(frozen=True, slots=True)
class GroupState:
    """The fold of one group's stream. There is no serialiser: views are built in views.py."""

    scenario: Scenario
    opened: GroupOpened
    numbers: Numbers
    seats: Mapping[SeatId, SeatState]
    round: Round
    past: tuple[Round, ...] = ()
    stage: Stage | None = None
    open: bool = False
    stage_at: int = 0
    deadline: int | None = None
    not_before: int = 0
    extended: bool = False
    paused_at: int | None = None
    close_reason: str = ""
    missed: tuple[SeatId, ...] = ()  # by the last closing
    acted: frozenset[SeatId] = frozenset()
    ended: GameEnded | None = None
    before_opening: "GroupState | None" = None  # so that a stage's opening can be withdrawn
    before_end: "GroupState | None" = None  # so that a stopped game can go on

    @property
    def allies(self) -> tuple[SeatId, ...]:
        """Open ally seats, in order."""
        return tuple(seat for seat in ALLY_SEATS if seat in self.seats)

    @property
    def pool(self) -> int:
        """The patron's units."""
        return self.numbers.pool(len(self.allies))

    @property
    def term(self) -> int:
        """1, or 2 after the change of government half-way."""
        return self.term_of(self.round.number)

    def term_of(self, round_number: int) -> int:
        """The term a round belongs to."""
        late = self.numbers.government_changes and round_number > self.opened.rounds // 2
        return 2 if late else 1

    def patron_type(self, round_number: int) -> PrivateType:
        """The patron's private type in that round."""
        return self.opened.nature.types[self.term_of(round_number) - 1]

    @property
    def rounds(self) -> tuple[Round, ...]:
        """All rounds so far, the present one last."""
        return (*self.past, self.round) if self.round.number else self.past

    @property
    def reckoned(self) -> tuple[Round, ...]:
        """The rounds whose points are known."""
        return tuple(item for item in self.rounds if item.reckoning)

    def cables_allowed(self) -> bool:
        """Scripted patrons send and read no cables (rules 4)."""
        return not self.opened.patron_kind.scripted


def opening_state(scenario: Scenario, event: GroupOpened) -> GroupState:
    """The state after the first event of a stream."""
    seats = {
        setup.seat: SeatState(setup.actor, setup.distance, setup.holders, setup.bot)
        for setup in event.seats
    }
    return GroupState(
        scenario=scenario,
        opened=event,
        numbers=numbers_in(scenario.numbers, event.arm),
        seats=seats,
        round=Round(0),
    )


def last_commitment(state: GroupState) -> ForcesCommitted | None:
    """The patron's division in the round before this one."""
    return state.past[-1].commitment if state.past else None


def last_response(state: GroupState, seat: SeatId) -> ResponseSealed | None:
    """The ally's response in the round before this one."""
    return state.past[-1].responses.get(seat) if state.past else None


def is_student(state: GroupState, seat: SeatId) -> bool:
    """True when a student, present or not, is meant to move for the seat."""
    held = state.seats[seat]
    scripted = seat == PATRON and state.opened.patron_kind.scripted
    return not scripted and held.bot is None
