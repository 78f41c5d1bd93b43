"""Points and par, counted again from the zip alone."""

from fractions import Fraction

from tests.live.exactly import DASH, Cell, Exactly
from tests.live.zipped import Row, Zipped, number_of, where


def points(zipped: Zipped) -> list[list[Cell]]:
    """A row a group, a column a seat that any group has."""
    order = ("P", "A1", "A2", "A3", "A4", "A5")
    seats = [seat for seat in order if where(zipped.seats, seat=seat)]
    return [
        [f"Group {number_of(group)}", *(_against(zipped, group, seat) for seat in seats)]
        for group in zipped.groups
    ]


def _against(zipped: Zipped, group: str, seat: str) -> Cell:
    found = where(zipped.seats, group=group, seat=seat)
    if not found:
        return DASH
    total, par = total_of(zipped, found[0], "payoff"), total_of(zipped, found[0], "par")
    return Exactly((total - par,), 2)


def total_of(zipped: Zipped, seat: Row, column: str) -> Fraction:
    """Points (`payoff`) or par over the game, the forecast in place of its round."""
    own = {"group": seat["group"], "seat": seat["seat"]}
    rows = where(zipped.patrons if seat["seat"] == "P" else zipped.allies, **own)
    total = sum((Fraction(row[column] or 0) for row in rows), Fraction(0))
    drawn = where(rows, forecast_round="1") if seat["seat"] != "P" else []
    paid = "forecast_points" if column == "payoff" else "forecast_par"
    for row in drawn:
        total += Fraction(seat[paid]) - Fraction(row[column])
    return total
