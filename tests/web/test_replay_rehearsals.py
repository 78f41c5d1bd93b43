"""The replay of a rehearsal, of every scenario that is shipped: at every position the view that
each bot's seat had while it was played, from a log that was written down and read again."""

import json

import pytest

from game.analysis.replaying import Replay
from game.authoring.library import shipped
from game.classroom import playthrough
from game.classroom.assignment import Plan
from game.classroom.rehearsal import Troupe, rehearse
from game.core.disclosure import Versions, learn
from game.core.evolve import evolve
from game.core.state import opening_state
from game.core.views import seat_view
from game.core.vocabulary import Design, SessionId
from game.log.codec import plain
from game.log.streams import GROUP_CODEC
from tests.web import classes

SCENARIOS = [path.name.removesuffix(".yaml") for path in shipped()]
DESIGNS = {Design.D1: {"script": ("hawk", "restrained")}, Design.D2_CARDS: {}}


class Played:
    """Kept beside the play, from the states that it went through: views by group and position."""

    def __init__(self):
        self.views = {}

    def begins(self, scenario, opened):
        self.group, self.position, self.versions = opened.group, 0, Versions(public=1)
        return self._keep(opening_state(scenario, opened))

    def goes_on(self, state, event):
        self.versions = learn(self.versions, state, event)
        return self._keep(evolve(state, event))

    def _keep(self, state):
        self.position += 1
        self.views[self.group, self.position] = {
            seat: json.dumps(plain(seat_view(state, seat, self.versions.of(seat))))
            for seat in state.seats
        }
        return state


def rehearsed(name, design, students, monkeypatch):
    """A class of bots; its streams, and what was kept beside them."""
    kept, scenario = Played(), classes.shipped(name)
    plan = Plan(
        session=SessionId("S1"), scenario=scenario, claims="c", design=design, group_size=4,
        cut=scenario.cuts[0].id, seed=name, factors=DESIGNS[design],
    )  # fmt: skip
    monkeypatch.setattr(playthrough, "opening_state", kept.begins)
    monkeypatch.setattr(playthrough, "evolve", kept.goes_on)
    streams = [events for _, events in rehearse(plan, students, Troupe())]
    return scenario, streams, kept


def read_again(event):
    """As the store gives it back."""
    kind, version, body = GROUP_CODEC.encode(event)
    return GROUP_CODEC.decode(kind, version, body)


def check(name, design, students, monkeypatch):
    scenario, streams, kept = rehearsed(name, design, students, monkeypatch)
    positions = 0
    for stream in streams:
        replay = Replay.of(scenario, [read_again(event) for event in stream])
        for position in range(1, replay.last + 1):
            sent = kept.views[replay.opened.group, position]
            made = {
                seat: json.dumps(plain(replay.seat_view(position, seat)))
                for seat in replay.state(position).seats
            }
            assert made == sent, (name, design, position)
            positions += 1
    assert positions == len(kept.views) > 50


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_view_of_a_rehearsal_is_there_again(name, monkeypatch):
    """A group of each scenario."""
    check(name, Design.D2_CARDS, 4, monkeypatch)


@pytest.mark.slow
@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("name", SCENARIOS)
def test_every_view_of_a_whole_class_is_there_again(name, design, monkeypatch):
    """Thirteen bots in groups, under scripts and under cards."""
    check(name, design, 13, monkeypatch)
