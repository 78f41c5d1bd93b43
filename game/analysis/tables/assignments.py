"""assignments: what the server drew for whom before round 1, with the mechanism.

Randomisation inference needs the real mechanism, so the counts are those of all groups dealt, begun
or not. Seats opened for late joiners were not drawn, and seats dealt to bots hold no student:
neither is here. Where the instructor changed who sits in a seat before round 1, chance no longer
gave the student that seat: such a seat says so, and is counted apart.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from game.analysis.codebook import Row
from game.analysis.history import History
from game.analysis.sessionlog import SessionLog
from game.analysis.tables.ally_rounds import posture_assigned
from game.analysis.tables.cells import iso
from game.analysis.tables.placed import changed_by_hand
from game.core.events import GroupOpened
from game.core.state import GroupState
from game.core.treatments import arm_name, level
from game.core.vocabulary import PATRON, Card, Design

COMPLETE, WITHIN_HALVES, INDEPENDENT = "complete", "complete_within_halves", "independent"
BY_INSTRUCTOR = "by_instructor"
HALVES_FROM = 8  # with this many rounds the draw is balanced within each half (rules 2)


@dataclass(frozen=True, slots=True)
class Assigned:
    """One unit's draw."""

    unit_type: str
    unit_id: str
    factor: str
    value: str
    stratum: str
    mechanism: str
    group: str
    seed: str

    @property
    def drawn_with(self) -> tuple[str, str, str]:
        """The draws that are counted together."""
        return self.factor, self.stratum, self.mechanism


def assignment_rows(log: SessionLog, followed: tuple[History, ...]) -> Iterator[Row]:
    """By factor, group and unit, each with the counts of its stratum."""
    states = [history.state for history in followed]
    begun = {history.state.opened.group for history in followed if history.started}
    drawn = [*_arms(states), *_draws(states), *_seats(log, followed), *_types(states)]
    units = Counter(item.drawn_with for item in drawn)
    treated = Counter((item.drawn_with, item.value) for item in drawn)
    for item in (item for item in drawn if item.group in begun):
        yield {
            "session": log.session,
            "unit_type": item.unit_type,
            "unit_id": item.unit_id,
            "factor": item.factor,
            "value": item.value,
            "stratum": item.stratum,
            "mechanism": item.mechanism,
            "n_units": units[item.drawn_with],
            "n_treated": treated[item.drawn_with, item.value],
            "seed": item.seed,
            "assigned_at": iso(log.assigned_at),
            "group": item.group,
        }


def _arms(states: list[GroupState]) -> Iterator[Assigned]:
    for opened in (state.opened for state in states):
        if opened.design is Design.D1:
            arm, session = arm_name(opened.arm), opened.session
            yield _drawn(opened, "group", "", ("treatment", arm), session, COMPLETE)


def _draws(states: list[GroupState]) -> Iterator[Assigned]:
    """The posture drawn for every round of D2, and the card where it came by card."""
    for state in states:
        opened = state.opened
        for number in range(1, opened.rounds + 1):
            value = posture_assigned(opened, number)
            if value is None:
                continue
            place, unit = _within(opened, number), ("group_round", f"-R{number}")
            yield _drawn(opened, *unit, ("posture_assigned", value), *place)
            card = opened.nature.cards[number - 1]
            if card is not Card.NONE:
                yield _drawn(opened, *unit, ("card", card.value), *place)


def _within(opened: GroupOpened, round_number: int) -> tuple[str, str]:
    """Stratum and mechanism of a round's draw."""
    if opened.rounds != HALVES_FROM:
        return opened.group, COMPLETE
    half = 1 if round_number <= opened.rounds // 2 else 2
    return f"{opened.group}-H{half}", WITHIN_HALVES


def _seats(log: SessionLog, followed: tuple[History, ...]) -> Iterator[Assigned]:
    """Near or far, by the random seating of the class; within the arm if `theatre` sets it."""
    for history in followed:
        opened = history.state.opened
        moved = level(opened.arm, "theatre") is not None
        stratum = f"{opened.session}/{arm_name(opened.arm)}" if moved else opened.session
        for setup in opened.seats:
            if setup.seat == PATRON or setup.bot or setup.distance is None:
                continue
            value = ("distance", setup.distance.value)
            how = BY_INSTRUCTOR if changed_by_hand(log, history, setup.seat) else COMPLETE
            yield _drawn(opened, "seat", f"-{setup.seat}", value, stratum, how)


def _types(states: list[GroupState]) -> Iterator[Assigned]:
    """The patron's private type in each term, dealt within the arm."""
    for state in states:
        opened = state.opened
        even = len(set(state.scenario.numbers.type_weights)) == 1
        for term, dealt in enumerate(opened.nature.types, start=1):
            stratum = f"{opened.session}/{arm_name(opened.arm)}/T{term}"
            value = ("patron_type", dealt.value)
            how = COMPLETE if even else INDEPENDENT
            yield _drawn(opened, "group_term", f"-T{term}", value, stratum, how)


def _drawn(
    opened: GroupOpened,
    unit_type: str,
    suffix: str,
    drawn: tuple[str, str],
    stratum: str,
    mechanism: str,
) -> Assigned:
    unit_id = f"{opened.group}{suffix}"
    return Assigned(unit_type, unit_id, *drawn, stratum, mechanism, opened.group, opened.seed)
