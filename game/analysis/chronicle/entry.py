"""What happened, as one or two sentences: an entry of a group's chronicle."""

from dataclasses import dataclass
from enum import StrEnum

from game.core.vocabulary import MoveSource, SeatId, Stage


class Kind(StrEnum):
    """What an entry is about. Readers choose by it."""

    NEWS = "news"
    BELIEF = "belief"
    TALK = "talk"
    PLEDGE = "pledge"
    FORCES = "forces"
    ANSWER = "answer"
    ORDERS = "orders"
    CRISIS = "crisis"
    POINTS = "points"
    SEATS = "seats"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Entry:
    """A sentence or two about one event; an event that told one seat more than others has several.

    `at` is UTC in milliseconds. `text` says what happened and `quote` follows it verbatim; `aside`
    is what no seat was told: who moved if it was not a student, what an order had been. `public`:
    the whole group could know `text`; else the seats in `known` could. `marks` are the codes of
    what was done, for a picture: a posture, an alignment, a stance, what became of a pledge.
    """

    position: int
    event: str  # its type
    at: int
    round: int
    stage: Stage | None
    kind: Kind
    seats: tuple[SeatId, ...]  # whom it concerns
    text: str
    quote: str = ""
    aside: str = ""
    public: bool = True
    known: tuple[SeatId, ...] = ()
    marks: tuple[str, ...] = ()
    source: MoveSource | None = None

    @property
    def told(self) -> str:
        """The text with its quotation: what those who knew of it could know."""
        return f"{self.text} “{self.quote}”" if self.quote else self.text

    @property
    def full(self) -> str:
        """With what no seat was told."""
        return f"{self.told} {self.aside}" if self.aside else self.told

    def known_by(self, seat: SeatId) -> bool:
        """Whether this seat could know the text when it happened."""
        return self.public or seat in self.known
