"""One group, folded once and kept at every position.

A position counts events from 1; the state at a position is the one after its event. States share
what does not change, so that keeping all of them costs little.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.core.disclosure import Versions, learn
from game.core.events import Event, GroupOpened
from game.core.evolve import evolve
from game.core.scenario import Scenario
from game.core.state import GroupState, opening_state
from game.core.views import projector_view, seat_view
from game.core.views.own import SeatView
from game.core.views.shapes import PublicView
from game.core.vocabulary import SeatId


class NoSuchPosition(LookupError):  # noqa: N818  an answer
    """The stream has no event at this position."""


@dataclass(frozen=True, slots=True)
class Step:
    """An event, and how the group stood after it. `versions` are those of the views then."""

    event: Event
    state: GroupState
    versions: Versions


@dataclass(frozen=True, slots=True)
class Replay:
    """All steps of a group. Grown by `with_more`, never changed."""

    steps: tuple[Step, ...]

    @classmethod
    def of(cls, scenario: Scenario, events: Sequence[Event]) -> "Replay":
        """The whole stream.

        Raises:
            TypeError: it does not begin with the opening of a group.
        """
        first = events[0] if events else None
        if not isinstance(first, GroupOpened):
            raise TypeError("a group's stream begins with GroupOpened")
        opening = Step(first, opening_state(scenario, first), Versions(public=1))
        return cls((opening,)).with_more(events[1:])

    def with_more(self, events: Iterable[Event]) -> "Replay":
        """With the events that follow the last one."""
        steps = list(self.steps)
        for event in events:
            before = steps[-1]
            versions = learn(before.versions, before.state, event)
            steps.append(Step(event, evolve(before.state, event), versions))
        return Replay(tuple(steps))

    @property
    def last(self) -> int:
        """The last position."""
        return len(self.steps)

    @property
    def opened(self) -> GroupOpened:
        """The first event, which pins everything."""
        first = self.steps[0].event
        if not isinstance(first, GroupOpened):
            raise TypeError("a group's stream begins with GroupOpened")
        return first

    @property
    def events(self) -> tuple[Event, ...]:
        """All events, in order."""
        return tuple(step.event for step in self.steps)

    def step(self, position: int) -> Step:
        """What happened at this position, and what it led to.

        Raises:
            NoSuchPosition: there is none.
        """
        if not 1 <= position <= self.last:
            raise NoSuchPosition(position)
        return self.steps[position - 1]

    def event(self, position: int) -> Event:
        """What happened at this position."""
        return self.step(position).event

    def state(self, position: int) -> GroupState:
        """How the group stood after it."""
        return self.step(position).state

    def has_seat(self, position: int, seat: str) -> bool:
        """Whether the seat was open then: a late joiner's opens later."""
        return seat in self.state(position).seats

    def seat_view(self, position: int, seat: SeatId) -> SeatView:
        """The view that the seat had after this event, with the version that it had then."""
        found = self.step(position)
        return seat_view(found.state, seat, found.versions.of(seat))

    def public_view(self, position: int) -> PublicView:
        """What the whole group knew."""
        return projector_view(self.state(position))
