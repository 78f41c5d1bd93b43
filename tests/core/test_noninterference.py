"""What a seat may not know changes neither its view nor its version (architecture, settled 3)."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.commands import (
    DeclareReady,
    FromSeat,
    OpenStage,
    SealOrders,
    SealResponse,
    SendCable,
    StateAppraisal,
    StateBelief,
)
from game.core.disclosure import learn
from game.core.evolve import evolve
from game.core.rules import decide
from game.core.rules.awaited import awaited
from game.core.views import public_view, seat_view
from game.core.vocabulary import ALLY_SEATS, PrivateType, Refused, Stage
from tests.builders import A1, A2, A3, PATRON, Script, an_opening, leaves, student_moves
from tests.strategies import wild_command, wild_plays, wild_seeds
from tests.twins import folded, twin

pytestmark = pytest.mark.noninterference


def seen(scenario, log, viewer):
    """The view at the end of a stream, with its version."""
    return shown(*folded(scenario, log), viewer)


def shown(state, versions, viewer):
    """The view with its version, as a page would get it."""
    if viewer is None:
        return versions.public, public_view(state)
    return seat_view(state, viewer, versions.of(viewer))


def difference(one, other):
    """Where two views differ, for a reader."""
    a, b = dict(leaves(one)), dict(leaves(other))
    return sorted({k for k in a.keys() | b.keys() if a.get(k) != b.get(k)})


def viewers(script):
    """Every seat at the table, and the wall."""
    return [*script.state.seats, None]


@settings(max_examples=150)
@given(wild_plays, st.data(), wild_seeds)
def test_nobody_sees_what_it_may_not_know(script, data, seed):
    """At any moment of any game, for any seat and for the wall."""
    viewer = data.draw(st.sampled_from(viewers(script)))
    length = data.draw(st.integers(1, len(script.log)))
    log = script.log[:length]
    if viewer is not None and viewer not in folded(script.scenario, log)[0].seats:
        return
    other = twin(script.scenario, log, viewer, seed)
    mine, twins = seen(script.scenario, log, viewer), seen(script.scenario, other, viewer)
    assert mine == twins, difference(mine, twins)


@settings(max_examples=4)
@given(wild_plays, wild_seeds)
def test_nobody_sees_it_at_any_moment_of_a_game(script, seed):
    """Every prefix of one game, each time for another of the seats there were, or the wall."""
    for length in range(1, len(script.log) + 1):
        log = script.log[:length]
        audience = (*folded(script.scenario, log)[0].seats, None)
        viewer = audience[(length + seed) % len(audience)]
        other = twin(script.scenario, log, viewer, seed + length)
        mine, twins = seen(script.scenario, log, viewer), seen(script.scenario, other, viewer)
        assert mine == twins, (length, viewer, log[-1], difference(mine, twins))


@settings(max_examples=40)
@given(wild_plays)
def test_a_version_stands_for_one_view(script):
    """When a seat's view changes its version goes up, so that no page keeps an older one."""
    state, versions = folded(script.scenario, script.log[:1])
    last = {}
    for event in script.log[1:]:
        versions, state = learn(versions, state, event), evolve(state, event)
        for viewer in (*state.seats, None):
            version = versions.of(viewer) if viewer else versions.public
            view = seat_view(state, viewer) if viewer else public_view(state)
            before = last.get(viewer)
            if before and before[0] == version:
                assert before[1] == view, (viewer, event, difference(before[1], view))
            last[viewer] = (version, view)


def other_opening(opened, viewer, rng):
    """The same group with every draw changed that the viewer will never learn of."""
    nature, patron = opened.nature, viewer == PATRON
    mixed = [rng.sample(row, len(row)) for row in nature.common.costs]
    common = nature.common
    if not patron:
        news = tuple(2 * value for value in common.news)
        common = replace(common, news=news, costs=tuple(tuple(row) for row in mixed))
    place = ALLY_SEATS.index(viewer) if viewer in ALLY_SEATS else None
    changed = replace(
        nature,
        common=common,
        types=nature.types
        if patron
        else tuple(rng.choice(list(PrivateType)) for _ in nature.types),
        cards=nature.cards if patron else tuple(rng.sample(nature.cards, len(nature.cards))),
        forecasts=tuple(
            old if seat == place else replace(old, round=rng.randint(1, opened.rounds), luck=0.5)
            for seat, old in enumerate(nature.forecasts)
        ),
    )
    seats = tuple(replace(setup, holders=(f"X{setup.seat}",)) for setup in opened.seats)
    return replace(opened, nature=changed, seats=seats, seed="another", claims="d" * 64)


def otherwise(command, script, seat, viewer, rng):
    """The same command, with other secrets in it."""
    percent = [rng.randint(0, 100) for _ in range(3)]
    hit = script.state.opened.nature.common.attacks[script.state.round.number - 1]
    match command:
        case StateBelief() if seat != viewer:
            return StateBelief(percent[0])
        case StateAppraisal() if seat != viewer:
            return StateAppraisal(*percent)
        case SealResponse() if seat != viewer:
            return replace(command, reason=f"other {rng.random()}", voice=not command.voice)
        case SendCable() if viewer not in (seat, command.to):
            return SendCable(command.to, f"other {rng.random()}")
        case SealOrders() if viewer != PATRON:
            known = (*hit, viewer)
            return SealOrders({a: come == (a in known) for a, come in command.orders.items()})
    return command


@settings(max_examples=25)
@given(wild_seeds, st.sampled_from([PATRON, A1, A2, A3, None]))
def test_a_game_with_other_secrets_takes_the_same_course(seed, viewer):
    """The same through the rules: no stage closes, no count changes for a secret's sake."""
    rng = Random(seed)
    mine = Script(an_opening(4, seed=str(seed), group_size=4))
    other = Script(other_opening(mine.state.opened, viewer, rng))
    while mine.state.ended is None:
        for sent in course(mine, rng):
            other.now = mine.now
            mine.do(sent)
            if isinstance(sent, FromSeat):
                command = otherwise(sent.command, other, sent.seat, viewer, rng)
                sent = replace(sent, command=command)
            other.do(sent)
            views = [shown(s.state, s.versions, viewer) for s in (mine, other)]
            assert views[0] == views[1], (sent, viewer, difference(*views))


def course(script, rng):
    """What happens next: a stage opens, or somebody moves, perhaps thinking again."""
    if not script.state.open:
        yield OpenStage(60)
        return
    seat = rng.choice(awaited(script.state))
    talks = script.state.stage is Stage.CONSULTATION
    moves = student_moves(script.state, seat, "noisy") or (DeclareReady(),)
    if talks and rng.random() < 0.8:
        moves = (wild_command(script.state, seat, rng),)
    if script.state.stage is Stage.RESPONSE and script.state.allies[0] != seat:
        moves = (*moves[:-1], moves[-1], *moves[-1:] * rng.randint(0, 1))
    for move in moves:
        if script.state.open and allowed(script, seat, move):
            yield sent_by(script, seat, move)


def sent_by(script, seat, command):
    """The seat's command for the present stage."""
    return FromSeat(seat, script.state.round.number, script.state.stage, command)


def allowed(script, seat, command):
    """Whether the rules take it now."""
    try:
        return bool(decide(script.state, sent_by(script, seat, command), script.now))
    except Refused:
        return False
