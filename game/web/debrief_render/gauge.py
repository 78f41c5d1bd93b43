"""Taken together: three bars, never a needle."""

from dataclasses import dataclass

from markupsafe import Markup

from game.analysis.inference.sentences import FEW_GROUPS
from game.web.charts.evidence import gauge
from game.web.debrief_render.matter import Matter
from game.web.debrief_render.paging import PageRef
from game.web.debrief_render.tables import Table
from game.web.wording import claims as words


@dataclass(frozen=True, slots=True)
class Gauge:
    """The bars and what they say; without a chart the reason why there is none."""

    chart: Markup | None
    said: str
    table: Table | None
    notes: tuple[str, ...]


def refs(matter: Matter) -> tuple[PageRef, ...]:
    """One page, once there is a result."""
    if matter.tested is None or not matter.played:
        return ()
    return (PageRef("gauge", "Taken together", "Taken together, which way?", "gauge"),)


def drawn(matter: Matter, *, wall: bool) -> Gauge:
    """The page."""
    found = matter.tested.analysis.gauge if matter.tested else None
    if found is None or not found.shown:
        return Gauge(None, found.reason if found else "", None, (words.INDEX,))
    shares = (found.share_hrt or 0, found.share_zero or 0, found.share_authors or 0)
    named = tuple(zip(words.BARS, shares, strict=True))
    rows = tuple((name, f"{100 * share:.0f} %") for name, share in named)
    return Gauge(
        chart=gauge(named, w=740 if wall else 328, wall=wall),
        said=found.words,
        table=Table("Shares of three answers", ("Answer", "share"), rows),
        notes=_notes(matter.tested.analysis.data.groups_used if matter.tested else 0, wall),
    )


def _notes(groups: int, wall: bool) -> tuple[str, ...]:
    """Few groups may agree by chance, and then the bars say more than they know."""
    if groups >= FEW_GROUPS:
        return (words.INDEX, words.NEEDLE)
    swings = words.SWINGS.format(groups=groups)
    return (swings, words.NEEDLE) if wall else (swings, words.INDEX, words.NEEDLE)
