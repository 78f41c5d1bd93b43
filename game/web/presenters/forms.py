"""Forms: a plain POST each, whose ids carry the round, so that the next round's comes back empty.

The toolchain notes say why: a push never touches the form one is typing in, and that only works
if nothing in it is called as in the round before.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from game.core.views.own import SeatView
from game.web.paths import PATHS


@dataclass(frozen=True, slots=True)
class RefusedForm:
    """A posted form that was not taken: which, why, and everything as it was typed."""

    command: str
    sentence: str
    fields: tuple[tuple[str, str], ...] = ()
    field: str = ""  # the control at fault, by its name

    def value(self, name: str) -> str:
        """What was typed into a field; empty if nothing."""
        return dict(self.fields).get(name, "")

    @property
    def texts(self) -> tuple[str, ...]:
        """What was written in words: it must not be lost."""
        return tuple(value for name, value in self.fields if name in ("text", "reason") and value)


@dataclass(frozen=True, slots=True)
class Posting:
    """What a page adds to the forms of a view. A push adds nothing."""

    nonce: str = ""  # seeds the command ids: a double tap sends the same id twice
    refused: RefusedForm | None = None
    who: str = ""  # whose page it is
    to: str = PATHS.play  # a command is posted to this address and its name


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a screen."""

    command: str
    name: str  # ends in the round, and begins every id inside
    round: int
    stage: str
    key: str
    who: str = ""
    to: str = PATHS.play
    sentence: str = ""  # why it was refused
    at: str = ""  # the control the sentence stands above; empty: above them all
    typed: Mapping[str, str] = field(default_factory=dict)

    def id(self, part: str) -> str:
        """The id of a control."""
        return f"{self.name}-{part.replace('.', '-')}"

    def value(self, name: str, default: object = "") -> str:
        """What was typed before it was refused, else the default."""
        return self.typed.get(name, "") if self.typed else str(default)

    def has(self, name: str, value: str, default: bool = False) -> bool:
        """Whether a radio or a checkbox is set."""
        return self.typed.get(name) == value if self.typed else default

    def wrong(self, name: str) -> str:
        """What was wrong with this field, to stand above it."""
        return self.sentence if self.sentence and self.at == name else ""


def form(
    view: SeatView,
    posting: Posting,
    command: str,
    name: str,
    *,
    to: str = "",
    shows: tuple[str, ...] = (),
) -> Form:
    """The form of a command in the present round. `shows`: the controls that can say what is
    wrong above themselves."""
    stage, refused = view.public.stage, posting.refused
    full = f"{name}-r{view.public.round}"
    mine = refused is not None and refused.command == command and refused.value("to") in ("", to)
    plain = Form(
        command=command,
        name=full,
        round=view.public.round,
        stage=stage.value if stage else "",
        key=f"{posting.nonce}-{full}" if posting.nonce else "",
        who=posting.who,
        to=posting.to,
    )
    return _with(plain, refused, shows) if refused and mine else plain


def _with(plain: Form, refused: RefusedForm, shows: tuple[str, ...]) -> Form:
    return replace(
        plain,
        sentence=refused.sentence,
        at=refused.field if refused.field in shows else "",
        typed=dict(refused.fields),
    )
