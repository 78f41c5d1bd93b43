"""Who let the time run out is told, once the responses are open; and nobody else is."""

from game.core.commands import CloseStage
from game.core.views import seat_view
from game.core.vocabulary import PATRON, Stage
from tests.builders import A1, A2, Script


def test_a_seat_is_told_that_the_rules_moved_for_it():
    script = Script().at(1, Stage.RESPONSE).bots_move([A2])
    assert not any(seat_view(script.state, seat).timed_out for seat in (PATRON, A1, A2))

    script.do(CloseStage("timeout"))

    told = {seat: seat_view(script.state, seat).timed_out for seat in (PATRON, A1, A2)}
    assert told == {PATRON: True, A1: True, A2: False}
