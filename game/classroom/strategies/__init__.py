"""Bots: what a strategy would send for a seat in the open stage. Bot rows are never evidence."""

from game.classroom.strategies import patrons
from game.classroom.strategies.allies import ALLY_BOTS, MIXED, SILENT, AllyBot, Opinion, Table
from game.classroom.strategies.patrons import PATRON_BOTS, scripted
from game.core.commands import (
    CommitForces,
    DeclareReady,
    PublishCommunique,
    SealOrders,
    SealResponse,
    SeatCommand,
    StateAppraisal,
    StateBelief,
)
from game.core.rules.defaults import by_cost
from game.core.state import GroupState
from game.core.treatments import level
from game.core.vocabulary import PATRON, Posture, SeatId, Stage

SCRIPTED_COMMUNIQUE = "Our position will be stated shortly."
EXIT_NOTICE = "Our forces in the distant theatre will be drawn down from the next round."
ALLY_STRATEGIES = (*ALLY_BOTS, SILENT)
PATRON_STRATEGIES = tuple(PATRON_BOTS)
FREE_PATRONS = tuple(name for name, bot in PATRON_BOTS.items() if bot is not scripted)

__all__ = [
    "ALLY_STRATEGIES",
    "FREE_PATRONS",
    "MIXED",
    "PATRON_STRATEGIES",
    "moves_of",
]


def moves_of(state: GroupState, seat: SeatId, *, reads_posture: bool) -> tuple[SeatCommand, ...]:
    """The commands the seat's strategy sends in the open stage; empty if it has none to send."""
    strategy = state.seats[seat].strategy
    if strategy is None or strategy == SILENT or not state.open:
        return ()
    if seat == PATRON:
        return _patron_moves(state, strategy)
    return _ally_moves(ALLY_BOTS[strategy], Table(state, seat, reads_posture))


def neutral(state: GroupState) -> bool:
    """Whether resolve and priority weigh alike in the war's worth: then posture says nothing."""
    return state.numbers.war_resolve == state.numbers.war_priority


def _patron_moves(state: GroupState, strategy: str) -> tuple[SeatCommand, ...]:
    match state.stage:
        case Stage.CONSULTATION if PATRON not in state.round.ready:
            return (*_announcement(state), DeclareReady())
        case Stage.CRISIS | Stage.RECKONING if PATRON not in state.round.ready:
            return (DeclareReady(),)
        case Stage.COMMITMENT if state.round.commitment is None:
            posture = PATRON_BOTS[strategy](state)
            away = patrons.units_away(state, posture)
            return (CommitForces(posture, away, patrons.garrisons(state)),)
        case Stage.RESPONSE if state.round.orders is None:
            return (SealOrders(dict(by_cost(state))),)
        case _:
            return ()


def _announcement(state: GroupState) -> tuple[SeatCommand, ...]:
    """Scripted patrons publish one fixed communiqué a round, whatever they are about to do."""
    said = any(item.seat == PATRON for item in state.round.communiques)
    if not state.opened.patron_kind.scripted or said:
        return ()
    return (PublishCommunique(EXIT_NOTICE if _exit_due(state) else SCRIPTED_COMMUNIQUE),)


def _exit_due(state: GroupState) -> bool:
    """`exit_notice: announced`: said one round before the first drawing down."""
    postures, this = state.opened.nature.postures, state.round.number - 1
    announced = level(state.opened.arm, "exit_notice") == "announced"
    if not announced or this + 1 >= len(postures):
        return False
    return Posture.DRAW_DOWN not in postures[: this + 1] and (
        postures[this + 1] is Posture.DRAW_DOWN
    )


def _ally_moves(bot: AllyBot, table: Table) -> tuple[SeatCommand, ...]:
    played = table.state.round
    match table.state.stage:
        case Stage.DISPATCH if table.seat not in played.before:
            return (StateBelief(_points(bot.before(table))),)
        case Stage.RESPONSE if table.seat not in played.responses:
            return _response(bot, table)
        case _:
            return ()


def _response(bot: AllyBot, table: Table) -> tuple[SeatCommand, ...]:
    opinion: Opinion = bot.after(table)
    appraisal = StateAppraisal(
        _points(opinion.would), _points(opinion.could), _points(opinion.belief)
    )
    sealed = SealResponse(
        bot.move(table, opinion.belief), bot.stance(table), bot.units(table), False, ""
    )
    stated = table.seat in table.state.round.appraisals
    return (sealed,) if stated else (appraisal, sealed)


def _points(chance: float) -> int:
    return round(100 * chance)
