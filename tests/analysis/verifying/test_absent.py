"""A move that is called the rules' own must be the one that they play for who is absent."""

from dataclasses import replace

import pytest

from game.analysis.verifying.moves import would_be_refused
from game.core.events import BeliefStated, ResponseSealed
from game.core.evolve import replay
from game.core.vocabulary import MoveSource, Stance
from tests.analysis.real import asked


def moves(kind, source):
    """Such moves of a class, each with the state before it."""
    for group in asked().groups:
        for place, event in enumerate(group.events):
            if isinstance(event, kind) and event.source is source:
                yield replay(asked().scenario, group.events[:place]), event


@pytest.mark.parametrize(
    "change", [{"stance": Stance.ENDORSE}, {"reason": "any"}, {"by": ("P01",)}, {"units": 1}]
)
def test_who_is_absent_plays_as_the_rules_say(change):
    state, move = next(moves(ResponseSealed, MoveSource.TIMEOUT))
    assert not would_be_refused(state, move)
    assert would_be_refused(state, replace(move, **change))


def test_nothing_else_is_said_for_who_is_absent():
    state, belief = next(moves(BeliefStated, MoveSource.STUDENT))
    assert not would_be_refused(state, belief)
    assert would_be_refused(state, replace(belief, source=MoveSource.TIMEOUT))
