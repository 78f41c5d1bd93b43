"""Where a posture comes from: what the design draws, and what the patron makes of it."""

import numpy as np
from numpy.typing import NDArray

from game.analysis.planning.assumptions import Behaviour, Setting

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


def groups_drawn(classes: int, groups: int, rng: np.random.Generator) -> Flags:
    """Classes x groups: half of a class's groups get the hawk, one fewer where they are odd."""
    ranks = rng.random((classes, groups)).argsort(axis=1).argsort(axis=1)
    return np.asarray(ranks < groups // 2, dtype=np.bool_)


def rounds_drawn(shape: tuple[int, ...], rounds: int, rng: np.random.Generator) -> Flags:
    """Shape x rounds: exactly half of a group's rounds, with eight also within each half."""
    halves = []
    for span in spans(rounds):
        ranks = rng.random((*shape, span)).argsort(axis=-1).argsort(axis=-1)
        halves.append(ranks < span // 2)
    return np.concatenate(halves, axis=-1)


def spans(rounds: int) -> tuple[int, ...]:
    """Within how many rounds the draw is balanced."""
    return (4, 4) if rounds == 8 else (rounds,)


def drawn(
    setting: Setting, classes: int, groups: int, rounds: int, rng: np.random.Generator
) -> Flags:
    """Classes x groups x rounds: what was drawn; nothing in D3."""
    shape = (classes, groups, rounds)
    if setting is Setting.D1:
        return np.broadcast_to(groups_drawn(classes, groups, rng)[:, :, None], shape)
    if setting in (Setting.D2_LOTTERY, Setting.D2_CARDS):
        return rounds_drawn((classes, groups), rounds, rng)
    return np.zeros(shape, dtype=np.bool_)


def chance_to_escalate(
    setting: Setting, drawn_now: Flags, hedged_before: Floats, traits: Behaviour
) -> Floats:
    """Classes x groups: how likely the patron escalates in this round."""
    sign = np.where(drawn_now, 1.0, -1.0)
    if setting is Setting.D1:
        return 0.5 + sign * (traits.faithful - 0.5)
    if setting is Setting.D2_LOTTERY:
        return 0.5 + sign / 2
    if setting is Setting.D2_CARDS:
        return 0.5 + sign * traits.complies / 2
    strength = traits.reacts if setting is Setting.D3_REACTS else 0.0
    return 1 / (1 + np.exp(-strength * 2 * (hedged_before - 0.5)))
