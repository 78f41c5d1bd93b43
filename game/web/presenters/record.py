"""The record so far: what everybody in the group has seen, and one's own beliefs beside it."""

from dataclasses import dataclass

from markupsafe import Markup

from game.core.views.own import OwnBeliefs, SeatView
from game.core.views.shapes import RoundRecord
from game.core.vocabulary import Posture, Stage
from game.web.charts.beliefs import Stated, beliefs
from game.web.charts.track import track
from game.web.presenters.answers import Did, did, was_helped
from game.web.presenters.writing import Said, of_round, said
from game.web.wording.figures import listed, units
from game.web.wording.words import POSTURE_DONE, TIDES


@dataclass(frozen=True, slots=True)
class RoundShown:
    """One round."""

    number: int
    posture: Posture | None
    caption: str
    news: str
    government: str
    did: tuple[Did, ...]
    garrisons: str
    attacks: tuple[str, ...]
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class BeliefRow:
    """One's own answers of a round; a dash where nothing was said."""

    round: int
    before: str
    would: str
    could: str
    after: str


@dataclass(frozen=True, slots=True)
class Record:
    """The part of the page."""

    rounds: tuple[RoundShown, ...]
    war: Markup | None
    war_line: str
    beliefs: Markup | None
    rows: tuple[BeliefRow, ...]


def record(view: SeatView) -> Record:
    """The latest round first."""
    public = view.public
    present = (public.present,) if public.present else ()
    rounds = (*public.past, *present)
    tides = [item.tide for item in rounds]
    line = f"News of the war, round by round: {listed([TIDES[tide] for tide in tides])}."
    stated = _stated(view)
    return Record(
        rounds=tuple(_round(view, item) for item in reversed(rounds)),
        war=track(tides, line) if tides else None,
        war_line=line if tides else "",
        beliefs=_chart(view, stated) if any(_told(item) for item in stated) else None,
        rows=tuple(_row(item) for item in stated if _told(item)),
    )


def _round(view: SeatView, item: RoundRecord) -> RoundShown:
    public, division = view.public, item.division
    patron = public.patron.name
    done = ""
    if division:
        away = units(division.theatre) if division.theatre else "no unit"
        done = f"{patron} {POSTURE_DONE[division.posture]}, {away} in {public.theatre}"
    return RoundShown(
        number=item.number,
        posture=division.posture if division else None,
        caption=done,
        news=TIDES[item.tide],
        government=f"A new government took office in {patron}." if item.new_government else "",
        did=did(view, item),
        garrisons=_garrisons(view, item),
        attacks=tuple(was_helped(view, attack) for attack in item.attacked or ()),
        said=said(view, of_round(view, item.number)),
    )


def _garrisons(view: SeatView, item: RoundRecord) -> str:
    """`Units with the allies: Belmar 1, Arven 2.`"""
    if item.division is None:
        return ""
    each = [f"{view.public.name_of(seat)} {count}" for seat, count in item.division.garrisons]
    return f"{view.public.patron.name}’s units with the allies: {', '.join(each)}."


def _stated(view: SeatView) -> tuple[OwnBeliefs, ...]:
    """What was said, without this round's first answer as long as the second is being asked."""
    if view.ally is None:
        return ()
    open_question = view.public.stage in (Stage.CONSULTATION, Stage.COMMITMENT, Stage.RESPONSE)
    return tuple(
        item
        for item in view.ally.beliefs
        if item.round < view.public.round or item.after is not None or not open_question
    )


def _told(item: OwnBeliefs) -> bool:
    return item.before is not None or item.after is not None


def _chart(view: SeatView, stated: tuple[OwnBeliefs, ...]) -> Markup:
    public = view.public
    present = (public.present,) if public.present else ()
    postures = {
        item.number: item.division.posture for item in (*public.past, *present) if item.division
    }
    rows = [Stated(s.round, s.before, s.after, postures.get(s.round)) for s in stated]
    return beliefs(rows, view.brief.distance, "What you said you believed, before and after")


def _row(item: OwnBeliefs) -> BeliefRow:
    values = (item.before, item.would, item.could, item.after)
    shown = ["–" if value is None else str(value) for value in values]
    return BeliefRow(item.round, *shown)
