"""A reader's own part of the debrief, counted again from the zip alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from tests.live.exactly import DASH, Exactly
from tests.live.recount import means
from tests.live.recount_points import total_of
from tests.live.zipped import Row, Zipped, mean, where

DONE = {"escalate": "escalated", "hold": "held", "draw_down": "drew down"}
ASKED = {"tough": "firmness", "restraint": "restraint"}
ORDERS = {"come": "come", "stay": "do not come"}


@dataclass(frozen=True)
class Own:
    """One participant's seat and its rows."""

    zipped: Zipped
    seat: Row
    rows: list[Row]

    @property
    def ally(self) -> bool:
        """Whether it is an ally's."""
        return self.seat["role"] == "ally"

    @property
    def totals(self) -> tuple[Fraction, Fraction]:
        """Points, and points against par."""
        points = total_of(self.zipped, self.seat, "payoff")
        return points, points - total_of(self.zipped, self.seat, "par")


def own_of(zipped: Zipped, participant: str) -> Own:
    """The seat that this participant held alone."""
    (seat,) = where(zipped.seats, holders=participant)
    table = zipped.allies if seat["role"] == "ally" else zipped.patrons
    rows = where(table, group=seat["group"], seat=seat["seat"])
    return Own(zipped, seat, sorted(rows, key=lambda row: int(row["round"])))


def rounds(own: Own) -> list[list[Exactly | str]]:
    """Points, and points against par, round by round."""
    return [
        [
            row["round"],
            Exactly((Fraction(row["payoff"]),), 2),
            Exactly((Fraction(row["payoff"]) - Fraction(row["par"]),), 2),
        ]
        for row in own.rows
    ]


def orders(own: Own) -> list[list[str]]:
    """The patron's orders beside what the ally had said."""
    return [
        [row["round"], row["belief_after"] or "nothing", ORDERS[row["standing_order"]]]
        for row in own.rows
    ]


def stated(own: Own) -> list[list[str]]:
    """All four numbers of every round."""
    columns = ("belief_before", "would", "could", "belief_after")
    return [[row["round"], *(row[column] or DASH for column in columns)] for row in own.rows]


def cards(own: Own) -> list[list[str]]:
    """A patron's order cards."""
    return [
        [
            row["round"],
            ASKED[row["card"]],
            DONE[row["posture"]],
            "yes" if row["complied"] == "1" else "no",
        ]
        for row in own.rows
        if row["card"] in ASKED
    ]


def among(own: Own) -> Iterable[tuple[str, list[Exactly]]]:
    """How a sentence begins, and its numbers: the own means, then those of the class if shown."""
    for posture, done in DONE.items():
        here = where(own.rows, posture=posture)
        pairs = [row for row in here if row["belief_before"] and row["belief_after"]]
        if not pairs:
            continue
        count = f"{len(pairs)} round{'' if len(pairs) == 1 else 's'}"
        begins = f"When {own.zipped.patron} {done} ({count}), your belief went"
        numbers = [Exactly((mean(pairs, f"belief_{when}"),), 1) for when in ("before", "after")]
        shared = means(where(own.zipped.allies, posture=posture), 1)
        if isinstance(shared, Exactly):
            numbers += [Exactly((number,), 1) for number in shared.numbers]
        yield begins, numbers


def forecast(own: Own) -> list[str]:
    """The drawn round, in sentences; the numbers as they are printed."""
    seat, patron = own.seat, own.zipped.patron
    said = f"you said {seat['forecast_report']}"
    came = "it would have come" if seat["forecast_outcome"] == "1" else "it would not have come"
    (drawn,) = where(own.rows, forecast_round="1")
    assert drawn["round"] == seat["forecast_in_round"]
    assert drawn["payoff"] == seat["forecast_set_aside"]
    assert drawn[f"belief_{seat['forecast_which']}"] == seat["forecast_report"]
    aside = drawn["payoff"].replace("-", "−")
    points, verb = ("point", "is") if aside == "1" else ("points", "are")
    return [
        f"Round {drawn['round']} was drawn: {seat['forecast_which']} {patron} moved, {said}.",
        f"{patron}’s sealed order is opened: {came}.",
        f"The forecast wins {seat['forecast_points']} points.",
        f"The {aside} {points} of your moves in that round {verb} set aside.",
    ]
