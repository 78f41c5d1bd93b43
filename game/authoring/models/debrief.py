"""What the debrief is made of: the case behind the disguise, the record and its readings."""

from typing import Annotated, Literal

from pydantic import Field

from game.authoring.models.base import Line, LongLine, Part, Prose, Reference, SourceIds


class RevealEntry(Part):
    """The case behind a disguise, told after play."""

    title: Line = Field(description="What it was, in one line. Example: The Straits were Vietnam")
    text: Prose = Field(
        description="What really happened, in Markdown, about 150 words. "
        "Example: In 1965 the United States ...",
    )
    names: dict[Line, Line] = Field(
        default_factory=dict,
        description="Invented names and the real ones, shown side by side. "
        "Example: {Meridia: the United States}",
    )
    sources: SourceIds = Field(
        default_factory=list, description="The ids of the sources behind it. Example: [FR129]"
    )


class RecordLine(Part):
    """What an actor really did at a turning point."""

    actor: Reference = Field(description="The id of the actor in this file. Example: belmar")
    turning_point: Reference = Field(
        description="The id of the dispatch that it answers, so that students can compare their "
        "own round with it. Example: d2",
    )
    code: Literal["R", "M", "H"] = Field(
        description="R: backed the patron; M: with reservations; H: looked for a Plan B. "
        "Example: M",
    )
    text: LongLine = Field(
        description="What it did, in a sentence. Example: Bonn sent a hospital ship, no soldiers."
    )
    sources: SourceIds = Field(
        default_factory=list, description="The ids of the sources. Example: [FR129]"
    )
    inferred: bool = Field(
        default=False,
        description="True when the code is concluded from other facts and no source says it, so "
        "that readers can weigh it. Example: false",
    )


class ReadingEntry(Part):
    """One way to read the record; two that disagree make the better debrief."""

    title: Line = Field(
        description="The reading in a few words. Example: Loyal in words, careful in deeds"
    )
    text: Prose = Field(
        description="The argument, in Markdown. Example: Every ally praised the war, and ..."
    )
    sources: SourceIds = Field(
        default_factory=list, description="The ids of the sources. Example: [FR129]"
    )


Record = Annotated[list[RecordLine], Field(max_length=200)]
Readings = Annotated[list[ReadingEntry], Field(max_length=12)]
