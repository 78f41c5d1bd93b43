"""Points against par, by seat and group: no winner, and no ranking across roles."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.analysis.descriptives import GroupPicture, SeatResult
from game.core.vocabulary import ALL_SEATS, PATRON, SeatId
from game.web.debrief_render.matter import Matter, batches
from game.web.debrief_render.paging import PageRef
from game.web.debrief_render.tables import HIDDEN, Table
from game.web.wording.debrief import EXPLAIN, KINDS
from game.web.wording.figures import signed

MOST_ROWS = 9  # groups to a page of the wall


@dataclass(frozen=True, slots=True)
class Points:
    """A table, and what par is."""

    table: Table
    note: str


def refs(matter: Matter) -> tuple[PageRef, ...]:
    """As many groups to a page as fit."""
    if not matter.played:
        return ()
    pages = batches(len(matter.played), MOST_ROWS)
    heading = "How did each seat do, against par?"
    return tuple(
        PageRef(f"points-{i}", _title(matter, part, len(pages)), heading, "points")
        for i, part in enumerate(pages, start=1)
    )


def _title(matter: Matter, part: range, pages: int) -> str:
    if pages == 1:
        return "Points against par"
    first, last = matter.played[part[0]].number, matter.played[part[-1]].number
    return f"Points against par, groups {first} to {last}"


def points(matter: Matter, groups: Sequence[GroupPicture]) -> Points:
    """These groups, a row each, a column a seat."""
    seats = [seat for seat in ALL_SEATS if any(_of(group, seat) for group in groups)]
    heads = ("Group", *(_head(matter, seat) for seat in seats))
    rows = tuple(
        (matter.group_name(group), *(_cell(matter, _of(group, seat)) for seat in seats))
        for group in groups
    )
    return Points(Table("Points against par", heads, rows), EXPLAIN["points"])


def batch(matter: Matter, number: int) -> tuple[GroupPicture, ...]:
    """The groups of one page of the wall."""
    part = batches(len(matter.played), MOST_ROWS)[number - 1]
    return tuple(matter.played[i] for i in part)


def _of(group: GroupPicture, seat: SeatId) -> SeatResult | None:
    return next((result for result in group.seats if result.seat == seat), None)


def _head(matter: Matter, seat: SeatId) -> str:
    """The country where every group has the same one in this seat, else the seat."""
    actors = {result.actor for group in matter.played if (result := _of(group, seat))}
    name = matter.actor(next(iter(actors))) if len(actors) == 1 else f"seat {seat}"
    return f"{name}, patron" if seat == PATRON else name


def _cell(matter: Matter, result: SeatResult | None) -> str:
    """`+12.5`, and who held the seat if no single student did; bots go without saying in a
    rehearsal."""
    if result is None:
        return HIDDEN
    kind = "" if matter.picture.simulated else KINDS.get(result.kind, "")
    said = signed(round(result.against_par, 2))
    return f"{said} {kind}" if kind else said
