"""What was written in a group, folded for the search: built once, and grown as its stream grows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from game.core.events import (
    CableSent,
    CommuniquePublished,
    Event,
    GroupOpened,
    OpeningUndone,
    ResponseSealed,
    SeatOpened,
    StageOpened,
)
from game.core.scenario import Scenario
from game.web.review.folding import folded

CABLE, COMMUNIQUE, REASON, NOTE = "cable", "communique", "reason", "note"
KINDS: Mapping[type, tuple[str, str]] = {  # what it is called here, and where its text is
    CableSent: (CABLE, "text"),
    CommuniquePublished: (COMMUNIQUE, "text"),
    ResponseSealed: (REASON, "reason"),
}
NEEDED = tuple(
    kind.__name__ for kind in (GroupOpened, SeatOpened, StageOpened, OpeningUndone, *KINDS)
)
Place = tuple[int, str]  # round, stage
BEFORE: Place = (0, "")


@dataclass(frozen=True, slots=True)
class Said:
    """One text. `who` and `to` are countries, or who wrote a note; `to` is empty for all."""

    group: int
    position: int
    kind: str
    who: str
    to: str
    round: int
    stage: str
    text: str
    folded: str


@dataclass(slots=True)
class Thread:
    """The texts of one group, and what one has to know to read on after the last position."""

    scenario: Scenario
    group: int
    last: int = 0
    said: list[Said] = field(default_factory=list)
    countries: dict[str, str] = field(default_factory=dict)
    places: list[Place] = field(default_factory=lambda: [BEFORE])

    def read(self, events: Iterable[tuple[int, Event]]) -> None:
        """What follows; events of other kinds do no harm."""
        for position, event in events:
            self.last = position
            match event:
                case GroupOpened(seats=seats):
                    self.countries |= {one.seat: self._name(one.actor) for one in seats}
                case SeatOpened(seat=seat, actor=actor):
                    self.countries[seat] = self._name(actor)
                case StageOpened(round=number, stage=stage):
                    self.places.append((number, stage.value))
                case OpeningUndone() if len(self.places) > 1:
                    self.places.pop()
                case CableSent() | CommuniquePublished() | ResponseSealed():
                    self._say(position, event)
                case _:
                    pass

    def _say(self, position: int, event: CableSent | CommuniquePublished | ResponseSealed) -> None:
        kind, where = KINDS[type(event)]
        text: str = getattr(event, where)
        if not text.strip():
            return
        number, stage = self.places[-1]
        who = self.countries.get(event.seat, event.seat)
        to = self.countries.get(event.to, event.to) if isinstance(event, CableSent) else ""
        self.said.append(
            Said(self.group, position, kind, who, to, number, stage, text, folded(text))
        )

    def _name(self, actor: str) -> str:
        return self.scenario.actor(actor).name
