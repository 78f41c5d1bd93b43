"""What the debrief shows, as values: frozen, hashable, without one word of judgement.

No inference here: no p-value, no verdict. Rates are 0-1, beliefs 0-100, forces in units.
"""

from dataclasses import dataclass

from game.analysis.predictions import NOTHING, Told
from game.core.vocabulary import (
    Alignment,
    Card,
    Design,
    Distance,
    GroupId,
    Move,
    MoveSource,
    PatronKind,
    Posture,
    SeatId,
    Stance,
)

LEAST_SEATS = 3  # with fewer, a mean betrays a neighbour to whoever knows the own number


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """One ally in one round: what it believed before and after the posture, 0-100."""

    before: int
    after: int
    distance: str  # near | far


@dataclass(frozen=True, slots=True)
class Summary:
    """Answers to one posture (None: all), in one round (None: all), near or far (None: both).

    `pairs` are sorted by their numbers, so that their order tells nothing. Means are over pairs.
    """

    posture: Posture | None
    round: int | None
    distance: Distance | None
    answers: int
    seats: int  # that gave them
    pairs: tuple[Pair, ...]
    before: float | None
    after: float | None
    reassure: int
    hedge: int
    forms: tuple[tuple[Move, int], ...]  # of hedging
    stances: tuple[tuple[Stance, int], ...]
    believers: int  # seats that gave the pairs

    @property
    def change(self) -> float | None:
        """Mean belief after minus before, in points."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before

    @property
    def discreet(self) -> bool:
        """Whether enough seats stated beliefs for them to be shown outside the console."""
        return self.believers >= LEAST_SEATS


@dataclass(frozen=True, slots=True)
class Answer:
    """What one country did in one round. `counted`: it enters the summaries."""

    seat: SeatId
    actor: str
    distance: Distance | None
    source: MoveSource
    counted: bool
    alignment: Alignment
    move: Move
    stance: Stance
    units: int
    garrison: int
    voice: bool
    attacked: bool | None
    defended: bool | None
    order: bool | None  # the standing order, opened when the game has ended


@dataclass(frozen=True, slots=True)
class GroupRound:
    """One group in one round."""

    round: int
    term: int
    posture: Posture
    theatre: int
    pool: int
    reserve: int
    card: Card
    complied: bool | None
    patron_source: MoveSource
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class SeatResult:
    """A seat's totals over the rounds reckoned; calibration (0-100) for allies only."""

    seat: SeatId
    actor: str
    kind: str
    points: float
    par: float
    against_par: float
    calibration: float | None


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows, and why some do not count. `rows` is the sum of the four others."""

    rows: int
    counted: int
    bots: int
    timeouts: int  # of students; a bot's are among the bots
    instructor: int

    def share_counted(self) -> float | None:
        """Share of rows that enter the summaries."""
        return self.counted / self.rows if self.rows else None


@dataclass(frozen=True, slots=True)
class CalibrationBin:
    """Stated beliefs from `least` to `most`: their mean, and how often the patron would come."""

    least: int
    most: int
    stated: int
    belief: float | None
    came: float | None  # share 0-1


@dataclass(frozen=True, slots=True)
class Compliance:
    """How often an order card was obeyed. `by_bot`: rounds in which a bot stood in."""

    card: Card
    rounds: int
    complied: int
    by_bot: int


@dataclass(frozen=True, slots=True)
class GroupPicture:
    """One group's play. `ended`: completed, stopped, or empty while it goes on."""

    group: GroupId
    number: int
    design: Design
    treatment: str
    patron_kind: PatronKind
    ended: str
    rounds: tuple[GroupRound, ...]
    postures: tuple[Summary, ...]
    seats: tuple[SeatResult, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class ClassPicture:
    """The whole class. `simulated`: bots are counted, and it is no evidence."""

    simulated: bool
    overall: Summary
    postures: tuple[Summary, ...]  # one per posture
    rounds: tuple[Summary, ...]  # one per round
    rounds_by_posture: tuple[Summary, ...]
    near_far: tuple[Summary, ...]  # one per posture and distance
    calibration: tuple[CalibrationBin, ...]
    compliance: tuple[Compliance, ...]
    counts: Counts
    groups: tuple[GroupPicture, ...]
    told: Told = NOTHING  # what was said beside the game
