"""The numbers of the patron's side: forces, postures, stakes, the war and the order cards."""

from typing import Annotated

from pydantic import Field

from game.authoring.models.base import Band, Part, Unit
from game.authoring.models.shapes import Moment
from game.core.numbers import Numbers

USUAL = Numbers()
Points = Unit("points")
Stake = Annotated[float, Field(ge=0, le=100), Points]


class PoolRules(Part):
    """The patron's units, the same in every round."""

    base: Annotated[int, Field(ge=4, le=12), Unit("units")] = Field(
        default=USUAL.pool_base, description="Units it has in any case. Example: 6"
    )
    per_ally: Annotated[int, Field(ge=1, le=3), Unit("units")] = Field(
        default=USUAL.pool_per_ally, description="Units more for each ally in the group. Example: 2"
    )


class PostureRules(Part):
    """Posture is what the units say: the least and the most in the distant theatre."""

    escalate: Band = Field(
        default=list(USUAL.escalate),
        description="Least and most units of escalation. Example: [5, 6]",
    )
    hold: Band = Field(
        default=list(USUAL.hold), description="Least and most units of holding. Example: [2, 4]"
    )
    draw_down: Band = Field(
        default=list(USUAL.draw_down),
        description="Least and most units of drawing down. Example: [0, 1]",
    )


class StakeRules(Part):
    """S: what it costs a patron not to come; it comes when the cost drawn is not above it."""

    base: Stake = Field(default=USUAL.stake_base, description="The middle. Example: 10")
    resolve: Stake = Field(
        default=USUAL.stake_resolve,
        description="Added for a resolute patron, taken off for another. Example: 4",
    )
    core: Stake = Field(
        default=USUAL.stake_core,
        description="Added when the allies' regions come first, taken off when the distant one "
        "does. As large as `resolve`, or the postures tell the answer. Example: 4",
    )


class PatronRules(Part):
    """What the patron earns and risks in a round."""

    income_per_ally: Annotated[float, Field(ge=0, le=20), Points] = Field(
        default=USUAL.patron_income_per_ally,
        description="Points a round for each ally in the group. Example: 5",
    )
    stand_value: Annotated[float, Field(ge=0, le=5), Points] = Field(
        default=USUAL.stand_value,
        description="What it is worth to the patron that an ally stands with it. Example: 2",
    )
    stake: StakeRules = Field(
        default_factory=StakeRules,
        description="What it costs the patron not to come. "
        "Example: {base: 10, resolve: 4, core: 4}",
    )
    cost: Annotated[list[Stake], Field(min_length=1, max_length=60)] = Field(
        default=list(USUAL.costs),
        description="The costs of coming that chance draws from. "
        "Example: [2, 4, 6, 8, 10, 12, 14, 16, 18, 20]",
    )


class WarRules(Part):
    """What the distant war is worth to the patron."""

    resolve: Annotated[float, Field(ge=0, le=10), Points] = Field(
        default=USUAL.war_resolve,
        description="r: how far resolve makes the war worth fighting. Example: 5",
    )
    priority: Annotated[float, Field(ge=0, le=10), Points] = Field(
        default=USUAL.war_priority,
        description="s: how far a distant priority does. As large as r, or the scenario proves "
        "one theory by itself. Example: 5",
    )
    news: Annotated[
        list[Annotated[float, Field(ge=-20, le=20)]], Field(min_length=3, max_length=3), Points
    ] = Field(
        default=list(USUAL.news),
        description="What bad, mixed and good news add to fighting; symmetric. Example: [-2, 0, 2]",
    )
    moving_cost: Annotated[float, Field(ge=0, le=3), Points] = Field(
        default=USUAL.moving_cost,
        description="What escalating and drawing down cost; without it nobody holds. Example: 1",
    )


class CardRules(Part):
    """The private order card from the patron's home front (design D2)."""

    bonus: Annotated[float, Field(ge=1, le=20), Points] = Field(
        default=USUAL.card_bonus,
        description="K: what obeying the card brings. More than twice the news, less than r + s - "
        "1, or obeying is no decision. Example: 6",
    )


class GovernmentRules(Part):
    """A new government is a new patron: its type is dealt again."""

    change_after: Moment = Field(
        default="half",
        description="half: it changes in the middle of the game, so that the postures keep "
        "telling something; 0: never. Example: half",
    )
