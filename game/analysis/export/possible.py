"""What no game could have written: a stranger's log is held against it before anybody looks.

What follows from the rules move by move is verifying's; here stands what nothing could show.
"""

import json
from collections.abc import Iterator
from typing import Any

from game.analysis.sessionlog import Coding, SessionLog
from game.core.events import Event, GroupOpened, ResponsesRevealed, SeatOpened
from game.core.evolve import evolve
from game.core.nature import Nature
from game.core.scenario import Scenario
from game.core.state import GroupState, opening_state
from game.core.vocabulary import ALLY_SEATS, PATRON, SeatId, Stage

MOST_EVENTS = 5_000  # of a group; a full game of eight rounds has under 700, talk and all
LATEST = 4_102_444_800_000  # ms: the year 2100, which every calendar can write
MOST_SEATED = 100  # the size of a group and the number of deals, far above any class
MOST_ROWS, MOST_CODERS = 100_000, 60  # coders, and as many codebooks
MOST_CODES = 40  # of a codebook: nine, unclear, other; some more from elsewhere
LONGEST_BOOK = 40  # reasons-12
TERMS = (1, 2)
NAMES = ("seat", "to")
LISTS = ("missed", "void", "attacked", "sent", "defended", "partnered")
PAIRS = ("garrisons", "orders")
ROWS = ("accounts", "forecasts")
TIMES = ("at", "deadline", "not_before")


def loaded(text: str | bytes) -> Any:  # noqa: ANN401  JSON is what it is
    """The JSON in this text.

    Raises:
        ValueError: it is none, or holds half a character (a surrogate), which nothing can write.
    """
    found = json.loads(text)
    if "\\u" in text if isinstance(text, str) else b"\\u" in text:  # only an escape can bring one
        json.dumps(found, ensure_ascii=False).encode()
    return found


def followed(scenario: Scenario, events: tuple[Event, ...]) -> GroupState:
    """The group at its end.

    Raises:
        ValueError: it holds what no game could.
    """
    opened = events[0]
    if not isinstance(opened, GroupOpened):
        raise TypeError("a group's stream begins with GroupOpened")
    _dealt(scenario, opened)
    _timed(opened)
    state = opening_state(scenario, opened)
    for position, event in enumerate(events[1:], start=2):
        if not _can_be(state, event):
            raise ValueError(f"position {position} is an event that no game has there")
        _timed(event)
        state = evolve(state, event)
    return state


def _dealt(scenario: Scenario, opened: GroupOpened) -> None:
    """The rounds are those of the cut, and Nature has drawn for each of them."""
    rounds, nature = scenario.cut(opened.cut).rounds, opened.nature
    if opened.rounds != rounds:
        raise ValueError(f"its cut has {rounds} rounds")
    common = nature.common
    per_round = (common.news, common.attacks, common.costs, nature.cards)
    scripted = (nature.postures, nature.units)
    lengths = {*map(len, per_round), len(nature.partner), len(nature.arrival)}
    if lengths != {rounds} or not {*map(len, scripted)} <= {0, rounds}:
        raise ValueError("Nature has not drawn once for every round")
    if len(nature.types) not in TERMS or not _for_allies(nature, rounds):
        raise ValueError("Nature has not drawn once for every seat")


def _for_allies(nature: Nature, rounds: int) -> bool:
    per_seat = (*nature.common.costs, *nature.partner, *nature.arrival, nature.forecasts)
    attacked = {seat for seats in nature.common.attacks for seat in seats}
    due = all(1 <= one.round <= rounds for one in nature.forecasts)
    return due and attacked <= set(ALLY_SEATS) and {*map(len, per_seat)} == {len(ALLY_SEATS)}


def _can_be(state: GroupState, event: Event) -> bool:
    match event:
        case GroupOpened():
            return False
        case SeatOpened():
            return event.seat in ALLY_SEATS and event.seat not in state.seats
        case ResponsesRevealed():
            return state.stage is Stage.RESPONSE
        case _:
            return {*state.seats, PATRON}.issuperset(_seats(event))


def _seats(event: Event) -> Iterator[SeatId]:
    """Every seat that the event names."""
    yield from (getattr(event, name) for name in NAMES if hasattr(event, name))
    for name in LISTS:
        yield from getattr(event, name, ())
    for name in PAIRS:
        yield from (seat for seat, _ in getattr(event, name, ()))
    for name in ROWS:
        yield from (row.seat for row in getattr(event, name, ()))
    for judged in getattr(event, "judged", ()):
        yield from (judged.proposal.seat, judged.proposal.to)


def _timed(event: Event) -> None:
    times = [getattr(event, name, None) for name in (*TIMES, "by_ms")]
    _dated(*(one for one in times if one is not None))


def beside_in_bounds(log: SessionLog) -> None:
    """The same of what is known beside the log.

    Raises:
        ValueError: its times or its numbers are none of a class.
    """
    _dated(log.created_at, log.assigned_at)
    for rows in (log.predictions, log.recognitions):
        _dated(*(one.at for one in rows))
    _dated(*(one.coded_at for one in log.codings))
    _coded(log.codings)
    if not 0 <= log.group_size <= MOST_SEATED or not 0 <= log.deals <= LATEST:
        raise ValueError("it has more seats than any class")


def _coded(codings: tuple[Coding, ...]) -> None:
    """How far coders agree is counted over all pairs of codes, on every look at the page."""
    under: dict[str, set[str]] = {}
    for one in codings:
        under.setdefault(one.codebook, set()).update((one.code, one.settled))
    coders = {one.coder for one in codings}
    most = max(map(len, under.values()), default=0)
    if len(codings) > MOST_ROWS or max(len(coders), len(under)) > MOST_CODERS or most > MOST_CODES:
        raise ValueError("it has more coders, codebooks or codes than a class can have")
    if any(len(book) > LONGEST_BOOK for book in under):
        raise ValueError("a codebook in it has no name that a codebook has")


def _dated(*times: int) -> None:
    if not all(0 <= one <= LATEST for one in times):
        raise ValueError("a time in it is before 1970, or after 2100")
