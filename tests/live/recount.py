"""The tables of the debrief, counted again from the zip alone: nothing of the program is used.

A cell is what must be printed, or the exact numbers that it must show, rounded.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from tests.live import recount_claims, recount_payoffs
from tests.live.exactly import DASH, Cell, Counted, Exactly
from tests.live.recount_points import points
from tests.live.zipped import (
    POSTURES,
    Row,
    Zipped,
    believed,
    counted,
    mean,
    seats_of,
    where,
)

NOBODY = f"{DASH} → {DASH}"
LEAST_SEATS = 3  # a mean of fewer is not shown
FORMS = ("stand", "build_arms", "accommodate", "seek_partner")
STANCES = ("endorse", "silent", "dissociate")
FIFTHS = ((0, 19), (20, 39), (40, 59), (60, 79), (80, 100))


def tables(zipped: Zipped) -> Counted:
    """Every table of the class."""
    means = "Mean belief before → after"
    return {
        ("Mean belief, 0 to 100", "Posture"): by_posture(zipped),
        (means, "Round"): by_round(zipped),
        (means, "Posture"): near_and_far(zipped),
        ("What they did", "Posture"): tallies(zipped, "move", FORMS),
        ("What they said in public", "Posture"): tallies(zipped, "stance", STANCES),
        ("Every group and round", "Posture"): deeds(zipped),
        ("Both forecasts of every round", "Said"): forecasts(zipped),
        ("Points against par", "Group"): points(zipped),
        ("Moves of allies", "Who moved"): movers(zipped),
        **recount_claims.tables(recount_claims.analysed(zipped.data)),
        **recount_payoffs.tables(recount_claims.analysed(zipped.data), zipped),
    }


def means(rows: Sequence[Row], places: int) -> Cell:
    """From before to after."""
    stated = believed(rows)
    if not stated or seats_of(stated) < LEAST_SEATS:
        return DASH
    return Exactly((mean(stated, "belief_before"), mean(stated, "belief_after")), places)


def by_posture(zipped: Zipped) -> list[list[Cell]]:
    """Before, after, change."""
    return [[word, *_parted(where(zipped.allies, posture=p))] for p, word in POSTURES.items()]


def _parted(rows: Sequence[Row]) -> list[Cell]:
    both = means(rows, 1)
    if isinstance(both, str):
        return [DASH] * 3
    before, after = both.numbers
    return [Exactly((number,), 1) for number in (before, after, after - before)]


def by_round(zipped: Zipped) -> list[list[Cell]]:
    """A row a round, a column a posture; whole numbers."""
    rounds = sorted({row["round"] for row in zipped.allies}, key=int)
    return [
        [number, *(means(where(zipped.allies, round=number, posture=p), 0) for p in POSTURES)]
        for number in rounds
    ]


def near_and_far(zipped: Zipped) -> list[list[Cell]]:
    """A row a posture; if one of the two must be hidden, so must the other."""
    return [[word, *_sides(where(zipped.allies, posture=p))] for p, word in POSTURES.items()]


def _sides(rows: Sequence[Row]) -> list[Cell]:
    parts = [where(rows, distance=distance) for distance in ("near", "far")]
    stated = [believed(part) for part in parts]
    if not any(stated) or any(0 < seats_of(part) < LEAST_SEATS for part in stated):
        return [DASH, DASH]
    return [means(part, 1) if own else NOBODY for part, own in zip(parts, stated, strict=True)]


def tallies(zipped: Zipped, column: str, values: Iterable[str]) -> list[list[Cell]]:
    """How often each value of a column came, by posture."""
    own = {posture: where(counted(zipped.allies), posture=posture) for posture in POSTURES}
    return [
        [word, *(str(len(where(own[posture], **{column: value}))) for value in values)]
        for posture, word in POSTURES.items()
    ]


def deeds(zipped: Zipped) -> list[list[Cell]]:
    """Rounds of every posture, and orders to come in them."""
    return [[word, *_deeds(zipped, posture)] for posture, word in POSTURES.items()]


def _deeds(zipped: Zipped, posture: str) -> list[Cell]:
    orders = [row for row in where(zipped.allies, posture=posture) if row["standing_order"]]
    come = where(orders, standing_order="come")
    rounds = str(len(where(zipped.patrons, posture=posture)))
    return [rounds, share(len(come), len(orders)) if orders else DASH]


def share(part: int, whole: int) -> Cell:
    """`7 of 15 (47 %)`."""
    if not whole:
        return "none"
    return Exactly((Fraction(part), Fraction(whole), Fraction(100 * part, whole)), 0)


def forecasts(zipped: Zipped) -> list[list[Cell]]:
    """Both beliefs of a row against its outcome, by fifths of the scale."""
    stated = [
        (int(row[f"belief_{when}"]), int(row["outcome"]))
        for row in counted(zipped.allies)
        for when in ("before", "after")
        if row[f"belief_{when}"] and row["outcome"] and row[f"belief_{when}_source"] == "student"
    ]
    rows = []
    for least, most in FIFTHS:
        here = [pair for pair in stated if least <= pair[0] <= most]
        if here:
            said, came = (Fraction(sum(pair[i] for pair in here), len(here)) for i in (0, 1))
            cells = (Exactly((said,), 1), Exactly((100 * came, Fraction(100)), 0))
            rows.append([f"{least}–{most}", str(len(here)), *cells])
    return rows


def movers(zipped: Zipped) -> list[list[Cell]]:
    """Every row of an ally once."""
    bots, others = where(zipped.allies, bot="1"), where(zipped.allies, bot="0")
    return [
        ["a student, and counted", str(len(counted(zipped.allies)))],
        ["a bot", str(len(bots))],
        ["nobody: time ran out", str(len(where(others, timed_out="1")))],
        ["the instructor", str(len(where(others, move_source="instructor")))],
        ["in all", str(len(zipped.allies))],
    ]
