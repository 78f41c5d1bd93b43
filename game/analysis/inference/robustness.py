"""The primary claims otherwise counted: estimates without tests, for the appendix."""

from collections.abc import Iterator
from dataclasses import replace

from game.analysis.inference.dataset import Dataset
from game.analysis.inference.results import Robustness
from game.analysis.inference.rows import AllyRound
from game.analysis.inference.testing import DESIGNS, estimated, outcome

PRIMARY = ("C1", "C2", "C3")
MOST_LEFT_OUT = 100  # groups: of more, no single one matters
Place = tuple[str, str, int, str]


def robustness(data: Dataset) -> tuple[Robustness, ...]:
    """Every line that this class allows."""
    return tuple(line for claim in PRIMARY for line in _lines(data, claim))


def _lines(data: Dataset, claim: str) -> Iterator[Robustness]:
    if data.design != "D3":
        first = _first_round(data)
        yield from _one(first, claim, "round_1")
    if data.timed_out:
        yield from _one(data.only((*data.rows, *data.timed_out)), claim, "with_timeouts")
    if data.bot_groups:
        own = [row for row in data.rows if (row.session, row.group) not in data.bot_groups]
        yield from _one(data.only(own), claim, "without_bot_groups")
    yield from _leave_one_out(data, claim)
    if claim == "C2" and data.design != "D3" and data.report.attrition_differs:
        yield from _worst_case(data)


def _first_round(data: Dataset) -> Dataset:
    """In D2 one round a group is left: groups are then compared within their session."""
    places = {(row.session, row.group, row.round): row.session for row in data.rows}
    facts = replace(data.facts, strata=places)
    return replace(data.only(row for row in data.rows if row.round == 1), facts=facts)


def _one(data: Dataset, claim: str, line: str) -> Iterator[Robustness]:
    found = estimated(data, claim)
    if not isinstance(found, str):
        value = found.estimate
        yield Robustness(claim, line, value, value, found.groups)


def _leave_one_out(data: Dataset, claim: str) -> Iterator[Robustness]:
    cells = outcome(data, claim)
    units = list(dict.fromkeys(cell.unit for cell in cells))
    if len(units) > MOST_LEFT_OUT:
        return
    rests = ([cell for cell in cells if cell.unit != left] for left in units)
    found = [DESIGNS[data.design](rest, claim) for rest in rests]
    values = [item.estimate for item in found if not isinstance(item, str)]
    if len(values) > 1:
        yield Robustness(claim, "leave_one_out", min(values), max(values), len(units))


def _worst_case(data: Dataset) -> Iterator[Robustness]:
    """Manski's bounds: what is missing all hedged in one arm and nowhere in the other."""
    ends = [_filled(data, hedged) for hedged in (0.0, 1.0)]
    known = [value for value in ends if value is not None]
    if len(known) == len(ends):
        groups = len({place[:2] for place in data.expected})
        yield Robustness("C2", "worst_case", min(known), max(known), groups)


def _filled(data: Dataset, hedged: float) -> float | None:
    """The estimate if all missing allies under escalation did this, and the others the opposite."""
    there = {(row.session, row.group, row.round, row.seat): row for row in data.played}
    like = {(row.session, row.group): row for row in data.played}
    rows = [
        there.get(place) or _imagined(place, arm, like[place[:2]], hedged)
        for place, arm in data.expected.items()
        if place[:2] in like and arm
    ]
    found = estimated(data.only(rows), "C2")
    return None if isinstance(found, str) else found.estimate


def _imagined(place: Place, arm: str, like: AllyRound, hedged: float) -> AllyRound:
    escalates = "hawk" in arm.split("+") or arm == "escalate"
    session, group, number, seat = place
    return replace(
        like,
        session=session,
        group=group,
        round=number,
        seat=seat,
        drawn=arm if arm in ("escalate", "restrain") else "",
        hedged=hedged if escalates else 1 - hedged,
    )
