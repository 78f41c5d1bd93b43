"""The numbers of the allies' side: income, Plan B, crises, gifts and forecasts."""

from typing import Annotated, Literal

from pydantic import Field

from game.authoring.models.base import Part, Unit
from game.core.numbers import Numbers

USUAL = Numbers()
Points = Unit("points")
Form = Literal["build_arms", "accommodate", "seek_partner"]
FORMS: tuple[Form, ...] = ("build_arms", "accommodate", "seek_partner")


class AllyRules(Part):
    """What an ally earns and pays in a round."""

    income: Annotated[float, Field(ge=0, le=30), Points] = Field(
        default=USUAL.income, description="Points a round whatever it does. Example: 10"
    )
    alliance_benefit: Annotated[float, Field(ge=0, le=10), Points] = Field(
        default=USUAL.alliance_benefit,
        description="b: what standing with the patron brings. With h, q, m and L it sets p*, the "
        "belief above which standing pays. Example: 1",
    )
    plan_b_cost: Annotated[float, Field(ge=0.5, le=20), Points] = Field(
        default=USUAL.plan_b_cost, description="h: what any Plan B costs on average. Example: 3"
    )
    plan_b_saves: Annotated[float, Field(ge=0.3, le=1)] = Field(
        default=USUAL.plan_b_saves,
        description="m: the share of the loss that a Plan B saves, from 0.3 to 1. Example: 0.8",
    )
    forms: Annotated[list[Form], Field(min_length=1, max_length=3)] = Field(
        default=list(FORMS),
        description="Which forms of Plan B are offered; the allies' `moves` need labels for these "
        "and for stand. Example: [build_arms, accommodate, seek_partner]",
    )
    speaking_cost: Annotated[float, Field(ge=0, le=3), Points] = Field(
        default=USUAL.speaking_cost,
        description="What it costs to endorse the war or to dissociate from it, the same for "
        "both. Example: 1",
    )
    units: Annotated[int, Field(ge=0, le=3), Unit("units")] = Field(
        default=USUAL.ally_units,
        description="How many units an ally may send in a round. Example: 2",
    )


class CrisisRules(Part):
    """How often and how hard an ally is attacked."""

    chance: Annotated[float, Field(ge=0.2, le=0.5)] = Field(
        default=USUAL.crisis_chance,
        description="q: the chance of an attack in a round. At 0.5 exactly one ally of each pair "
        "is attacked. Example: 0.5",
    )
    loss: Annotated[float, Field(ge=4, le=100), Points] = Field(
        default=USUAL.crisis_loss,
        description="L: what an ally loses that stood and was left alone. Example: 20",
    )


class GiftRules(Part):
    """What you give costs you one amount and is worth another to the other side."""

    giver: Annotated[float, Field(ge=0, le=5), Points] = Field(
        default=USUAL.gift_giver, description="What a unit costs the one who sends it. Example: 1"
    )
    receiver: Annotated[float, Field(ge=0, le=5), Points] = Field(
        default=USUAL.gift_receiver,
        description="What it is worth to the other; more than it costs, or there is nothing to "
        "bargain about. Example: 2",
    )


class GarrisonRules(Part):
    """Forces of the patron in an ally's home theatre."""

    max: Annotated[int, Field(ge=0, le=3), Unit("units")] = Field(
        default=USUAL.garrison_max,
        description="The most units one ally can be given. All allies must be able to get them in "
        "every posture. Example: 2",
    )


class ForecastRules(Part):
    """One round of each ally is paid for its forecast and not for its move."""

    prize: Annotated[float, Field(ge=5, le=20), Points] = Field(
        default=USUAL.forecast_prize,
        description="What a good forecast can win; about as much as a round brings. Example: 10",
    )


class StageRules(Part):
    """Which stages a round has."""

    consultation: bool = Field(
        default=True,
        description="Whether there is talk, unless a cut says otherwise. Example: true",
    )
