"""Simulated classes, many at once: what allies believe, do and say, round by round."""

from dataclasses import dataclass

import numpy as np

from game.analysis.planning.assumptions import (
    EFFECTS,
    NEAR,
    USUAL,
    Behaviour,
    Effect,
    Setting,
    Truth,
)
from game.analysis.planning.postures import Flags, Floats, chance_to_escalate, drawn


@dataclass(frozen=True, slots=True)
class World:
    """One cell: which design, how large, and what is true in it."""

    setting: Setting
    groups: int
    allies: int
    rounds: int
    truth: Truth = Truth.NULL
    size: float = 1.0
    traits: Behaviour = USUAL


@dataclass(frozen=True, slots=True)
class Played:
    """Means over a group's allies: classes x groups x rounds."""

    drawn: Flags
    escalated: Flags
    before: Floats
    after: Floats
    hedged: Floats
    support: Floats


@dataclass(slots=True)
class _Minds:
    """What lasts from round to round; classes x groups (x allies)."""

    belief: Floats
    hedging: Floats
    support: Floats
    mood: Floats
    moved: Floats
    hedged: Floats


def play(world: World, classes: int, rng: np.random.Generator) -> Played:
    """So many classes of this world."""
    draws = drawn(world.setting, classes, world.groups, world.rounds, rng)
    minds = _minds(world, classes, rng)
    rounds = [_round(world, minds, draws[:, :, r], r, rng) for r in range(world.rounds)]
    escalated, *means = (np.stack(column, axis=-1) for column in zip(*rounds, strict=True))
    return Played(draws, escalated.astype(np.bool_), *means)


def _minds(world: World, classes: int, rng: np.random.Generator) -> _Minds:
    traits, wide = world.traits, (classes, world.groups, world.allies)

    def tastes(group_sd: float, person_sd: float) -> Floats:
        groups = rng.normal(0, group_sd, wide[:2])[:, :, None]
        return np.asarray(groups + rng.normal(0, person_sd, wide))

    classes_differ = rng.normal(0, traits.class_sd, (classes, 1, 1))
    return _Minds(
        belief=traits.belief_mean + classes_differ + tastes(traits.group_sd, traits.person_sd),
        hedging=tastes(traits.taste_sd, traits.taste_sd),
        support=tastes(traits.taste_sd, traits.taste_sd),
        mood=np.zeros(wide[:2]),
        moved=np.zeros(wide),
        hedged=np.full(wide[:2], 0.5),
    )


def _round(
    world: World, minds: _Minds, draws: Flags, number: int, rng: np.random.Generator
) -> tuple[Floats, ...]:
    traits, effect = world.traits, EFFECTS[world.truth]
    chance = chance_to_escalate(world.setting, draws, minds.hedged, traits)
    escalated = rng.random(chance.shape) < chance
    told: Floats = np.asarray(escalated[:, :, None] * world.size, dtype=np.float64)
    before = _answer(minds, traits.noise_before_sd, rng)
    shock = rng.normal(0, traits.shock_sd, minds.mood.shape)
    minds.mood = traits.carry_over * minds.mood + shock
    impact = told * np.where(NEAR[: world.allies], effect.near, effect.far)
    minds.moved = traits.carry_over * minds.moved + impact
    after = _answer(minds, traits.noise_sd, rng)
    hedged = _hedges(minds, traits, after, told * effect.hedging, rng)
    support = _backs(minds, traits, after, told * _support(effect, number), rng)
    minds.hedged = hedged.mean(axis=2)
    parts = (before, after, hedged, support)
    return (escalated, *(part.mean(axis=2) for part in parts))


def _answer(minds: _Minds, noise: float, rng: np.random.Generator) -> Floats:
    """Beliefs as they are typed: with noise, in whole points from 0 to 100."""
    inside = minds.belief + minds.mood[:, :, None] + minds.moved
    return np.clip(np.rint(inside + rng.normal(0, noise, inside.shape)), 0, 100)


def _hedges(
    minds: _Minds, traits: Behaviour, belief: Floats, told: Floats, rng: np.random.Generator
) -> Floats:
    imitated = traits.imitation * (minds.hedged[:, :, None] - 0.5)
    doubt = traits.doubt_hedges * (50 - belief) / 10
    leaning = doubt + minds.hedging + imitated + told
    return np.asarray(rng.logistic(size=leaning.shape) < leaning, dtype=np.float64)


def _backs(
    minds: _Minds, traits: Behaviour, belief: Floats, told: Floats, rng: np.random.Generator
) -> Floats:
    """Endorse +1, silent 0, dissociate -1."""
    latent = traits.trust_supports * (belief - 50) / 10 + minds.support + told
    latent = latent + rng.logistic(size=latent.shape)
    return np.asarray((latent > traits.silence) * 1.0 - (latent < -traits.silence))


def _support(effect: Effect, number: int) -> float:
    return effect.support + effect.support_later * number
