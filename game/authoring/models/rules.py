"""The numbers a scenario may set: rule book section 13, its dotted keys nested."""

from typing import Annotated

from pydantic import Field

from game.authoring.models.base import Part
from game.authoring.models.rules_allies import (
    AllyRules,
    CrisisRules,
    ForecastRules,
    GarrisonRules,
    GiftRules,
    StageRules,
)
from game.authoring.models.rules_patron import (
    CardRules,
    GovernmentRules,
    PatronRules,
    PoolRules,
    PostureRules,
    WarRules,
)
from game.authoring.models.shapes import Drain, Rounds, Types
from game.core.numbers import Numbers

USUAL = Numbers()


class Rules(Part):
    """Everything has a default; write only what differs."""

    rounds: Rounds = Field(
        default=6,
        description="Rounds when a cut names no dispatches of its own. Even, so that a change of "
        "government falls in the middle. Example: 6",
    )
    stages: StageRules = Field(
        default_factory=StageRules,
        description="Which stages there are. Example: {consultation: true}",
    )
    ally: AllyRules = Field(
        default_factory=AllyRules, description="What allies earn and pay. Example: {income: 10}"
    )
    crisis: CrisisRules = Field(
        default_factory=CrisisRules,
        description="How often and how hard an ally is attacked. Example: {chance: 0.5, loss: 20}",
    )
    gift: GiftRules = Field(
        default_factory=GiftRules,
        description="What a gift costs and brings. Example: {giver: 1, receiver: 2}",
    )
    garrison: GarrisonRules = Field(
        default_factory=GarrisonRules, description="Forces in an ally's home. Example: {max: 2}"
    )
    pool: PoolRules = Field(
        default_factory=PoolRules,
        description="The patron's forces. Example: {base: 6, per_ally: 2}",
    )
    posture: PostureRules = Field(
        default_factory=PostureRules,
        description="How many units in the distant theatre make which posture. "
        "Example: {escalate: [5, 6], hold: [2, 4], draw_down: [0, 1]}",
    )
    patron: PatronRules = Field(
        default_factory=PatronRules,
        description="What the patron earns and risks. Example: {stand_value: 2}",
    )
    war: WarRules = Field(
        default_factory=WarRules,
        description="What the distant war is worth. Example: {resolve: 5, priority: 5}",
    )
    card: CardRules = Field(
        default_factory=CardRules, description="The order card of design D2. Example: {bonus: 6}"
    )
    types: Types = Field(
        default="equal",
        description="How often each type of patron is dealt: equal, or four weights in the order "
        "high_core, high_periphery, low_core, low_periphery. Example: equal",
    )
    government: GovernmentRules = Field(
        default_factory=GovernmentRules,
        description="Whether a new government takes office half-way. Example: {change_after: half}",
    )
    drain: Drain = Field(
        default=USUAL.drain,
        description="Share of defences that fail when all forces are away. 0 keeps the baseline "
        "level; [0, 0.4] draws one of the two and tells nobody. Example: 0",
    )
    forecast: ForecastRules = Field(
        default_factory=ForecastRules,
        description="The prize for a good forecast. Example: {prize: 10}",
    )


RulesPart = Annotated[Rules, Field()]
