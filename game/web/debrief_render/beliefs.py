"""What happened to belief: by posture, by round and posture, near and far."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from game.analysis.descriptives import Summary
from game.core.vocabulary import Distance, Posture
from game.web.charts.panels import DistancePanel, Mean, RoundsPanel, by_round, near_far
from game.web.charts.slopes import Panel, Slope, slopes
from game.web.debrief_render.matter import Matter, means_shown
from game.web.debrief_render.paging import PageRef
from game.web.debrief_render.tables import HIDDEN, Table, belief, change
from game.web.wording.debrief import EXPLAIN, NO_BELIEFS, QUESTION, TOO_FEW, TOO_FEW_SHORT, WHEN


@dataclass(frozen=True, slots=True)
class Charted:
    """A chart with what stands beside it; `empty` is said in its place."""

    chart: Markup
    lead: str
    table: Table | None
    notes: tuple[str, ...]
    empty: str = ""


def refs(matter: Matter) -> tuple[PageRef, ...]:
    """The pages of this part."""
    if not matter.played:
        return ()
    pages = [PageRef("beliefs", "Belief", "What happened to belief?", "beliefs")]
    if matter.picture.overall.pairs:
        pages += [
            PageRef("rounds", "Belief by round", "And round by round?", "rounds"),
            PageRef("distance", "Near and far", "Near the war, and far from it?", "distance"),
        ]
    return tuple(pages)


def by_posture(matter: Matter, *, wall: bool) -> Charted:
    """A line an ally and round, the mean drawn heavy."""
    summaries = matter.picture.postures
    table = _posture_table(summaries)
    if not any(item.pairs for item in summaries):
        return Charted(Markup(), QUESTION, None, (), NO_BELIEFS)
    panels = [_panel(item, _of(matter.picture.near_far, item.posture)) for item in summaries]
    label = "Belief before and after the patron’s move, by posture. The table says the same."
    chart = slopes(panels, label, w=668, h=500, wall=True) if wall else slopes(panels, label)
    notes = (EXPLAIN["beliefs"], *((EXPLAIN["free"],) if matter.free else ()))
    return Charted(chart, QUESTION, table, notes)


def _panel(item: Summary, near_far: Sequence[Summary]) -> Panel:
    """The ends tell near from far only where neither is so few that a line would name its ally."""
    word = WHEN[item.posture] if item.posture else ""
    if item.pairs and not item.discreet:
        return Panel(word, (), TOO_FEW_SHORT)
    apart = means_shown(near_far)
    ends = ((p, Distance(p.distance) if p.distance and apart else None) for p in item.pairs)
    return Panel(word, tuple(Slope(p.before, p.after, end) for p, end in ends))


def _posture_table(summaries: Sequence[Summary]) -> Table:
    rows = [
        (
            WHEN[item.posture] if item.posture else "",
            belief(item, item.before),
            belief(item, item.after),
            change(item),
        )
        for item in summaries
    ]
    return Table("Mean belief, 0 to 100", ("Posture", "before", "after", "change"), tuple(rows))


def round_by_round(matter: Matter, *, wall: bool) -> Charted:
    """A stroke for each round, a panel for each posture."""
    rounds = matter.picture.rounds
    parts = matter.picture.rounds_by_posture
    panels = [
        RoundsPanel(WHEN[p], tuple(_mean_in(parts, p, item.round) for item in rounds))
        for p in Posture
    ]
    label = "Mean belief before and after the patron’s move, round by round and by posture."
    chart = by_round(panels, label, w=668, h=500, wall=True) if wall else by_round(panels, label)
    drawn = any(mean.after is not None for panel in panels for mean in panel.means)
    table = None if wall else _round_table(rounds, parts)
    return Charted(chart, QUESTION, table, (EXPLAIN["rounds"],), "" if drawn else TOO_FEW)


def _mean_in(parts: Sequence[Summary], posture: Posture, number: int | None) -> Mean:
    here = [item for item in parts if item.round == number]
    found = next((item for item in here if item.posture is posture), None)
    if found is None or not found.discreet or not found.pairs:
        return Mean(None, None, 0)
    return Mean(found.before, found.after, len(found.pairs))


def _round_table(rounds: Sequence[Summary], parts: Sequence[Summary]) -> Table:
    """Means as whole numbers: no finer, or what is hidden could be had by subtraction."""
    rows = [
        (str(item.round), *(_round_cell(parts, posture, item.round) for posture in Posture))
        for item in rounds
    ]
    return Table("Mean belief before → after", ("Round", *WHEN.values()), tuple(rows))


def _round_cell(parts: Sequence[Summary], posture: Posture, number: int | None) -> str:
    mean = _mean_in(parts, posture, number)
    if mean.before is None or mean.after is None:
        return "–"
    return f"{mean.before:.0f} → {mean.after:.0f}"


def distances(matter: Matter, *, wall: bool) -> Charted:
    """Near and far allies, a panel for each posture."""
    parts = matter.picture.near_far
    panels = [_distance_panel(parts, posture) for posture in Posture]
    label = "Mean belief before and after, allies near the war and far from it, by posture."
    chart = near_far(panels, label, w=668, h=500, wall=True) if wall else near_far(panels, label)
    drawn = any(panel.near.after is not None or panel.far.after is not None for panel in panels)
    notes = (EXPLAIN["distance"], EXPLAIN["distance_rule"])
    return Charted(chart, "", _distance_table(parts), notes, "" if drawn else TOO_FEW)


def _of(parts: Sequence[Summary], posture: Posture | None) -> list[Summary]:
    return [item for item in parts if item.posture is posture]


def _distance_panel(parts: Sequence[Summary], posture: Posture) -> DistancePanel:
    here = _of(parts, posture)
    if not means_shown(here):
        none = Mean(None, None, 0)
        few = TOO_FEW_SHORT if any(item.pairs for item in here) else "no answer"
        return DistancePanel(WHEN[posture], none, none, few)
    near, far = (
        next(Mean(i.before, i.after, len(i.pairs)) for i in here if i.distance is distance)
        for distance in (Distance.NEAR, Distance.FAR)
    )
    return DistancePanel(WHEN[posture], near, far)


def _distance_table(parts: Sequence[Summary]) -> Table:
    """A row a posture: near and far, each from before to after."""
    rows = [(WHEN[p], *(_distance_cell(parts, p, d) for d in Distance)) for p in Posture]
    heads = ("Posture", *(distance.value for distance in Distance))
    return Table("Mean belief before → after", heads, tuple(rows))


def _distance_cell(parts: Sequence[Summary], posture: Posture, distance: Distance) -> str:
    here = _of(parts, posture)
    found = next((item for item in here if item.distance is distance), None)
    if found is None or not means_shown(here):
        return HIDDEN
    return f"{belief(found, found.before)} → {belief(found, found.after)}"
