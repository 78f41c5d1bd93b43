"""The points in the zip follow from its other columns by the rule book, and the sums are right."""

from fractions import Fraction

import pytest

from tests.live import rule_book
from tests.live.plays import WHOLE, played
from tests.live.recount_points import total_of
from tests.live.zipped import Zipped, unzip, where

pytestmark = pytest.mark.live


@pytest.fixture(params=WHOLE, ids=str)
def zipped(request) -> Zipped:
    """The zip of a session played over sockets."""
    return unzip(played(request.param).zip)


def test_every_round_of_an_ally(zipped):
    """Payoff and par; the outcome that its forecast is scored by; what would have paid best."""
    assert zipped.allies
    for row in zipped.allies:
        assert Fraction(row["payoff"]) == rule_book.ally_points(zipped.session, row)
        assert Fraction(row["par"]) == rule_book.ally_par(zipped.session, row)
        assert row["outcome"] == ("1" if row["standing_order"] == "come" else "0")
        assert row["defended"] == (row["outcome"] if row["attacked"] == "1" else "")
        assert (row["partner_came"] != "") is (row["move"] == "seek_partner" and left(row))
        belief, limit = Fraction(row["belief_after"]) / 100, Fraction(row["p_star"])
        best = "tie" if belief == limit else "REASSURE" if belief > limit else "HEDGE"
        assert row["best_response"] == best


def left(row: dict[str, str]) -> bool:
    """Attacked, and not defended."""
    return (row["attacked"], row["defended"]) == ("1", "0")


def test_every_round_of_a_patron(zipped):
    """Payoff, its parts, and par."""
    assert zipped.patrons
    for row in zipped.patrons:
        allies = where(zipped.allies, group=row["group"], round=row["round"])
        session, posture = zipped.session, row["posture"]
        assert Fraction(row["stake"]) == rule_book.stake(row)
        assert Fraction(row["war_points"]) == rule_book.war(session, row, posture)
        assert Fraction(row["card_points"]) == rule_book.card(row, posture)
        assert Fraction(row["payoff"]) == rule_book.patron_points(session, row, allies)
        assert Fraction(row["par"]) == rule_book.patron_par(session, row, allies)


def test_every_total(zipped):
    """Points, par and the difference of every seat; an ally's forecast and calibration."""
    assert zipped.seats
    for seat in zipped.seats:
        points, par = total_of(zipped, seat, "payoff"), total_of(zipped, seat, "par")
        said = [Fraction(seat[name]) for name in ("points", "par", "points_against_par")]
        assert said == [points, par, points - par]
        if seat["role"] == "ally":
            forecast_of(zipped, seat)


def forecast_of(zipped: Zipped, seat: dict[str, str]) -> None:
    """It was paid for the report and the outcome of the round drawn; surely so for a sure one."""
    rows = where(zipped.allies, group=seat["group"], seat=seat["seat"])
    (drawn,) = where(rows, forecast_round="1")
    assert drawn["round"] == seat["forecast_in_round"]
    assert drawn[f"belief_{seat['forecast_which']}"] == seat["forecast_report"]
    assert drawn["outcome"] == seat["forecast_outcome"]
    assert drawn["forecast_points"] == seat["forecast_points"]
    assert seat["forecast_points"] in ("0", "10")
    if int(seat["forecast_report"]) == 100 * int(seat["forecast_outcome"]):
        assert seat["forecast_points"] == "10"
    exact = rule_book.calibration(rows)
    assert float(seat["calibration"]) == pytest.approx(float(exact), abs=0.005)
