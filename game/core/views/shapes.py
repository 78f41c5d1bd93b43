"""The shapes of what a whole group may know.

Frozen, hashable, field by field; a new field is invisible until somebody fills it in a view.
"""

from dataclasses import dataclass

from game.core.scenario import Source
from game.core.vocabulary import Distance, Move, Posture, SeatId, Stage, Stance


@dataclass(frozen=True, slots=True)
class ActorView:
    """A country at the table. `bot` marks a bot ally; who plays the patron is never said."""

    seat: SeatId
    name: str
    home: str
    distance: Distance | None
    bot: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """One place on the map of forces. Counts are units.

    `start` stood there at the outset, `here` are there now; `own` are the ally's, `sent` of them
    are at the war.
    """

    seat: SeatId
    name: str
    home: str
    distance: Distance | None
    start: int
    here: int
    own: int
    sent: int
    attacked: bool


@dataclass(frozen=True, slots=True)
class Forces:
    """The map: where the patron's pool is. `round` is the round it shows, 0 the outset."""

    round: int
    theatre: str
    pool: int
    at_war: int
    places: tuple[Place, ...]  # the patron's home first, then the allies


@dataclass(frozen=True, slots=True)
class News:
    """A round's dispatch as printed. `tide` is good, mixed or bad: the news of the war."""

    dateline: str
    headline: str
    text: str
    tide: str
    tide_text: str
    sources: tuple[Source, ...]
    question: str
    new_government: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """An ally's response as revealed."""

    seat: SeatId
    name: str
    distance: Distance | None
    move: Move
    done: str
    stance: Stance
    units: int


@dataclass(frozen=True, slots=True)
class Attacked:
    """An ally attacked at home. `sent` but not `defended`: help was sent and did not arrive."""

    seat: SeatId
    name: str
    sent: bool
    defended: bool


@dataclass(frozen=True, slots=True)
class Pledge:
    """A request or pledge; `label` is empty until it has been judged."""

    made: int
    seat: SeatId
    to: SeatId
    code: str
    units: int
    round: int
    condition: str
    public: bool
    request: bool
    label: str
    at: int  # UTC in milliseconds


@dataclass(frozen=True, slots=True)
class Message:
    """A cable (with `to`) or a communiqué (without). `at` is UTC in milliseconds."""

    round: int
    seat: SeatId
    to: SeatId | None
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Division:
    """The patron's posture and division; garrisons by seat, reserve at home. Units."""

    posture: Posture
    theatre: int
    reserve: int
    garrisons: tuple[tuple[SeatId, int], ...]


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """What everybody in the group knows of a round."""

    number: int
    tide: str
    new_government: bool
    division: Division | None
    answers: tuple[Answer, ...]  # empty until revealed
    attacked: tuple[Attacked, ...] | None  # None before the crisis
    pledges: tuple[Pledge, ...]  # public ones
    communiques: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class PublicView:
    """What is known to the whole group, and may stand on the wall."""

    scenario: str
    round: int
    stage: Stage | None
    open: bool
    close_reason: str
    deadline: int | None
    left_ms: int | None  # when paused: the time that was left
    paused: bool
    over: bool
    end_reason: str
    talk: bool
    cables: bool
    patron: ActorView
    allies: tuple[ActorView, ...]
    theatre: str
    rival: str
    news: News | None
    forces: Forces
    awaited: tuple[SeatId, ...]
    decided: tuple[SeatId, ...]
    present: RoundRecord | None
    past: tuple[RoundRecord, ...]

    def name_of(self, seat: SeatId) -> str:
        """The country at this seat."""
        return next(actor.name for actor in self.table if actor.seat == seat)

    @property
    def table(self) -> tuple[ActorView, ...]:
        """Patron and allies."""
        return (self.patron, *self.allies)
