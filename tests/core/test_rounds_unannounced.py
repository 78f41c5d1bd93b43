"""R is never announced: a game of four looks like a game of eight until it ends (rules 1, 2)."""

from dataclasses import replace

import pytest

from game.core.nature import deal_common
from game.core.numbers import Numbers
from game.core.scenario import Scenario
from game.core.views import public_view, seat_view
from game.core.vocabulary import Design, Stage
from tests.builders import A1, A2, PATRON, Script, a_scenario, an_opening

STEADY = Numbers(government_changes=False)  # the change of government comes after R/2


def a_game(rounds: int, design: Design) -> Script:
    """A game of so many rounds, its first four drawn alike."""
    scenario: Scenario = a_scenario(STEADY, rounds)
    opened = an_opening(3, scenario=scenario, design=design)
    longest = an_opening(3, scenario=a_scenario(STEADY, 8), design=design).nature

    def cut(row):
        return row[:rounds]

    nature = replace(
        longest,
        common=deal_common(opened.seed, STEADY, rounds),
        **{
            name: cut(getattr(longest, name))
            for name in ("cards", "postures", "units", "partner", "arrival")
        },
    )
    return Script(replace(opened, nature=nature), scenario)


@pytest.mark.parametrize("design", [Design.D2_CARDS, Design.D2_LOTTERY, Design.D3])
def test_games_of_four_and_eight_rounds_look_alike_until_one_ends(design):
    """Every view of every seat, with its version, through four rounds."""
    short, long = a_game(4, design), a_game(8, design)
    while not (short.state.round.number == 4 and short.state.stage is Stage.RECKONING):
        for script in (short, long):
            if not script.state.open:
                script.opens()
            else:
                script.bots_move()
                if script.state.open:
                    script.all_ready()
        for seat in (PATRON, A1, A2):
            one, other = (seat_view(s.state, seat, s.versions.of(seat)) for s in (short, long))
            assert one == other
        assert public_view(short.state) == public_view(long.state)
    short.all_ready()
    assert short.opens().state.ended
    assert not long.all_ready().opens().state.ended


def test_the_last_round_is_like_any_other():
    """What may be sent, promised and announced in it does not say that it is the last."""
    last, middle = (Script(an_opening(3)).at(number, Stage.CONSULTATION) for number in (6, 5))
    assert seat_view(last.state, PATRON).may == seat_view(middle.state, PATRON).may
    assert seat_view(last.state, A1).cables_left == seat_view(middle.state, A1).cables_left
