"""A group's chronicle as its page shows it: rounds, stages, lines, and where each line leads."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from game.analysis.chronicle import Entry, Paragraph, Told
from game.analysis.wording.figures import listed
from game.core.state import GroupState
from game.core.vocabulary import Alignment, Posture, SeatId, Stage
from game.web.charts.icons import arrow
from game.web.charts.marks import mark
from game.web.dates import to_the_second
from game.web.wording.words import STAGES

AN_ENTRY = 150  # signs of prose that take the room of an entry


@dataclass(frozen=True, slots=True)
class Line:
    """An entry. `knew`: who could know of it, where not everybody; `aside`: what no seat knew."""

    position: int
    time: str
    picture: Markup
    text: str
    quote: str
    aside: str
    knew: str


@dataclass(frozen=True, slots=True)
class StageLines:
    """The lines of a stage, in their order; a stage that opened twice stands there twice."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a round in prose."""

    position: int
    picture: Markup
    text: str


@dataclass(frozen=True, slots=True)
class RoundShown:
    """A round, event by event or as a text; `first`: where it begins."""

    number: int
    first: int
    size: int  # in entries; of prose, in so many signs
    stages: tuple[StageLines, ...] = ()
    pieces: tuple[Piece, ...] = ()


def by_event(state: GroupState, found: Iterable[Entry], *, eyes: bool = False) -> list[RoundShown]:
    """The rounds of these entries, in order. `eyes`: as one seat could know it."""
    ordered = sorted(found, key=lambda entry: entry.round)  # a round taken back is told with it
    shown = []
    for number, those in groupby(ordered, key=lambda entry: entry.round):
        entries = list(those)
        stages = tuple(
            StageLines(
                STAGES[stage] if stage and number else "",
                tuple(line(state, entry, eyes=eyes) for entry in items),
            )
            for stage, items in groupby(entries, key=lambda entry: entry.stage)
        )
        shown.append(RoundShown(number, entries[0].position, len(entries), stages))
    return shown


def as_text(state: GroupState, stories: Iterable[Told]) -> list[RoundShown]:
    """The rounds in prose."""
    return [
        RoundShown(
            story.round,
            story.first,
            sum(len(paragraph.text) for paragraph in story.paragraphs) // AN_ENTRY,
            pieces=tuple(_piece(state, paragraph) for paragraph in story.paragraphs),
        )
        for story in stories
    ]


def beside(shown: Iterable[RoundShown], noted: Mapping[int, int]) -> dict[int, int]:
    """In prose: how many notes belong to each paragraph, those of its events until the next."""
    starts = sorted({piece.position for one in shown for piece in one.pieces})
    found: Counter[int] = Counter()
    for position, count in noted.items():
        if position and starts:
            found[starts[max(bisect_right(starts, position) - 1, 0)]] += count
    return found


def line(state: GroupState, entry: Entry, *, eyes: bool = False) -> Line:
    """One entry; through a seat's eyes without what no seat was told."""
    knew = "" if eyes or entry.public else f"Only {listed(names(state, entry.known))} knew."
    return Line(
        entry.position,
        to_the_second(entry.at),
        picture(state, entry.marks, entry.seats),
        entry.text,
        entry.quote,
        "" if eyes else entry.aside,
        knew,
    )


def _piece(state: GroupState, paragraph: Paragraph) -> Piece:
    drawn = picture(state, paragraph.marks, paragraph.seats)
    return Piece(paragraph.position, drawn, paragraph.text)


def picture(state: GroupState, marks: Iterable[str], seats: Iterable[SeatId]) -> Markup:
    """The arrow of a posture, or the mark of an alignment, named for those who do not see it."""
    for code in marks:
        if code in tuple(Posture):
            return arrow(Posture(code))
        if code in tuple(Alignment):
            distance = state.seats[next(iter(seats))].distance
            return mark(code, distance, label=code)
    return Markup()


def names(state: GroupState, seats: Iterable[SeatId]) -> list[str]:
    """The countries at these seats."""
    return [state.scenario.actor(state.seats[seat].actor).name for seat in seats]


def stage_names() -> dict[str, str]:
    """For the form."""
    return {stage.value: STAGES[stage] for stage in Stage}
