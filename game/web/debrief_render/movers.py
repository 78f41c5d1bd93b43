"""Who moved, and what this class cannot show: every number a count of rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.analysis.descriptives import Counts
from game.web.debrief_render.matter import Matter, counted
from game.web.debrief_render.paging import PageRef
from game.web.debrief_render.tables import Table
from game.web.wording.debrief import EXPLAIN
from game.web.wording.figures import some


@dataclass(frozen=True, slots=True)
class Movers:
    """A table of rows by mover, and the limits in one paragraph."""

    table: Table
    limits: tuple[str, ...]


def refs(matter: Matter) -> tuple[PageRef, ...]:
    """One page, always there: it also says when there is nothing to see."""
    return (PageRef("movers", "Who moved", "Who moved, and what is counted?", "movers"),)


def movers(matter: Matter) -> Movers:
    """The page."""
    return Movers(_table(matter), tuple(_limits(matter)))


def _table(matter: Matter) -> Table:
    counts = matter.picture.counts
    if matter.picture.simulated:
        rows = _simulated(counts)
    else:
        rows = (
            ("a student, and counted", str(counts.counted)),
            ("a bot", str(counts.bots)),
            ("nobody: time ran out", str(counts.timeouts)),
            ("the instructor", str(counts.instructor)),
        )
    everything = ("in all", str(counts.rows))
    return Table("Moves of allies", ("Who moved", "moves"), (*rows, everything))


def _simulated(counts: Counts) -> tuple[tuple[str, str], ...]:
    """In a rehearsal bots are counted for want of anybody else."""
    left = counts.rows - counts.counted
    return (("a bot, and counted", str(counts.counted)), ("left out", str(left)))


def _limits(matter: Matter) -> Iterator[str]:
    """Sentences made of counts; nothing here is typed by hand."""
    picture = matter.picture
    if picture.simulated:
        yield "Bots played. Nothing on any of these pages is evidence."
    if not matter.played:
        yield "No round was played far enough to show anything."
        return
    groups = counted(matter.played, "group")
    yield f"{groups}, {some(picture.overall.seats, 'ally', 'allies')}. {EXPLAIN['one_class']}"
    if matter.free:
        yield EXPLAIN["free"]
    left_out = picture.counts.rows - picture.counts.counted
    if left_out and not picture.simulated:
        yield f"{left_out} of {some(picture.counts.rows, 'move')} are left out of the numbers."
    yield from _dropped(matter)
    stated, answers = len(picture.overall.pairs), picture.overall.answers
    if stated < answers:
        missing = answers - stated
        verb = "has" if missing == 1 else "have"
        yield f"{some(missing, 'counted move')} {verb} no pair of beliefs beside it."
    if matter.tested is None:
        yield EXPLAIN["governments"]


def _dropped(matter: Matter) -> Iterator[str]:
    """Groups that did not play to the end, or never got to a first answer."""
    stopped = [group for group in matter.groups if group.ended != "completed"]
    if stopped:
        verb = "was" if len(stopped) == 1 else "were"
        yield f"{counted(stopped, 'group')} {verb} stopped before the last round."
    empty = len(matter.groups) - len(matter.played)
    if empty:
        verb = "is" if empty == 1 else "are"
        yield f"{some(empty, 'group')} never answered and {verb} not shown."
