"""The whole file, key by key, in the order authors write it."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from game.authoring.models.actors import AllyEntry, PatronEntry
from game.authoring.models.base import Line, LongLine, Name, Part, Prose
from game.authoring.models.cuts import Cuts
from game.authoring.models.debrief import Readings, Record, RevealEntry
from game.authoring.models.rules import Rules
from game.authoring.models.story import Dispatches, Sources

FileId = Annotated[
    str, Field(min_length=1, max_length=60, pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$")
]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]


class ScenarioFile(Part):
    """A scenario of Distant War. docs/author/format.md explains every key."""

    model_config = ConfigDict(title="Distant War scenario")

    schema_version: Literal[1] = Field(
        description="The version of this format, so that old files can always be read. Example: 1"
    )
    id: FileId = Field(
        description="Letters, digits and hyphens; the same as the file's name without .yaml, so "
        "that a name leads to one file. Example: the-straits",
    )
    title: Line = Field(description="What everybody reads at the top. Example: The Straits")
    status: Literal["draft", "rehearsed", "played"] = Field(
        default="draft",
        description="How well it is tried: only written, rehearsed with bots, or played in a "
        "class. Example: draft",
    )
    disguised: bool = Field(
        description="True when names are invented, so that nobody plays from memory; a disguised "
        "case needs a `reveal`. Example: true",
    )
    language: Language = Field(default="en", description="The language of the texts. Example: en")
    summary: LongLine = Field(
        description="One or two sentences for the instructor's list; students do not see them "
        "before play. Example: A great power fights far away; its allies wonder.",
    )
    authors: Annotated[list[Line], Field(min_length=1, max_length=20)] = Field(
        description="Who wrote it. Example: [A. Name]"
    )
    licence: Name = Field(description="Under which licence others may use it. Example: CC-BY-4.0")
    theatre: Name = Field(
        description="How the distant theatre is called inside a sentence. Example: the Straits"
    )
    rival: Name = Field(description="Whom an ally would make terms with. Example: Kharg")
    sources: Sources = Field(
        default_factory=list,
        description="Every fact a student can read names one of these. "
        "Example: see `id`, `citation`, `confidence`",
    )
    patron: PatronEntry = Field(
        description="The great power. Example: see `id`, `name`, `home`, `brief`, `wants`"
    )
    allies: Annotated[list[AllyEntry], Field(min_length=1, max_length=8)] = Field(
        description="The countries it has promised to defend: at least one near and one far, at "
        "most 8. Example: see `id`, `name`, `distance`, `moves`",
    )
    dispatches: Dispatches = Field(
        description="The news, one dispatch a round, in order. "
        "Example: see `id`, `dateline`, `headline`, `text`, `news`",
    )
    cuts: Cuts = Field(
        description="The lengths of play on offer; the first is the default. "
        "Example: see `id`, `title`, `minutes`",
    )
    rules: Rules = Field(
        default_factory=Rules,
        description="Numbers that differ from the rule book; most cases need none. "
        "Example: {crisis: {loss: 16}}",
    )
    teaching: Prose | None = Field(
        default=None,
        description="Notes for the instructor alone, in Markdown. Example: Ask first ...",
    )
    questions: Annotated[list[LongLine], Field(max_length=30)] = Field(
        default_factory=list,
        description="Questions for the discussion. "
        "Example: [What would you need to see to believe a promise?]",
    )
    reveal: RevealEntry | None = Field(
        default=None,
        description="The case behind the disguise. Example: see `title`, `text`, `names`",
    )
    record: Record = Field(
        default_factory=list,
        description="What really happened, actor by actor; may be empty. "
        "Example: see `actor`, `turning_point`, `code`, `text`",
    )
    readings: Readings = Field(
        default_factory=list,
        description="Readings of the record that compete. Example: see `title`, `text`",
    )
