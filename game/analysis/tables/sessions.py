"""sessions: one row for the class session, with the scenario's numbers and its own baseline."""

from collections.abc import Iterator
from hashlib import sha256
from statistics import fmean

from game import __version__
from game.analysis.codebook import Cell, Row
from game.analysis.history import History
from game.analysis.sessionlog import SessionLog
from game.analysis.tables.cells import bit, day, iso, number
from game.core.events import GroupOpened
from game.core.numbers import Numbers
from game.core.vocabulary import PATRON, Design
from game.theory.baseline import PRECISION, SENSITIVITY, scenario_tilt
from game.theory.equilibrium import Tilt

DESIGN = {
    Design.D1: ("D1", "arms"),
    Design.D2_CARDS: ("D2", "cards"),
    Design.D2_LOTTERY: ("D2", "lottery"),
    Design.D3: ("D3", "free"),
}


def session_rows(log: SessionLog, followed: tuple[History, ...]) -> Iterator[Row]:
    """One row; none if no group was dealt."""
    if not followed:
        return
    yield {
        **_identity(log, followed[0].state.opened),
        **_size(log, followed),
        "rounds": followed[0].state.opened.rounds,
        **_numbers(log.scenario.numbers),
        **_baseline(followed),
        "completed": bit(log.completed),
        "first_play_share": _first_play_share(log),
        **_setting(log, followed),
        **_sensitivity(followed),
    }


def _identity(log: SessionLog, first: GroupOpened) -> Row:
    return {
        "session": log.session,
        "teacher": log.teacher or None,
        "date": day(log.created_at),
        "scenario_id": log.scenario.id,
        "scenario_hash": first.scenario,
        "engine_version": __version__,
        "claims_hash": first.claims or sha256(log.claims_text.encode()).hexdigest(),
        "design": DESIGN[first.design][0],
    }


def _setting(log: SessionLog, followed: tuple[History, ...]) -> Row:
    first, numbers = followed[0].state.opened, log.scenario.numbers
    return {
        "variant": DESIGN[first.design][1],
        "cut": first.cut or None,
        "n_started": sum(history.started for history in followed),
        "p_star": number(numbers.p_star()),
        "prior": number(numbers.prior()),
        "drain_hidden": bit(numbers.drain_hidden),
        "group_size": log.group_size,
        "rules_version": first.rules_version,
        "created_at": iso(log.created_at),
        "assigned_at": iso(log.assigned_at),
        "simulated": bit(log.simulated or first.simulated),
        "deals": log.deals,
    }


def allies_dealt(history: History) -> int:
    """Ally seats when the group was dealt."""
    return sum(setup.seat != PATRON for setup in history.state.opened.seats)


def _size(log: SessionLog, followed: tuple[History, ...]) -> Row:
    students = {holder for history in followed for held in history.held.values() for holder in held}
    return {
        "n_students": len(students),
        "n_groups": len(followed),
        "allies_per_group": number(fmean(allies_dealt(history) for history in followed)),
    }


def _numbers(n: Numbers) -> Row:
    return {
        "b": number(n.alliance_benefit),
        "h": number(n.plan_b_cost),
        "q": number(n.crisis_chance),
        "m": number(n.plan_b_saves),
        "L": number(n.crisis_loss),
        "c": number(n.drain),
        "r": number(n.war_resolve),
        "s": number(n.war_priority),
    }


def _baseline(followed: tuple[History, ...]) -> Row:
    """Lambda, and the tilt of each group's own numbers and size, averaged over the groups."""
    return {"lambda": PRECISION, **_tilts(followed, PRECISION, "")}


def _sensitivity(followed: tuple[History, ...]) -> Row:
    """The same for players who calculate less sharply, and more."""
    low, high = SENSITIVITY
    return {**_tilts(followed, low, "_low"), **_tilts(followed, high, "_high")}


def _tilts(followed: tuple[History, ...], precision: float, suffix: str) -> Row:
    found = [_tilt(history, precision) for history in followed]
    tilts = [tilt for tilt in found if tilt]
    whole = len(tilts) == len(found)
    return {
        f"tilt_belief{suffix}": number(fmean(tilt.belief for tilt in tilts)) if whole else None,
        f"tilt_hedge{suffix}": number(fmean(tilt.hedging for tilt in tilts)) if whole else None,
    }


def _tilt(history: History, precision: float) -> Tilt | None:
    try:
        return scenario_tilt(history.state.numbers, allies_dealt(history), precision)
    except ArithmeticError:  # numbers so extreme that no equilibrium is found
        return None


def _first_play_share(log: SessionLog) -> Cell:
    known = list(log.first_play.values())
    return number(fmean(known)) if known else None
