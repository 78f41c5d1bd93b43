"""The countries: the patron, its allies, and how an ally's moves are called."""

from typing import Annotated, Literal

from pydantic import Field

from game.authoring.models.base import Id, Line, LongLine, Name, Part, Prose, SourceIds


class MoveLabels(Part):
    """How one move is called."""

    label: Line = Field(
        description="What the button says: neutral words of at most 40 characters, so that they "
        "fit a phone and do not give the answer away. Example: Make terms with Kharg",
    )
    done: Line = Field(
        description="What the record says afterwards, behind the ally's name. "
        "Example: made terms with Kharg",
    )


class Moves(Part):
    """The labels of an ally's moves; each form of Plan B that is offered needs one."""

    stand: MoveLabels = Field(
        description="Standing with the patron. Example: {label: Stand with Meridia, "
        "done: stood with Meridia}",
    )
    build_arms: MoveLabels | None = Field(
        default=None,
        description="Plan B that costs the same in every round and protects most of what is at "
        "stake. Example: {label: Build up our own arms, done: built up its own arms}",
    )
    accommodate: MoveLabels | None = Field(
        default=None,
        description="Plan B that is paid only under attack: terms with the rival. "
        "Example: {label: Make terms with Kharg, done: made terms with Kharg}",
    )
    seek_partner: MoveLabels | None = Field(
        default=None,
        description="Plan B that saves all or nothing: another protector. "
        "Example: {label: Look to the Northern Pact, done: looked to the Northern Pact}",
    )


class PatronEntry(Part):
    """The great power that fights far away and has promised to defend its allies."""

    id: Id = Field(
        description="A short word for this actor, used in this file alone. Example: meridia"
    )
    name: Name = Field(description="The name everybody reads. Example: Meridia")
    home: Name = Field(
        description="The name of its home on the map, so that the screen can say where forces "
        "are. Example: Meridia",
    )
    brief: Prose = Field(
        description="The role card, in Markdown: who you are and what troubles you. With `wants` "
        "at most 180 words, which a student reads in a minute. Example: You speak for "
        "**Meridia**, which is fighting in the Straits.",
    )
    wants: Annotated[list[Line], Field(min_length=1, max_length=6)] = Field(
        description="What it wants, one short line each: the card ends with them. "
        "Example: [To be believed., To keep the army whole.]",
    )
    secret: LongLine | None = Field(
        default=None,
        description="One line that only this actor knows, for colour. Never about the posture, "
        "the type or any chance. Example: Your navy minister means to resign in the spring.",
    )
    sources: SourceIds = Field(
        default_factory=list,
        description="The ids of the sources behind the brief, so that a fact can be looked up. "
        "Example: [FR129]",
    )


class AllyEntry(PatronEntry):
    """A country the patron has promised to defend."""

    distance: Literal["near", "far"] = Field(
        description="Where it lies as seen from the distant theatre. A label and a place on the "
        "map: it enters no formula. At least one ally is near and one far. Example: near",
    )
    moves: Moves = Field(
        description="How its moves are called: the same four moves everywhere, in the words of "
        "this case. Example: see `stand`, `build_arms`, `accommodate`, `seek_partner`",
    )
