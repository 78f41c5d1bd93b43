"""From the author's `rules:` to the core's Numbers: one line for each key of rule book 13."""

from typing import Any

from game.authoring.models.rules import Rules
from game.core.numbers import Band, Numbers


def numbers_of(rules: Rules) -> Numbers:
    """The numbers of the game; `forms` and `stages` are no numbers and go elsewhere."""
    hidden = isinstance(rules.drain, list)
    return Numbers(
        rounds=rules.rounds,
        drain=rules.drain[1] if isinstance(rules.drain, list) else rules.drain,
        drain_hidden=hidden,
        type_weights=_weights(rules),
        government_changes=rules.government.change_after != 0,
        card_bonus=rules.card.bonus,
        forecast_prize=rules.forecast.prize,
        garrison_max=rules.garrison.max,
        **_allies(rules),
        **_patron(rules),
        **_war(rules),
    )


def _weights(rules: Rules) -> tuple[float, ...]:
    return (1, 1, 1, 1) if isinstance(rules.types, str) else tuple(rules.types)


def _allies(rules: Rules) -> dict[str, Any]:
    return {
        "income": rules.ally.income,
        "alliance_benefit": rules.ally.alliance_benefit,
        "plan_b_cost": rules.ally.plan_b_cost,
        "plan_b_saves": rules.ally.plan_b_saves,
        "speaking_cost": rules.ally.speaking_cost,
        "ally_units": rules.ally.units,
        "crisis_chance": rules.crisis.chance,
        "crisis_loss": rules.crisis.loss,
        "gift_giver": rules.gift.giver,
        "gift_receiver": rules.gift.receiver,
    }


def _patron(rules: Rules) -> dict[str, Any]:
    patron = rules.patron
    return {
        "pool_base": rules.pool.base,
        "pool_per_ally": rules.pool.per_ally,
        "patron_income_per_ally": patron.income_per_ally,
        "stand_value": patron.stand_value,
        "stake_base": patron.stake.base,
        "stake_resolve": patron.stake.resolve,
        "stake_core": patron.stake.core,
        "costs": tuple(patron.cost),
    }


def _war(rules: Rules) -> dict[str, Any]:
    bad, mixed, good = rules.war.news
    return {
        "escalate": _band(rules.posture.escalate),
        "hold": _band(rules.posture.hold),
        "draw_down": _band(rules.posture.draw_down),
        "war_resolve": rules.war.resolve,
        "war_priority": rules.war.priority,
        "news": (bad, mixed, good),
        "moving_cost": rules.war.moving_cost,
    }


def _band(written: list[int]) -> Band:
    return written[0], written[1]
