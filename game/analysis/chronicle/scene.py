"""An event between the group before it and after it, with the names that its sentences use."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.analysis.chronicle.entry import Entry, Kind
from game.analysis.wording.figures import capital
from game.core.events import Event
from game.core.state import GroupState
from game.core.vocabulary import PATRON, Move, MoveSource, SeatId

WHO_MOVED = {
    MoveSource.STUDENT: "",
    MoveSource.TIMEOUT: "Time had run out: the rules moved for it.",
    MoveSource.BOT: "A bot moved for it.",
    MoveSource.INSTRUCTOR: "The instructor moved for it.",
}


@dataclass(frozen=True, slots=True)
class Scene:
    """Where an event happened. `before` is the opening state for the first event."""

    position: int
    event: Event
    before: GroupState
    after: GroupState

    @property
    def patron(self) -> str:
        """The patron's name."""
        return self.name(PATRON)

    @property
    def theatre(self) -> str:
        """The distant theatre."""
        return self.after.scenario.theatre

    def name(self, seat: SeatId) -> str:
        """The country at the seat."""
        return self.after.scenario.actor(self.after.seats[seat].actor).name

    def names(self, seats: Sequence[SeatId]) -> list[str]:
        """The countries at these seats, as far as they are open."""
        return [self.name(seat) for seat in seats if seat in self.after.seats]

    def home(self, seat: SeatId) -> str:
        """Its theatre."""
        return self.after.scenario.actor(self.after.seats[seat].actor).home

    def done(self, seat: SeatId, move: Move) -> str:
        """The move in the scenario's own words: “opened talks with Moscow”."""
        actor = self.after.scenario.actor(self.after.seats[seat].actor)
        return next(label.done for label in actor.moves if label.move is move)

    def entry(
        self,
        kind: Kind,
        text: str,
        *seats: SeatId,
        known: Sequence[SeatId] | None = None,
        quote: str = "",
        aside: str = "",
        marks: Sequence[str] = (),
    ) -> Entry:
        """An entry about this event; public where `known` does not say who could know of it."""
        source = getattr(self.event, "source", None)
        told = (aside, WHO_MOVED[source] if source else "")
        return Entry(
            position=self.position,
            event=type(self.event).__name__,
            at=self.event.at,
            round=self.after.round.number,
            stage=self.after.stage,
            kind=kind,
            seats=seats,
            text=capital(text),
            quote=quote,
            aside=" ".join(part for part in told if part),
            public=known is None,
            known=tuple(known or ()),
            marks=tuple(marks),
            source=source,
        )
