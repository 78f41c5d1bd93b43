"""The numbers a scenario may set, with the defaults of the rule book (docs/explain/rules.md).

All amounts are points unless a name says otherwise; probabilities lie in 0-1.
"""

from dataclasses import dataclass

from game.core.vocabulary import Posture, PrivateType

Band = tuple[int, int]
TYPES = tuple(PrivateType)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of the game. Letters in comments are those of the one-slide model."""

    rounds: int = 6
    income: float = 10
    alliance_benefit: float = 1  # b
    plan_b_cost: float = 3  # h
    crisis_chance: float = 0.5  # q
    crisis_loss: float = 20  # L
    plan_b_saves: float = 0.8  # m
    speaking_cost: float = 1
    gift_giver: float = 1
    gift_receiver: float = 2
    ally_units: int = 2
    garrison_max: int = 2
    pool_base: int = 6
    pool_per_ally: int = 2
    escalate: Band = (5, 6)
    hold: Band = (2, 4)
    draw_down: Band = (0, 1)
    patron_income_per_ally: float = 5
    stand_value: float = 2
    stake_base: float = 10
    stake_resolve: float = 4
    stake_core: float = 4
    costs: tuple[float, ...] = (2, 4, 6, 8, 10, 12, 14, 16, 18, 20)
    war_resolve: float = 5  # r
    war_priority: float = 5  # s
    news: tuple[float, float, float] = (-2, 0, 2)
    moving_cost: float = 1
    card_bonus: float = 6  # K
    type_weights: tuple[float, ...] = (1, 1, 1, 1)
    government_changes: bool = True
    drain: float = 0  # c
    drain_hidden: bool = False
    forecast_prize: float = 10

    def band(self, posture: Posture) -> Band:
        """Units in the distant theatre that make this posture, least and most."""
        match posture:
            case Posture.ESCALATE:
                return self.escalate
            case Posture.HOLD:
                return self.hold
            case Posture.DRAW_DOWN:
                return self.draw_down

    def pool(self, allies: int) -> int:
        """The patron's units with this many ally seats open: the same every round."""
        return self.pool_base + self.pool_per_ally * allies

    def stake(self, private_type: PrivateType) -> float:
        """S: what it costs a patron of this type not to come (rules 5)."""
        return (
            self.stake_base
            + self.stake_resolve * private_type.resolve
            + self.stake_core * private_type.core
        )

    def war_value(self, private_type: PrivateType) -> float:
        """v: what the distant war is worth to a patron of this type (rules 5)."""
        return self.war_resolve * private_type.resolve - self.war_priority * private_type.core

    def defence_chance(self, private_type: PrivateType) -> float:
        """d: how often a patron of this type bears the cost and comes (ties towards coming)."""
        stake = self.stake(private_type)
        return sum(cost <= stake for cost in self.costs) / len(self.costs)

    def prior(self) -> float:
        """Chance of being defended before anything is known: d weighted by the types dealt."""
        total = sum(self.type_weights)
        return (
            sum(
                weight * self.defence_chance(dealt)
                for weight, dealt in zip(self.type_weights, TYPES, strict=True)
            )
            / total
        )

    def p_star(self) -> float:
        """The belief above which standing pays: 1 - (b + h) / (q m L)."""
        return 1 - (self.alliance_benefit + self.plan_b_cost) / (
            self.crisis_chance * self.plan_b_saves * self.crisis_loss
        )
