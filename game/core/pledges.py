"""Requests and pledges: the closed list, and when each is met or kept (rules 9).

They bind nobody and pay nothing; the log judges them at the reckoning of the round they fall due.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from game.core.vocabulary import PATRON, Move, Posture, SeatId, Stance


class Code(StrEnum):
    """The closed list. `ask_` is a request, the rest are pledges."""

    ASK_UNITS = "ask_units"
    ASK_ENDORSE = "ask_endorse"
    ASK_NO_DISSENT = "ask_no_dissent"
    ASK_STAND = "ask_stand"
    PROMISE_GARRISON = "promise_garrison"
    PROMISE_TO_COME = "promise_to_come"
    PROMISE_RESTRAINT = "promise_restraint"
    PROMISE_FIRMNESS = "promise_firmness"
    ANNOUNCE_DRAWDOWN = "announce_drawdown"
    PROMISE_CONSULT = "promise_consult"
    ASK_GARRISON = "ask_garrison"
    ASK_CONSULT = "ask_consult"
    ASK_TO_COME = "ask_to_come"
    ASK_RESTRAINT = "ask_restraint"
    ASK_FIRMNESS = "ask_firmness"
    PROMISE_UNITS = "promise_units"
    PROMISE_ENDORSE = "promise_endorse"
    PROMISE_STAND = "promise_stand"
    WARN_ELSEWHERE = "warn_elsewhere"

    @property
    def is_request(self) -> bool:
        """Requests are met or unmet; pledges are kept, broken or untested."""
        return self.value.startswith("ask_")


class Condition(StrEnum):
    """When a warning to look elsewhere takes effect."""

    ESCALATE = "escalate"
    NOT_ESCALATE = "not_escalate"
    NO_GARRISON = "no_garrison"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked or promised; only the field its code needs is filled."""

    code: Code
    units: int = 0
    round: int = 0
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A request or pledge as it stands in the round it was made."""

    made: int
    seat: SeatId
    to: SeatId
    asked: Asked
    public: bool
    at: int

    @property
    def slot(self) -> tuple[SeatId, SeatId, bool]:
        """One request and one pledge per pair and direction a round; a later one replaces it."""
        return (self.seat, self.to, self.asked.code.is_request)

    @property
    def ally(self) -> SeatId:
        """The ally of the pair."""
        return self.to if self.seat == PATRON else self.seat


@dataclass(frozen=True, slots=True)
class Judged:
    """A proposal that fell due. `in_order` tells what the sealed order would have done."""

    proposal: Proposal
    label: str
    in_order: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a round came to, as far as proposals ask."""

    posture: Posture
    garrisons: Mapping[SeatId, int]
    moves: Mapping[SeatId, Move]
    stances: Mapping[SeatId, Stance]
    units: Mapping[SeatId, int]
    attacked: tuple[SeatId, ...]
    orders: Mapping[SeatId, bool]
    cabled: frozenset[SeatId]  # allies the patron wrote to in stage 2


BY_PATRON = frozenset(list(Code)[:10])
NEEDS_UNITS = frozenset(
    {Code.ASK_UNITS, Code.PROMISE_GARRISON, Code.ASK_GARRISON, Code.PROMISE_UNITS}
)
NEXT_ROUND = frozenset({Code.PROMISE_CONSULT, Code.ASK_CONSULT})
MOST_ROUNDS_AHEAD = 2


def may_use(code: Code, seat: SeatId) -> bool:
    """The patron and the allies have each their own list."""
    return (code in BY_PATRON) == (seat == PATRON)


def due_round(proposal: Proposal) -> int:
    """The round at whose reckoning the proposal is judged."""
    if proposal.asked.code is Code.ANNOUNCE_DRAWDOWN:
        return proposal.asked.round
    return proposal.made + (proposal.asked.code in NEXT_ROUND)


def judge(proposal: Proposal, facts: Facts) -> Judged:
    """Judge a proposal by the facts of the round in which it falls due."""
    kept = _kept(proposal, facts)
    in_order = ""
    if proposal.asked.code in (Code.PROMISE_TO_COME, Code.ASK_TO_COME):
        come = facts.orders.get(proposal.ally, False)
        in_order = "kept_in_order" if come else "broken_in_order"
    return Judged(proposal, _label(proposal.asked.code, kept), in_order)


def _label(code: Code, kept: bool | None) -> str:
    if kept is None:
        return "untested"
    if code.is_request:
        return "met" if kept else "unmet"
    return "kept" if kept else "broken"


def _kept(proposal: Proposal, facts: Facts) -> bool | None:
    """True, False, or None when the round did not test it."""
    asked, ally = proposal.asked, proposal.ally
    match asked.code:
        case Code.ASK_UNITS | Code.PROMISE_UNITS:
            return facts.units.get(ally, 0) >= asked.units
        case Code.ASK_ENDORSE | Code.PROMISE_ENDORSE:
            return facts.stances.get(ally) is Stance.ENDORSE
        case Code.ASK_NO_DISSENT:
            return facts.stances.get(ally) is not Stance.DISSOCIATE
        case Code.ASK_STAND | Code.PROMISE_STAND:
            return facts.moves.get(ally) is Move.STAND
        case Code.PROMISE_GARRISON | Code.ASK_GARRISON:
            return facts.garrisons.get(ally, 0) >= asked.units
        case Code.PROMISE_TO_COME | Code.ASK_TO_COME:
            return facts.orders.get(ally, False) if ally in facts.attacked else None
        case Code.PROMISE_RESTRAINT | Code.ASK_RESTRAINT:
            return facts.posture is not Posture.ESCALATE
        case Code.PROMISE_FIRMNESS | Code.ASK_FIRMNESS:
            return facts.posture is Posture.ESCALATE
        case Code.ANNOUNCE_DRAWDOWN:
            return facts.posture is Posture.DRAW_DOWN
        case Code.PROMISE_CONSULT | Code.ASK_CONSULT:
            return (ally in facts.cabled) if facts.posture is Posture.ESCALATE else None
        case Code.WARN_ELSEWHERE:
            return _warning_kept(asked.condition, ally, facts)
    assert_never(asked.code)


def _warning_kept(condition: Condition | None, ally: SeatId, facts: Facts) -> bool | None:
    present = {
        Condition.ESCALATE: facts.posture is Posture.ESCALATE,
        Condition.NOT_ESCALATE: facts.posture is not Posture.ESCALATE,
        Condition.NO_GARRISON: facts.garrisons.get(ally, 0) == 0,
    }[condition or Condition.NO_GARRISON]
    return (facts.moves.get(ally) is not Move.STAND) if present else None
