"""What the patrons did: postures, orders, cards; and how far forecasts and orders agreed."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from game.analysis.descriptives import Answer, CalibrationBin, GroupRound
from game.core.vocabulary import Posture
from game.web.charts.forecasts import Said, forecasts
from game.web.debrief_render.matter import Matter
from game.web.debrief_render.paging import PageRef
from game.web.debrief_render.tables import HIDDEN, Table, share
from game.web.wording.debrief import EXPLAIN, WHEN
from game.web.wording.figures import some
from game.web.wording.words import CARDS


@dataclass(frozen=True, slots=True)
class Deeds:
    """Counts, in a table and in sentences."""

    table: Table
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forecasts:
    """The chart, its table, and what it shows."""

    chart: Markup
    table: Table
    notes: tuple[str, ...]


def refs(matter: Matter) -> tuple[PageRef, ...]:
    """The pages of this part."""
    if not matter.played:
        return ()
    deeds = PageRef("patrons", "What the patrons did", "What did the patrons do?", "patrons")
    if not any(item.stated for item in matter.picture.calibration):
        return (deeds,)
    title, heading = "Forecasts and orders", "Did the patrons come as often as was said?"
    return (deeds, PageRef("forecasts", title, heading, "forecasts"))


def deeds(matter: Matter) -> Deeds:
    """By posture: rounds, and orders to come; then attacks and cards."""
    rounds = [played for group in matter.played for played in group.rounds]
    rows = [_row(posture, rounds) for posture in Posture]
    heads = ("Posture", "rounds", "ordered to come")
    return Deeds(Table("Every group and round", heads, tuple(rows)), _lines(matter, rounds))


def _row(posture: Posture, rounds: Iterable[GroupRound]) -> tuple[str, ...]:
    here = [played for played in rounds if played.posture is posture]
    orders = [a.order for played in here for a in played.answers if a.order is not None]
    come = share(sum(orders), len(orders)) if orders else HIDDEN
    return (WHEN[posture], str(len(here)), come)


def _lines(matter: Matter, rounds: list[GroupRound]) -> tuple[str, ...]:
    answers = [answer for played in rounds for answer in played.answers]
    return (*_attacks(answers), *_cards(matter), *_players(matter, rounds))


def _attacks(answers: list[Answer]) -> tuple[str, ...]:
    attacked = [answer for answer in answers if answer.attacked]
    if not attacked:
        return ()
    defended = sum(answer.defended is True for answer in attacked)
    return (
        f"Allies were attacked {some(len(attacked), 'time')}; the patron came in "
        f"{share(defended, len(attacked))}.",
    )


def _cards(matter: Matter) -> tuple[str, ...]:
    return tuple(
        f"Cards for {CARDS[item.card]} were obeyed in {share(item.complied, item.rounds)}"
        + _substituted(matter, item.by_bot)
        for item in matter.picture.compliance
    )


def _substituted(matter: Matter, rounds: int) -> str:
    if not rounds or matter.picture.simulated:
        return "."
    return f"; in {some(rounds, 'round')} of these a bot stood in."


def _players(matter: Matter, rounds: list[GroupRound]) -> tuple[str, ...]:
    if matter.scripted:
        return ("The computer played every patron.",)
    moved = [who for played in rounds if (who := matter.mover(played.patron_source))]
    return tuple(
        f"Of {some(len(rounds), 'division')} of forces, {moved.count(who)}: {who}."
        for who in dict.fromkeys(moved)
    )


def calibration(matter: Matter, *, wall: bool) -> Forecasts:
    """Stated beliefs, before and after, against what the sealed orders would have done."""
    bins = [item for item in matter.picture.calibration if item.stated]
    points = [
        Said(item.belief, 100 * item.came, item.stated)
        for item in bins
        if item.belief is not None and item.came is not None
    ]
    label = "Said, and ordered. " + " ".join(_told(item) for item in bins)
    size = {"w": 600.0, "h": 500.0} if wall else {"w": 328.0, "h": 300.0}
    heads = ("Said", "answers", "mean", "would have come")
    return Forecasts(
        chart=forecasts(points, label, wall=wall, **size),
        table=Table("Both forecasts of every round", heads, tuple(_bin_row(i) for i in bins)),
        notes=(EXPLAIN["forecasts"], EXPLAIN["orders"]),
    )


def _told(item: CalibrationBin) -> str:
    return f"Of those who said about {item.belief:.0f}: {_came(item)}."


def _came(item: CalibrationBin) -> str:
    return HIDDEN if item.came is None else f"{100 * item.came:.0f} in 100"


def _bin_row(item: CalibrationBin) -> tuple[str, ...]:
    mean = HIDDEN if item.belief is None else f"{item.belief:.1f}"
    return (f"{item.least}–{item.most}", str(item.stated), mean, _came(item))
