"""`rules:` and the core's numbers: the same defaults, every key of rule book 13, its limits."""

from dataclasses import fields

import pytest

from game.authoring.models.rules import Rules
from game.authoring.numbers import numbers_of
from game.core.numbers import Numbers
from tests.authoring.samples import sentences, with_rules

EVERYTHING = """
  stages: {consultation: true}
  ally:
    income: 9
    alliance_benefit: 2
    plan_b_cost: 2
    plan_b_saves: 0.5
    forms: [build_arms]
    speaking_cost: 2
    units: 1
  crisis: {chance: 0.4, loss: 30}
  gift: {giver: 2, receiver: 3}
  garrison: {max: 1}
  pool: {base: 7, per_ally: 3}
  posture: {escalate: [6, 7], hold: [3, 5], draw_down: [1, 2]}
  patron:
    income_per_ally: 6
    stand_value: 1
    stake: {base: 11, resolve: 5, core: 3}
    cost: [1, 10, 20]
  war: {resolve: 6, priority: 4, news: [-1, 0, 1], moving_cost: 2}
  card: {bonus: 5}
  types: [1, 2, 3, 4]
  government: {change_after: 0}
  drain: [0, 0.3]
  forecast: {prize: 12}
"""


def test_defaults_are_those_of_the_rule_book():
    """An empty `rules:` is the rule book."""
    assert numbers_of(Rules()) == Numbers()


def test_every_number_can_be_set():
    """Each key of section 13 reaches its number: none keeps its default."""
    numbers = with_rules(EVERYTHING).scenario.numbers

    usual = Numbers()
    kept = [f.name for f in fields(Numbers) if getattr(numbers, f.name) == getattr(usual, f.name)]
    assert kept == []
    assert numbers.costs == (1, 10, 20)
    assert numbers.type_weights == (1, 2, 3, 4)
    assert (numbers.drain, numbers.drain_hidden) == (0.3, True)
    assert numbers.escalate == (6, 7)


@pytest.mark.parametrize(
    ("written", "changes"),
    [("half", True), ("2", True), ("0", False)],
)
def test_the_change_of_government(written, changes):
    """In the middle, by word or number, or never."""
    numbers = with_rules(f"  government: {{change_after: {written}}}").scenario.numbers

    assert numbers.government_changes is changes


@pytest.mark.parametrize(
    ("key", "least", "most"),
    [
        ("ally: {income: @}", 0, 30),
        ("ally: {alliance_benefit: @}", 0, 10),
        ("ally: {plan_b_cost: @}", 0.5, 20),
        ("ally: {plan_b_saves: @}", 0.3, 1),
        ("ally: {speaking_cost: @}", 0, 3),
        ("ally: {units: @}", 0, 3),
        ("crisis: {chance: @}", 0.2, 0.5),
        ("crisis: {loss: @}", 4, 100),
        ("gift: {giver: @}", 0, 5),
        ("gift: {receiver: @}", 0, 5),
        ("garrison: {max: @}", 0, 3),
        ("pool: {base: @}", 4, 12),
        ("pool: {per_ally: @}", 1, 3),
        ("patron: {income_per_ally: @}", 0, 20),
        ("patron: {stand_value: @}", 0, 5),
        ("war: {resolve: @}", 0, 10),
        ("war: {priority: @}", 0, 10),
        ("war: {moving_cost: @}", 0, 3),
        ("card: {bonus: @}", 1, 20),
        ("drain: @", 0, 0.5),
        ("forecast: {prize: @}", 5, 20),
    ],
)
def test_numbers_stay_in_their_range(key, least, most):
    """The range column of section 13: both ends are allowed, nothing beyond them."""
    for inside in (least, most):
        assert with_rules("  " + key.replace("@", str(inside))).scenario is not None
    for outside in (least - 1, most + 1):
        assert with_rules("  " + key.replace("@", str(outside))).scenario is None


@pytest.mark.parametrize(
    ("rules", "fair"),
    [
        ("  crisis: {loss: 15.5}\n  patron: {stake: {base: 8}}", True),  # p* .355, prior .40
        ("  crisis: {loss: 15}\n  patron: {stake: {base: 8}}", False),  # p* .333
        ("  crisis: {loss: 15.5}", False),  # prior .50
        ("  crisis: {loss: 25}\n  patron: {stake: {base: 12}}", True),  # p* .60, prior .60
        ("  crisis: {loss: 25}", True),  # p* .60, prior .50: just .10 apart
        ("  crisis: {loss: 25.5}", False),
        ("  card: {bonus: 4.5}", True),
        ("  card: {bonus: 4}", False),
        ("  war: {news: [-2.9, 0, 2.9]}", True),
        ("  war: {news: [-3, 0, 3]}", False),
        ("  posture: {escalate: [5, 6]}\n  pool: {base: 6}", True),
        ("  posture: {escalate: [5, 7]}\n  pool: {base: 6}", False),
        ("  garrison: {max: 3}\n  pool: {per_ally: 3}", True),
        ("  garrison: {max: 3}\n  pool: {base: 8}", True),
        ("  garrison: {max: 3}\n  pool: {base: 6}", False),
        ("  types: [1, 1, 1, 0.1]\n  patron: {stake: {base: 8}}", True),
        ("  types: [1, 1, 1, 0]", False),
    ],
)
def test_the_borders_of_the_neutrality_rules(rules, fair):
    """N1, N3, N4 and the order cards, on both sides of each border."""
    read = with_rules(rules)

    assert read.scenario is not None
    assert read.playable is fair, sentences(read)
