"""The first event of a stream."""

from dataclasses import dataclass

from game.core.nature import Nature
from game.core.treatments import Arm
from game.core.vocabulary import (
    Design,
    Distance,
    GroupId,
    ParticipantId,
    PatronKind,
    SeatId,
    SessionId,
)

By = tuple[ParticipantId, ...]


@dataclass(frozen=True, slots=True)
class SeatSetup:
    """A seat as dealt: who holds it, which country it plays, and whether a bot sits there."""

    seat: SeatId
    actor: str
    distance: Distance | None
    holders: By = ()
    bot: str | None = None


@dataclass(frozen=True, slots=True)
class GroupOpened:
    """The first event of every stream: pins rules, scenario, claims, design and Nature's draws."""

    at: int
    session: SessionId
    group: GroupId
    number: int
    rules_version: int
    scenario: str
    claims: str
    design: Design
    arm: Arm
    patron_kind: PatronKind
    cut: str
    rounds: int
    consultation: bool
    seed: str
    seats: tuple[SeatSetup, ...]
    nature: Nature
    simulated: bool = False
