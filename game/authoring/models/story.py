"""The news that opens the rounds, and the sources behind every fact."""

from typing import Annotated, Literal

from pydantic import Field

from game.authoring.models.base import Id, Line, LongLine, Part, Prose, Reference, SourceIds


class SourceEntry(Part):
    """Where a fact comes from."""

    id: Id = Field(description="A short word by which the facts name this source. Example: FR129")
    citation: LongLine = Field(
        description="The source as a footnote would cite it, complete enough to find it. "
        "Example: William Bundy to President Johnson, 16 February 1965. FRUS 1964-68, II, 129.",
    )
    confidence: Literal["document", "several", "one_source", "secondary", "memory", "invented"] = (
        Field(
            description="How far it can be trusted: a document of the time, several independent "
            "accounts, one account, a later study, somebody's memory, or invented for the game. "
            "Example: document",
        )
    )
    url: Line | None = Field(
        default=None,
        description="Where it can be read, if anywhere. "
        "Example: history.state.gov/historicaldocuments/frus1964-68v02/d129",
    )


class News(Part):
    """One sentence for each way the distant war may go this round; the draw says which."""

    good: LongLine = Field(
        description="The sentence when the war goes well. Example: The front has moved forward."
    )
    mixed: LongLine = Field(
        description="The sentence when it goes neither well nor badly. "
        "Example: The front has not moved.",
    )
    bad: LongLine = Field(
        description="The sentence when the war goes badly. Example: The front has moved back."
    )


class DispatchEntry(Part):
    """The news that opens a round."""

    id: Id = Field(
        description="A short word by which cuts and the record name this dispatch. Example: d1"
    )
    dateline: Line = Field(
        description="When, and perhaps where, as a newspaper would put it. "
        "Example: Spring, first year",
    )
    headline: Line = Field(
        description="What happened, in one line. Example: Convoys leave for the Straits"
    )
    text: Prose = Field(
        description="The facts of the round, the same for all groups. With the longest line of "
        "`news` at most 60 words, so that the round can begin within a minute. "
        "Example: Convoys leave every night. Nobody says for how long.",
    )
    news: News = Field(
        description="One sentence each for good, mixed and bad news of the war; chance picks one. "
        "Example: {good: The front has moved forward., mixed: The front has not moved., "
        "bad: The front has moved back.}",
    )
    private: dict[Reference, LongLine] = Field(
        default_factory=dict,
        description="A line of intelligence for single actors, by actor id; at most 35 words, the "
        "same in all groups, never about posture, type or chances. "
        "Example: {arven: A banker says that the gold is being moved.}",
    )
    question: LongLine | None = Field(
        default=None,
        description="A question on the wall while people decide. It should favour no answer. "
        "Example: What would you need to see to believe a promise?",
    )
    sources: SourceIds = Field(
        default_factory=list,
        description="The ids of the sources behind the facts; needed unless the case is "
        "disguised. Example: [FR129]",
    )


Dispatches = Annotated[list[DispatchEntry], Field(min_length=1, max_length=40)]
Sources = Annotated[list[SourceEntry], Field(max_length=200)]
