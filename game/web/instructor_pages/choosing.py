"""Making a session: the form as typed, and the page that offers it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from game.classroom.making import NAMES_DAYS
from game.classroom.rehearsal import MIX
from game.core.treatments import DEFAULT_LEVELS, LEVELS, faults
from game.core.vocabulary import Design
from game.web.instructor_pages.frame import Chosen

RECOMMENDED = "the-straits"
MOST_EXPECTED = 1000


class Posted(Protocol):
    """A posted form, as Werkzeug gives it."""

    def get(self, key: str, default: str) -> str:
        """One value."""

    def getlist(self, key: str) -> list[str]:
        """All values."""


@dataclass(frozen=True, slots=True)
class NewForm:
    """What was typed, unchecked. `actors` are `scenario/actor`, `cuts` scenario -> cut."""

    scenario: str = RECOMMENDED
    cuts: Mapping[str, str] = field(default_factory=dict)
    design: str = Design.D2_CARDS.value
    factors: tuple[str, ...] = ()
    hold: bool = False
    group_size: str = "3"
    actors: tuple[str, ...] = ()
    timers: bool = True
    pace: str = "clock"
    title: str = ""
    students: str = ""
    names_days: str = str(NAMES_DAYS)
    all_days: str = ""
    troupe: str = MIX
    predictions: bool = True

    @property
    def cut(self) -> str:
        """The cut chosen for the scenario chosen; empty where none was."""
        return self.cuts.get(self.scenario, "")

    @property
    def cast(self) -> tuple[str, ...]:
        """The actors chosen for the scenario chosen, by id."""
        own = f"{self.scenario}/"
        return tuple(item.removeprefix(own) for item in self.actors if item.startswith(own))

    @property
    def levels(self) -> dict[str, tuple[str, ...]]:
        """The treatments of design D1 with their levels; empty in the other designs."""
        if self.design != Design.D1:
            return {}
        chosen = {name: DEFAULT_LEVELS[name] for name in self.factors if name in LEVELS}
        if self.hold and "script" in chosen:
            chosen["script"] = LEVELS["script"]
        return chosen

    @property
    def chosen(self) -> Chosen | None:
        """The design and the size of groups, or None where they cannot be read."""
        if self.design not in tuple(Design) or self.size is None:
            return None
        levels = self.levels or (
            {"script": DEFAULT_LEVELS["script"]} if self.design == Design.D1 else {}
        )
        if faults(levels):
            return None
        size = min(6, max(2, self.size))
        return Chosen(Design(self.design), size, tuple(levels.items()))

    @property
    def size(self) -> int | None:
        """The size of a group, or None where it is no number of one or two figures."""
        typed = self.group_size.strip()
        return int(typed) if typed.isdecimal() and len(typed) <= 2 else None

    @property
    def expected(self) -> int | None:
        """How many students are expected, or None where that was not said in figures."""
        typed = self.students.strip()
        if not typed.isdecimal() or len(typed) > 6:
            return None
        return min(MOST_EXPECTED, int(typed))


@dataclass(frozen=True, slots=True)
class FieldRefused:
    """Why a session was not made: the field (as in ChoiceRefused), and the sentence."""

    field: str
    sentence: str


def read_form(posted: Posted, scenarios: Sequence[str]) -> NewForm:
    """The form as posted, everything as typed; `scenarios` are the ids on offer."""
    cuts = {name: posted.get(f"cut.{name}", "") for name in scenarios}
    actors = [f"{name}/{actor}" for name in scenarios for actor in posted.getlist(f"actors.{name}")]
    return NewForm(
        scenario=posted.get("scenario", ""),
        cuts={name: cut for name, cut in cuts.items() if cut},
        design=posted.get("design", ""),
        factors=tuple(posted.getlist("factors")),
        hold=posted.get("hold", "") == "1",
        group_size=posted.get("group_size", ""),
        actors=tuple(actors),
        timers=posted.get("timers", "") == "1",
        pace=posted.get("pace", ""),
        title=posted.get("title", ""),
        students=posted.get("students", ""),
        names_days=posted.get("names_days", str(NAMES_DAYS)),
        all_days=posted.get("all_days", ""),
        troupe=posted.get("troupe", MIX),
        predictions=posted.get("predictions", "") == "1",
    )


def default_form(scenarios: Sequence[str]) -> NewForm:
    """The seminar that we recommend; another scenario where the first is not there."""
    form = NewForm()
    if RECOMMENDED in scenarios or not scenarios:
        return form
    return replace(form, scenario=scenarios[0])
