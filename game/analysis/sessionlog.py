"""What the tables are made from: one class session's logs, with nothing that names a person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from game.analysis.chain import Head, Seal
from game.analysis.predictions import Prediction, Recognition
from game.core.events import Event, GroupOpened
from game.core.evolve import replay
from game.core.scenario import Scenario
from game.core.state import GroupState
from game.core.vocabulary import GroupId, ParticipantId, SeatId, SessionId

Placing = tuple[ParticipantId, GroupId, SeatId]
Written = tuple[str, int, str]  # an event as stored: kind, version, body


@dataclass(frozen=True, slots=True)
class GroupLog:
    """One group's stream, positions 1, 2, 3 ... in order.

    `written`: the same events as they were stored, maybe by older code; the chain is over these.
    Empty: they are written as today's code would. `seals`: of texts that came with an export.
    """

    group: GroupId
    events: tuple[Event, ...]
    written: tuple[Written, ...] = field(default=(), compare=False, repr=False)
    seals: Mapping[int, Seal] = field(default_factory=dict, compare=False, repr=False)

    @property
    def opened(self) -> GroupOpened:
        """The opening event, which pins everything."""
        first = self.events[0]
        if not isinstance(first, GroupOpened):
            raise TypeError("a group's stream begins with GroupOpened")
        return first


@dataclass(frozen=True, slots=True)
class Coding:
    """A coder's first code for one text. `blind`: the coder saw neither posture nor treatment;
    `codebook`: under which version (`reasons-1`); `settled`: what was agreed on afterwards."""

    text_id: str
    coder: str
    code: str
    coded_at: int
    blind: bool
    codebook: str = ""
    settled: str = ""


@dataclass(frozen=True, slots=True)
class SessionLog:
    """A class session as played. Times are UTC in milliseconds; `teacher` is a pseudonym.

    `consent` says of each participant whether the moves may be used for research; a participant
    who is missing from it was never asked. `first_play`: whether this is the participant's first
    session; missing when nobody knows. `placings`: whom the instructor gave which seat.
    `predictions` and `recognitions`: what was asked beside the game, each student's last answer.
    `title`: what the instructor calls the class. `secret`: of what the salts of texts are made; it
    never leaves. `absent`: streams that are not in the file from which the log was read.
    `imported`: it was played elsewhere, and who was asked there what is not known here.
    """

    session: SessionId
    teacher: str
    created_at: int
    assigned_at: int
    scenario: Scenario
    scenario_text: str
    claims_text: str
    group_size: int
    completed: bool
    simulated: bool
    groups: tuple[GroupLog, ...]
    consent: Mapping[ParticipantId, bool] = field(default_factory=dict)
    first_play: Mapping[ParticipantId, bool] = field(default_factory=dict)
    codings: tuple[Coding, ...] = ()
    deals: int = 1  # how often seats were dealt before round 1
    placings: frozenset[Placing] = frozenset()
    predictions: tuple[Prediction, ...] = ()
    recognitions: tuple[Recognition, ...] = ()
    title: str = ""
    secret: str = field(default="", compare=False, repr=False)
    absent: tuple[Head, ...] = ()
    imported: bool = field(default=False, compare=False)

    def states(self) -> tuple[GroupState, ...]:
        """Every group, folded to its end."""
        return tuple(replay(self.scenario, log.events) for log in self.groups)

    def consent_of(self, holders: Iterable[ParticipantId]) -> bool | None:
        """False if any of them refused, True if all agreed, None if somebody was not asked."""
        answers = [self.consent.get(holder) for holder in holders]
        if False in answers:
            return False
        return True if answers and all(answers) else None

    def first_play_of(self, holders: Iterable[ParticipantId]) -> bool | None:
        """False if any of them has played before, None if that is not known of somebody."""
        answers = [self.first_play.get(holder) for holder in holders]
        if False in answers:
            return False
        return True if answers and all(answers) else None
