"""The log is the truth: folding it again gives the same state, at every moment."""

from hypothesis import given, settings

from game.core.events import OpeningUndone, StageOpened
from game.core.evolve import evolve, replay
from game.core.state import opening_state
from game.core.vocabulary import Stage
from game.log.streams import GROUP_CODEC
from tests.strategies import wild_play, wild_plays, wild_seeds


def reread(log):
    """The stream as it comes back from the store."""
    return [GROUP_CODEC.decode(*GROUP_CODEC.encode(event)) for event in log]


@settings(max_examples=80)
@given(wild_plays)
def test_a_replay_of_what_was_written_is_the_live_state(script):
    """After the whole game, through the codec and back."""
    assert replay(script.scenario, reread(script.log)) == script.state


@settings(max_examples=15)
@given(wild_plays)
def test_the_same_holds_at_every_moment(script):
    """Every prefix of the stored stream folds to the state of that moment."""
    stored = reread(script.log)
    live = opening_state(script.scenario, script.log[0])
    for length in range(1, len(script.log)):
        live = evolve(live, script.log[length])
        assert replay(script.scenario, stored[: length + 1]) == live


@settings(max_examples=25)
@given(wild_plays)
def test_evolving_changes_nothing_in_place(script):
    """A state is a value: an older one is what it was."""
    state = opening_state(script.scenario, script.log[0])
    kept = [state]
    for event in script.log[1:]:
        state = evolve(state, event)
        kept.append(state)
    again = opening_state(script.scenario, script.log[0])
    for event, older in zip(script.log[1:], kept[1:], strict=True):
        again = evolve(again, event)
        assert again == older


@settings(max_examples=25)
@given(wild_seeds)
def test_the_same_play_writes_the_same_log(seed):
    """Nothing but the seed, the clock and the commands enters a game."""
    assert wild_play(seed, 80).log == wild_play(seed, 80).log


@settings(max_examples=60)
@given(wild_plays)
def test_time_never_runs_backwards_and_rounds_follow_each_other(script):
    """Stages of a stream in order, none twice but those that were withdrawn."""
    places = []
    for event in script.log:
        if isinstance(event, StageOpened):
            places.append((event.round, list(Stage).index(event.stage)))
        if isinstance(event, OpeningUndone):
            places.pop()
    assert places == sorted(set(places))
    times = [event.at for event in script.log]
    assert times == sorted(times)


@settings(max_examples=60)
@given(wild_plays)
def test_what_always_holds(script):
    """Units fit the pool; accounts are for those who played; a covered seat has a student."""
    state = script.state
    for played in state.rounds:
        if played.commitment:
            placed = played.commitment.theatre + sum(n for _, n in played.commitment.garrisons)
            assert placed <= state.numbers.pool(len(played.commitment.garrisons))
            least, most = state.numbers.band(played.commitment.posture)
            assert least <= played.commitment.theatre <= most
        if played.crisis:
            assert set(played.crisis.defended) <= set(played.crisis.sent)
            assert set(played.crisis.sent) <= set(played.crisis.attacked)
            assert not set(played.crisis.partnered) & set(played.crisis.defended)
        if played.revealed:
            assert set(played.responses) >= set(dict(played.commitment.garrisons))
        if played.reckoning:
            assert {a.seat for a in played.reckoning.accounts} == {"P", *played.responses}
    for held in state.seats.values():
        assert held.cover is None or held.bot is None
