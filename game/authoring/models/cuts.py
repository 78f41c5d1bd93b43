"""Lengths of play: which dispatches, with or without talk, and the seconds of each stage."""

from typing import Annotated

from pydantic import Field

from game.authoring.models.base import Id, Line, Part, Reference, Unit

MOST_SECONDS = 1800  # half an hour
Seconds = Annotated[int, Field(ge=5, le=MOST_SECONDS), Unit("seconds")]


class StageSeconds(Part):
    """How long each stage may take; a stage closes early when everybody has acted."""

    dispatch: Seconds = Field(
        default=45, description="Reading the news and stating a belief. Example: 45"
    )
    consultation: Seconds = Field(
        default=110, description="Cables, requests and pledges; unused without talk. Example: 110"
    )
    commitment: Seconds = Field(
        default=40, description="The patron divides its forces. Example: 40"
    )
    response: Seconds = Field(
        default=85, description="The allies answer; the patron seals its orders. Example: 85"
    )
    crisis: Seconds = Field(default=15, description="Who is attacked, who is defended. Example: 15")
    reckoning: Annotated[int, Field(ge=10, le=MOST_SECONDS), Unit("seconds")] = Field(
        default=35, description="Everybody reads the outcome; at least 10. Example: 35"
    )


class CutEntry(Part):
    """One length of play; the first cut of the file is the one offered first."""

    id: Id = Field(description="A short word for this length. Example: full")
    title: Line = Field(
        description="What the instructor reads when choosing. Example: About 35 minutes"
    )
    minutes: Annotated[int, Field(ge=5, le=240), Unit("minutes")] = Field(
        description="How long it takes in all, two minutes for the role cards included, so that "
        "the instructor can plan the hour. Example: 35",
    )
    consultation: bool | None = Field(
        default=None,
        description="Whether there is a stage of talk between patron and allies. Without this "
        "key as `rules.stages.consultation` says. Example: true",
    )
    dispatches: Annotated[list[Reference], Field(min_length=1, max_length=12)] | None = Field(
        default=None,
        description="The ids of the dispatches played, in order: 4, 6 or 8, one a round. Without "
        "this key the first `rules.rounds` of the file. Example: [d1, d2, d4, d6]",
    )
    seconds: StageSeconds = Field(
        default_factory=StageSeconds,
        description="The seconds of each stage; what is left out takes its default. "
        "Example: {dispatch: 30, response: 80}",
    )


Cuts = Annotated[list[CutEntry], Field(min_length=1, max_length=8)]
