"""You, among the class: what only the reader may read, beside what the class did."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from game.analysis.descriptives import GroupPicture
from game.core.views.own import OwnBeliefs, SeatView
from game.core.vocabulary import PATRON, Card, Posture
from game.web.debrief_render.matter import Matter
from game.web.debrief_render.tables import Table, one_decimal
from game.web.presenters.ending import Over, over
from game.web.presenters.forms import Posting
from game.web.presenters.record import record
from game.web.wording.figures import some
from game.web.wording.words import CARDS, DISTANCES, POSTURE_DONE


@dataclass(frozen=True, slots=True)
class Own:
    """The reader's own part. `chart` is None where nothing was stated."""

    who: str
    result: Over
    chart: Markup | None
    beliefs: Table | None
    among: tuple[str, ...]
    cards: Table | None


def own(matter: Matter, view: SeatView) -> Own:
    """All of it."""
    result = over(view, Posting()).shown
    told = record(view)
    if not isinstance(result, Over):
        raise TypeError("the end of a game is shown by Over")
    return Own(
        who=_who(matter, view),
        result=result,
        chart=told.beliefs,
        beliefs=_beliefs(view) if view.ally and told.rows else None,
        among=tuple(_among(matter, view)),
        cards=_cards(matter) if view.seat == PATRON else None,
    )


def _who(matter: Matter, view: SeatView) -> str:
    brief = view.brief
    if view.seat == PATRON:
        return f"You were {brief.name}, the patron of group {matter.own}."
    where = f", {DISTANCES[brief.distance]}" if brief.distance else ""
    return f"You were {brief.name}, in group {matter.own}{where}."


def _beliefs(view: SeatView) -> Table:
    stated = view.ally.beliefs if view.ally else ()
    rows = [
        (str(item.round), *(_said(v) for v in (item.before, item.would, item.could, item.after)))
        for item in stated
        if item.before is not None or item.after is not None
    ]
    heads = ("Round", "before", "would", "could", "after")
    return Table("What you said, 0 to 100", heads, tuple(rows))


def _said(value: int | None) -> str:
    return "–" if value is None else str(value)


def _among(matter: Matter, view: SeatView) -> Iterator[str]:
    """How the reader's belief moved with each posture, and how the class's did."""
    group = matter.group(matter.own)
    for posture in Posture:
        pairs = _pairs(view, group, posture)
        if pairs:
            yield f"{_own_line(matter, posture, pairs)} {_class_line(matter, posture)}".strip()


def _pairs(view: SeatView, group: GroupPicture | None, posture: Posture) -> list[tuple[int, int]]:
    """The reader's own beliefs before and after, in the rounds of this posture."""
    here = {played.round for played in group.rounds if played.posture is posture} if group else ()
    stated: tuple[OwnBeliefs, ...] = view.ally.beliefs if view.ally else ()
    return [
        (item.before, item.after)
        for item in stated
        if item.round in here and item.before is not None and item.after is not None
    ]


def _own_line(matter: Matter, posture: Posture, pairs: list[tuple[int, int]]) -> str:
    count = len(pairs)
    before, after = (_mean([pair[i] for pair in pairs]) for i in (0, 1))
    average = " on average" if count > 1 else ""
    return (
        f"When {matter.patron} {POSTURE_DONE[posture]} ({some(count, 'round')}), your belief went "
        f"from {before} to {after}{average}."
    )


def _mean(values: list[int]) -> str:
    return str(values[0]) if len(values) == 1 else one_decimal(sum(values) / len(values))


def _class_line(matter: Matter, posture: Posture) -> str:
    found = next((item for item in matter.picture.postures if item.posture is posture), None)
    if found is None or found.before is None or found.after is None or not found.discreet:
        return ""
    return f"The class’s went from {found.before:.1f} to {found.after:.1f}."


def _cards(matter: Matter) -> Table | None:
    """A patron's own order cards, and what it did."""
    group = matter.group(matter.own)
    rounds = [played for played in group.rounds if played.card is not Card.NONE] if group else []
    if not rounds:
        return None
    rows = [
        (
            str(played.round),
            CARDS[played.card],
            POSTURE_DONE[played.posture],
            "yes" if played.complied else "no",
        )
        for played in rounds
    ]
    return Table("Your order cards", ("Round", "asked for", "you", "as asked"), tuple(rows))
