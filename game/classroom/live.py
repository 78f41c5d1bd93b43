"""A session and its groups in memory: the folds of their streams, kept current.

The log is the truth; these are caches that any process can rebuild at any time.
"""

import threading
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import get_args

from game.classroom.session import events as session_events
from game.classroom.session.events import SessionEvent
from game.classroom.session.state import SessionState
from game.classroom.session.state import evolve as evolve_session
from game.core.disclosure import Versions, learn
from game.core.events import Event, GroupOpened
from game.core.evolve import evolve
from game.core.scenario import Scenario
from game.core.state import GroupState, opening_state
from game.core.vocabulary import GroupId, ParticipantId, SeatId, SessionId
from game.log.codec import Codec
from game.log.store import Row
from game.log.streams import GROUP_CODEC

SESSION_CODEC = Codec(
    get_args(session_events.SessionEvent),
    versions={"SessionCreated": 2},
    upcasters={("SessionCreated", 1): lambda body: {**body, "predictions": True}},
)


def stream_of(session: SessionId) -> str:
    """The name of a session's own stream; a group's stream is the group's id."""
    return f"{session}-session"


@dataclass(slots=True)
class LiveGroup:
    """One group's stream, folded. Change it only while holding `lock`."""

    scenario: Scenario
    group: GroupId
    state: GroupState
    versions: Versions = field(default_factory=lambda: Versions(public=1))
    position: int = 1
    last_at: int = 0  # when its newest event happened
    seen: set[str] = field(default_factory=set)
    lock: threading.RLock = field(default_factory=threading.RLock)

    @property
    def countries(self) -> dict[str, str]:
        """What each seat's country is called."""
        return {seat: self.scenario.actor(h.actor).name for seat, h in self.state.seats.items()}

    @classmethod
    def opened(cls, scenario: Scenario, event: GroupOpened) -> "LiveGroup":
        """A group that has just been dealt."""
        return cls(scenario, event.group, opening_state(scenario, event), last_at=event.at)

    @classmethod
    def from_rows(cls, scenario: Scenario, rows: Sequence[Row]) -> "LiveGroup":
        """A group read from its stream."""
        first = GROUP_CODEC.decode(rows[0].kind, rows[0].version, rows[0].body)
        if not isinstance(first, GroupOpened):
            raise TypeError("a group's stream begins with GroupOpened")
        live = cls.opened(scenario, first)
        live.catch_up(rows[1:])
        return live

    def catch_up(self, rows: Iterable[Row]) -> None:
        """Fold rows that are already in the log."""
        for row in rows:
            event = GROUP_CODEC.decode(row.kind, row.version, row.body)
            self._fold(event)  # type: ignore[arg-type]
            if row.command_id:
                self.seen.add(row.command_id)

    def absorb(self, events: Iterable[Event], command_id: str | None) -> None:
        """Fold events that have just been committed."""
        for event in events:
            self._fold(event)
        if command_id:
            self.seen.add(command_id)

    def _fold(self, event: Event) -> None:
        self.versions = learn(self.versions, self.state, event)
        self.state = evolve(self.state, event)
        self.position += 1
        self.last_at = event.at

    def rows(self, events: Iterable[Event], command_id: str | None) -> tuple[Row, ...]:
        """The events as rows that follow the present position."""
        return tuple(
            _row(GROUP_CODEC, self.group, self.position + step, event, command_id)
            for step, event in enumerate(events, start=1)
        )


@dataclass(slots=True)
class LiveSession:
    """A session's own stream, folded, with its groups. Change it only while holding `lock`."""

    state: SessionState
    scenario: Scenario
    position: int = 1
    groups: list[LiveGroup] = field(default_factory=list)
    seats: dict[ParticipantId, tuple[int, SeatId]] = field(default_factory=dict)
    lock: threading.RLock = field(default_factory=threading.RLock)
    # A student's moves wait for each other first: a flood of them takes no turn from the group.
    turns: defaultdict[ParticipantId, threading.RLock] = field(
        default_factory=lambda: defaultdict(threading.RLock)
    )

    @property
    def id(self) -> SessionId:
        """The session's id."""
        return self.state.created.session

    def absorb(self, events: Iterable[SessionEvent]) -> None:
        """Fold events that have just been committed."""
        for event in events:
            self.state = evolve_session(self.state, event)
            self.position += 1

    def rows(self, events: Iterable[SessionEvent]) -> tuple[Row, ...]:
        """The events as rows that follow the present position."""
        stream = stream_of(self.id)
        return tuple(
            _row(SESSION_CODEC, stream, self.position + step, event, None)
            for step, event in enumerate(events, start=1)
        )

    def index_seats(self) -> None:
        """Find every participant's seat again."""
        self.seats = {
            holder: (index, seat)
            for index, group in enumerate(self.groups)
            for seat, held in group.state.seats.items()
            for holder in held.holders
        }


def first_rows(events: Iterable[GroupOpened]) -> tuple[Row, ...]:
    """The opening rows of new groups."""
    return tuple(_row(GROUP_CODEC, event.group, 1, event, None) for event in events)


def first_row(event: session_events.SessionCreated) -> Row:
    """The opening row of a new session."""
    return _row(SESSION_CODEC, stream_of(event.session), 1, event, None)


def _row(
    codec: Codec,
    stream: str,
    position: int,
    event: Event | SessionEvent,
    command_id: str | None,
) -> Row:
    kind, version, body = codec.encode(event)
    return Row(stream, position, kind, version, event.at, command_id, body)
