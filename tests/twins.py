"""A twin of a stream: everything a seat may not know is different, the rest the same.

Built from rules 1 and 3, event by event, and not from the views: whatever is not listed here as
known to the seat is changed. The views of the seat, and their version numbers, must not notice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from game.core.disclosure import Versions, learn
from game.core.events import (
    Account,
    AppraisalStated,
    BeliefStated,
    CableSent,
    CrisisStruck,
    Event,
    ForcesCommitted,
    ForecastPaid,
    GameEnded,
    GroupOpened,
    Line,
    OrdersSealed,
    PutInWriting,
    ResponseSealed,
    RoundReckoned,
    SeatCovered,
    SeatHandedBack,
    SeatLeft,
    SeatOpened,
    SeatTaken,
    StageClosed,
    StageOpened,
)
from game.core.evolve import evolve, replay
from game.core.pledges import Proposal
from game.core.scenario import Scenario
from game.core.state import GroupState, opening_state
from game.core.vocabulary import (
    ALLY_SEATS,
    PATRON,
    Move,
    MoveSource,
    SeatId,
    Stance,
)
from tests.twin_openings import Viewer, other_opening, people, some


def folded(scenario: Scenario, log: Iterable[Event]) -> tuple[GroupState, Versions]:
    """The state and the versions of a stream, as a live group keeps them."""
    stream = iter(log)
    first = next(stream)
    assert isinstance(first, GroupOpened)
    state, versions = opening_state(scenario, first), Versions(public=1)
    for event in stream:
        versions, state = learn(versions, state, event), evolve(state, event)
    return state, versions


def twin(scenario: Scenario, log: Sequence[Event], viewer: Viewer, seed: int) -> list[Event]:
    """Another stream that `viewer` cannot tell from this one at its end."""
    return Disguise(replay(scenario, log), viewer, Random(seed)).of(log)


@dataclass
class Disguise:
    """Changes what the viewer may not know. `now` is where the true stream has come to."""

    now: GroupState
    viewer: Viewer
    rng: Random
    round: int = 0
    public: set[tuple[SeatId, SeatId, bool]] = field(default_factory=set)

    def of(self, log: Sequence[Event]) -> list[Event]:
        """The stream in disguise."""
        made: list[Event] = []
        for place, event in enumerate(log):
            if isinstance(event, StageOpened) and event.round != self.round:
                self.round, self.public = event.round, set()
            made += self.event(event, log[place + 1 :])
        return made

    # ------------------------------------------------------------------ by kind of event

    def event(self, event: Event, rest: Sequence[Event]) -> list[Event]:
        """The event as the twin has it, perhaps with others beside it, perhaps not at all."""
        match event:
            case GroupOpened():
                return [other_opening(event, self.now, self.viewer, self.rng)]
            case BeliefStated() | AppraisalStated() | ResponseSealed():
                return self._own(event) if event.seat == self.viewer else self._sealed(event, rest)
            case OrdersSealed():
                return self._own(event) if self.viewer == PATRON else self._orders(event)
            case CableSent():
                known = self.viewer in (event.seat, event.to)
                return self._own(event) if known else self._cable(event)
            case PutInWriting():
                return self._proposal(event)
            case ForcesCommitted():
                return [self._moved(event, own=self.viewer == PATRON), *self._noise()]
            case StageClosed():
                return [replace(event, missed=self._some(ALLY_SEATS))]
            case CrisisStruck():
                mine = self.viewer in event.partnered
                others = self._some(set(event.attacked) - {self.viewer})
                partnered = (*others, *([self.viewer] if mine else []))
                return [replace(event, partnered=partnered)]
            case RoundReckoned():
                return [self._reckoned(event)]
            case GameEnded():
                forecasts = tuple(self._forecast(paid) for paid in event.forecasts)
                return [replace(event, forecasts=forecasts)]
            case SeatTaken() | SeatOpened() | SeatLeft():
                return self._taken(event)
            case SeatCovered() | SeatHandedBack():
                return self._cover(event)
            case _:
                if hasattr(event, "source"):
                    event = self._moved(event)
                return [event, *self._noise()]

    def _own(self, event: Event) -> list[Event]:
        """One's own move: the seat learns whether time ran out, and not who sent it."""
        return [self._moved(event, own=True)]

    def _moved(self, event: Event, *, own: bool = False) -> Event:
        others = [source for source in MoveSource if source is not MoveSource.TIMEOUT]
        sources = list(MoveSource)
        if own:
            sources = [event.source] if event.source is MoveSource.TIMEOUT else others
        return replace(event, source=self.rng.choice(sources), by=self._people())

    def _sealed(self, event: Event, rest: Sequence[Event]) -> list[Event]:
        """Another's belief, appraisal or response: said otherwise, and said again or not."""
        if isinstance(event, AppraisalStated):
            return [self._otherwise(event)] if self.rng.random() < 0.7 else []
        before = self._said_already(event)
        again = [self._otherwise(event)] if self.rng.random() < 0.5 else []
        last = self._last_said(event, rest)
        if isinstance(event, ResponseSealed) and last and self._revealed():
            kept = replace(self._otherwise(event), move=event.move, stance=event.stance)
            return [*again, replace(kept, units=event.units)]
        if before and self.rng.random() < 0.5:
            return []
        return [self._otherwise(event), *again]

    def _orders(self, event: OrdersSealed) -> list[Event]:
        """Sealed for the allies; at the debrief each learns of its own."""
        over = self.now.ended is not None

        def come(seat: SeatId, ordered: bool) -> bool:
            return ordered if over and seat == self.viewer else self.rng.random() < 0.5

        orders = tuple((seat, come(seat, ordered)) for seat, ordered in event.orders)
        made = self._moved(replace(event, orders=orders, at=self._time(event)))
        again = [replace(made, at=self._time(event))] if self.rng.random() < 0.5 else []
        return [made, *again]

    def _cable(self, event: CableSent) -> list[Event]:
        cable = replace(self._moved(event), text=f"other words {self.rng.random()}")
        return [cable] * self.rng.randint(0, 2)

    def _proposal(self, event: PutInWriting) -> list[Event]:
        """A public one is known to all; a private one to its parties."""
        slot = Proposal(self.round, event.seat, event.to, event.asked, event.public, 0).slot
        known = event.public or self.viewer in (event.seat, event.to) or slot in self.public
        self.public = self.public | {slot} if event.public else self.public - {slot}
        if known:
            return [self._moved(event)]
        if self.rng.random() < 0.4:
            return []
        asked = replace(event.asked, units=self.rng.randint(1, 2), round=self.rng.randint(1, 9))
        return [replace(self._moved(event), asked=asked, at=self._time(event))]

    def _taken(self, event: SeatTaken | SeatOpened | SeatLeft) -> list[Event]:
        """Other people, everywhere; that one's own seat has another holder is seen."""
        event = replace(event, participant=f"X{event.participant}")
        bot = event.seat in self.now.seats and self._bot_dealt(event.seat)
        if isinstance(event, SeatOpened) or event.seat == self.viewer or bot:
            return [event]
        return [event] * self.rng.randint(0, 2)

    def _cover(self, event: SeatCovered | SeatHandedBack) -> list[Event]:
        """That an ally is a bot is said; of the patron nobody learns it."""
        if event.seat == PATRON and self.viewer != PATRON:
            return [event] if self.rng.random() < 0.5 else []
        if isinstance(event, SeatCovered):
            return [replace(event, strategy="other", reason="other")]
        return [event]

    def _noise(self) -> list[Event]:
        """The patron's seat changes hands, unknown to the allies."""
        if self.viewer == PATRON or self.rng.random() < 0.8:
            return []
        covered = SeatCovered(0, PATRON, "maximiser", "timeouts")
        return [covered] if self.rng.random() < 0.5 else [SeatHandedBack(0, PATRON)]

    def _reckoned(self, event: RoundReckoned) -> RoundReckoned:
        accounts = tuple(
            account if account.seat == self.viewer else self._account(account)
            for account in event.accounts
        )
        judged = [
            replace(item, in_order=self.rng.choice(("kept_in_order", "broken_in_order", "")))
            for item in event.judged
            if item.proposal.public or self.viewer in (item.proposal.seat, item.proposal.to)
        ]
        return replace(event, accounts=accounts, judged=tuple(judged))

    def _account(self, account: Account) -> Account:
        lines = (Line("income", self.rng.randint(-99, 99)),)
        return Account(account.seat, lines, self.rng.randint(-99, 99))

    def _forecast(self, paid: ForecastPaid) -> ForecastPaid:
        if paid.seat == self.viewer:
            return paid
        round_number, report = self.rng.randint(1, 8), self.rng.randint(0, 100)
        return replace(paid, round=round_number, report=report, points=1, set_aside=7)

    # ------------------------------------------------------------------ what is so far

    def _revealed(self) -> bool:
        """Whether this round's responses have been opened by now."""
        return next(r.revealed for r in self.now.rounds if r.number == self.round)

    def _said_already(self, event: BeliefStated | ResponseSealed) -> bool:
        """Whether the seat had said so in this round before; that it did once is public."""
        key = (self.round, type(event), event.seat)
        before = key in self._said
        self._said.add(key)
        return before

    _said: set[tuple[int, type, SeatId]] = field(default_factory=set)

    def _last_said(self, event: Event, rest: Sequence[Event]) -> bool:
        """Whether no later response of the seat follows in this round."""
        for later in rest:
            if isinstance(later, StageClosed):
                return True
            if isinstance(later, ResponseSealed) and later.seat == event.seat:  # type: ignore[union-attr]
                return False
        return True

    def _otherwise(self, event: Event) -> Event:
        """The same kind of statement with any other contents."""
        changes: dict[str, object] = {"at": self._time(event)}
        for name in ("belief", "would", "could"):
            if hasattr(event, name):
                changes[name] = self.rng.randint(0, 100)
        if isinstance(event, ResponseSealed):
            changes |= {
                "move": self.rng.choice(list(Move)),
                "stance": self.rng.choice(list(Stance)),
                "units": self.rng.randint(0, 2),
                "voice": self.rng.random() < 0.5,
                "reason": f"other reasons {self.rng.random()}",
            }
        return replace(self._moved(event), **changes)

    def _bot_dealt(self, seat: SeatId) -> bool:
        return any(setup.seat == seat and setup.bot for setup in self.now.opened.seats)

    def _time(self, event: Event) -> int:
        return event.at + self.rng.randint(0, 900)

    def _people(self) -> tuple[str, ...]:
        return people(self.rng)

    def _some(self, seats: Iterable[SeatId]) -> tuple[SeatId, ...]:
        return some(seats, self.rng)
