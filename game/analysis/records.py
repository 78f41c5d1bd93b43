"""One record per ally seat and round, and per group and round: what tables and summaries share.

Who counts as a bot, what is a time-out and whose row it is, is decided here and nowhere else.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from game.analysis.history import History
from game.core.events import (
    Account,
    AppraisalStated,
    BeliefStated,
    ForcesCommitted,
    OrdersSealed,
    ResponseSealed,
)
from game.core.settle import would_be_defended
from game.core.state import GroupState, Round, SeatState
from game.core.vocabulary import PATRON, MoveSource, ParticipantId, PatronKind, SeatId, Stage

NOT_THEIR_TIME = (MoveSource.TIMEOUT, MoveSource.INSTRUCTOR)  # not how long somebody thought


@dataclass(frozen=True, slots=True)
class AllyRecord:
    """An ally seat in a round whose responses were revealed. `held`: the seat as it stood then."""

    history: History
    played: Round
    seat: SeatId
    held: SeatState

    @property
    def state(self) -> GroupState:
        """The group at its end."""
        return self.history.state

    @property
    def response(self) -> ResponseSealed:
        """The response that counted: the last one sealed, or the rules' default."""
        return self.played.responses[self.seat]

    @property
    def before(self) -> BeliefStated | None:
        """What it believed before the posture."""
        return self.played.before.get(self.seat)

    @property
    def appraisal(self) -> AppraisalStated | None:
        """What it believed after the posture, before its own move."""
        return self.played.appraisals.get(self.seat)

    @property
    def bot(self) -> bool:
        """The appraisal or the response is a bot's, or a bot sat there when time ran out."""
        sources = {self.response.source, self.appraisal.source if self.appraisal else None}
        idle_bot = self.timed_out and self.held.strategy is not None
        return MoveSource.BOT in sources or idle_bot or self.held.bot is not None

    @property
    def timed_out(self) -> bool:
        """The response is the rules' default."""
        return self.response.source is MoveSource.TIMEOUT

    @property
    def by_student(self) -> bool:
        """A student's own move: no bot had a hand in it, and neither clock nor instructor."""
        return self.response.source is MoveSource.STUDENT and not self.bot

    @property
    def holders(self) -> tuple[ParticipantId, ...]:
        """Who held the seat in this round, until the responses were revealed."""
        return self.history.held_in[self.played.number][self.seat]

    @property
    def player(self) -> ParticipantId | None:
        """Who sent the response; if no student did, who took the seat last; None for a bot."""
        return None if self.bot else _last(self.response.by or self.held.holders)

    @property
    def decision_ms(self) -> int | None:
        """From the posture becoming public to the response that counted; None if the clock or the
        instructor made it."""
        if self.response.source in NOT_THEIR_TIME or self.played.commitment is None:
            return None
        return self.history.thinking_ms(self.played.commitment.at, self.response.at)

    @property
    def attacked(self) -> bool | None:
        """Whether it was attacked; None when the round had no crisis stage."""
        crisis = self.played.crisis
        return None if crisis is None else self.seat in crisis.attacked

    @property
    def defended(self) -> bool | None:
        """Whether help arrived; None unless it was attacked."""
        crisis = self.played.crisis
        if crisis is None or not self.attacked:
            return None
        return self.seat in crisis.defended

    @property
    def outcome(self) -> bool | None:
        """What forecasts are scored by: order come, and able; None without a crisis stage."""
        if self.played.crisis is None:
            return None
        return would_be_defended(self.state, self.played, self.seat)

    @property
    def account(self) -> Account | None:
        """Its points and par, once reckoned."""
        return account_of(self.played, self.seat)


@dataclass(frozen=True, slots=True)
class PatronRecord:
    """A group in a round whose responses were revealed. `held`: the patron's seat then."""

    history: History
    played: Round
    held: SeatState
    commitment: ForcesCommitted
    orders: OrdersSealed

    @property
    def state(self) -> GroupState:
        """The group at its end."""
        return self.history.state

    @property
    def bot(self) -> bool:
        """The computer divided the forces or sealed the orders, by design or as a substitute."""
        idle_bot = self.timed_out and self.held.strategy is not None
        sources = (self.commitment.source, self.orders.source)
        return MoveSource.BOT in sources or idle_bot or self.held.bot is not None

    @property
    def timed_out(self) -> bool:
        """The division of forces is the rules' default."""
        return self.commitment.source is MoveSource.TIMEOUT

    @property
    def substituted(self) -> bool:
        """A bot in a student's place: in D3 the group's data end here (claims.md 2.4)."""
        return self.bot and self.state.opened.patron_kind is PatronKind.STUDENT

    @property
    def holders(self) -> tuple[ParticipantId, ...]:
        """Who held the seat in this round, until the responses were revealed."""
        return self.history.held_in[self.played.number][PATRON]

    @property
    def player(self) -> ParticipantId | None:
        """Who divided the forces; if no student did, who took the seat last; None for a bot."""
        return None if self.bot else _last(self.commitment.by or self.held.holders)

    @property
    def decision_ms(self) -> int | None:
        """From the opening of the commitment stage to the division; None if the clock or the
        instructor made it."""
        opened = self.played.stage_opened.get(Stage.COMMITMENT)
        if self.commitment.source in NOT_THEIR_TIME or opened is None:
            return None
        return self.history.thinking_ms(opened, self.commitment.at)

    @property
    def account(self) -> Account | None:
        """Its points and par, once reckoned."""
        return account_of(self.played, PATRON)


def _last(named: tuple[ParticipantId, ...]) -> ParticipantId | None:
    return named[-1] if named else None


def account_of(played: Round, seat: SeatId) -> Account | None:
    """A seat's account of the round."""
    accounts = played.reckoning.accounts if played.reckoning else ()
    return next((account for account in accounts if account.seat == seat), None)


def ally_records(history: History) -> Iterator[AllyRecord]:
    """By round and seat."""
    for played in history.revealed:
        seats = history.seats_at[played.number]
        for seat in history.state.allies:
            if seat in played.responses:
                yield AllyRecord(history, played, seat, seats[seat])


def patron_records(history: History) -> Iterator[PatronRecord]:
    """By round."""
    for played in history.revealed:
        if played.commitment and played.orders:
            held = history.seats_at[played.number][PATRON]
            yield PatronRecord(history, played, held, played.commitment, played.orders)
