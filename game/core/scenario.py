"""What a crisis is: actors, news, texts and numbers, as the rules and the views need them.

Authors write something friendlier; game/authoring turns that into this.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from game.core.numbers import Numbers
from game.core.vocabulary import Distance, Move, SeatId, Stage


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from and how far it can be trusted."""

    id: str
    citation: str
    confidence: str
    url: str = ""  # without a scheme


@dataclass(frozen=True, slots=True)
class MoveLabel:
    """How a scenario calls a move: on the button, and in the record ("opened talks with Kharg")."""

    move: Move
    label: str
    done: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A country. `brief` is Markdown; `home` names its theatre; the patron has no distance."""

    id: str
    name: str
    home: str
    brief: str
    wants: tuple[str, ...]
    distance: Distance | None = None
    secret: str = ""
    sources: tuple[str, ...] = ()
    moves: tuple[MoveLabel, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispatch:
    """The news that opens a round: the facts, and one sentence for each way the war may go."""

    id: str
    dateline: str
    headline: str
    text: str
    good: str
    mixed: str
    bad: str
    private: tuple[tuple[str, str], ...] = ()  # actor id, line; the same in all groups
    sources: tuple[str, ...] = ()
    question: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """A length of play: which dispatches, whether there is talk, and the seconds of each stage."""

    id: str
    title: str
    minutes: int
    dispatches: tuple[str, ...]
    consultation: bool
    seconds: tuple[tuple[Stage, int], ...]

    @property
    def rounds(self) -> int:
        """One dispatch a round."""
        return len(self.dispatches)

    def seconds_of(self, stage: Stage) -> int:
        """How long the stage may take."""
        return dict(self.seconds)[stage]


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """What an actor did at a turning point. `code`: R backing, M with reservations, H hedging."""

    actor: str
    turning_point: str
    code: str
    inferred: bool
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the record."""

    title: str
    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reveal:
    """The case behind a disguise, told at the debrief."""

    title: str
    text: str
    names: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """A case, complete. `hash` is the SHA-256 of the file it was read from."""

    id: str
    title: str
    hash: str
    summary: str
    disguised: bool
    status: str
    authors: tuple[str, ...]
    licence: str
    theatre: str
    rival: str
    patron: Actor
    allies: tuple[Actor, ...]
    dispatches: tuple[Dispatch, ...]
    cuts: tuple[Cut, ...]
    numbers: Numbers = field(default_factory=Numbers)
    sources: tuple[Source, ...] = ()
    teaching: str = ""
    questions: tuple[str, ...] = ()
    record: tuple[RecordEntry, ...] = ()
    readings: tuple[Reading, ...] = ()
    reveal: Reveal | None = None

    def actor(self, actor_id: str) -> Actor:
        """The actor of this id, patron or ally."""
        return self.by_id()[actor_id]

    def by_id(self) -> Mapping[str, Actor]:
        """All actors by id."""
        return {actor.id: actor for actor in (self.patron, *self.allies)}

    def cited(self, ids: Iterable[str]) -> tuple[Source, ...]:
        """The sources of these ids, each once."""
        known = {source.id: source for source in self.sources}
        return tuple(known[i] for i in dict.fromkeys(ids) if i in known)

    def cut(self, cut_id: str) -> Cut:
        """The cut of this id."""
        return next(cut for cut in self.cuts if cut.id == cut_id)

    def dispatch(self, dispatch_id: str) -> Dispatch:
        """The dispatch of this id."""
        return next(item for item in self.dispatches if item.id == dispatch_id)


# Seats open in this order; every group of two or more allies mixes near and far (rules 12).
SEAT_DISTANCE: Mapping[SeatId, Distance] = {
    SeatId("A1"): Distance.NEAR,
    SeatId("A2"): Distance.FAR,
    SeatId("A3"): Distance.FAR,
    SeatId("A4"): Distance.NEAR,
    SeatId("A5"): Distance.FAR,
}


def cast(scenario: Scenario, chosen: tuple[str, ...] = ()) -> dict[SeatId, Actor]:
    """Who sits where: the first near actor at A1, the first far ones at A2 and A3, and so on.

    `chosen` (actor ids) puts those first within their distance, in the order given.
    """
    rank = {actor_id: place for place, actor_id in enumerate(chosen)}
    ordered = sorted(scenario.allies, key=lambda ally: rank.get(ally.id, len(rank)))
    queues = {d: [a for a in ordered if a.distance is d] for d in Distance}
    seats: dict[SeatId, Actor] = {}
    for seat, distance in SEAT_DISTANCE.items():
        queue = queues[distance]
        if queue:
            seats[seat] = queue.pop(0)
    return seats
