"""Requests and pledges as lines: what was said beside what came."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.core.pledges import NEXT_ROUND, Code
from game.core.views.own import SeatView
from game.core.views.shapes import Pledge
from game.core.vocabulary import SeatId
from game.web.wording import pledges as words


@dataclass(frozen=True, slots=True)
class Said:
    """A request or pledge in a sentence, with how it came out."""

    sentence: str
    outcome: str
    judged: bool
    public: bool
    made: int


def said(view: SeatView, pledges: Iterable[Pledge]) -> tuple[Said, ...]:
    """One line each, in the order in which they were made."""
    return tuple(
        Said(
            words.sentence(view.public, item, view.seat),
            words.OUTCOMES[item.label],
            bool(item.label),
            item.public,
            item.made,
        )
        for item in pledges
    )


def due(view: SeatView, *codes: Code, ally: SeatId | None = None) -> tuple[Pledge, ...]:
    """Those of these codes that bear on the present round and to which this seat is a party."""
    return tuple(
        item
        for item in view.pledges
        if Code(item.code) in codes
        and view.seat in (item.seat, item.to)
        and ally in (None, item.seat, item.to)
        and due_round(item) == view.public.round
    )


def due_round(item: Pledge) -> int:
    """The round that puts it to the test."""
    if item.code == Code.ANNOUNCE_DRAWDOWN:
        return item.round
    return item.made + (Code(item.code) in NEXT_ROUND)


def of_round(view: SeatView, number: int) -> tuple[Pledge, ...]:
    """Those that were made in this round or fell due in it."""
    return tuple(item for item in view.pledges if number in (item.made, due_round(item)))
