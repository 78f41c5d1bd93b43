"""What an address of the replay names: a session, a group, a position, through whose eyes."""

from collections import Counter
from dataclasses import dataclass, field, replace

from game.analysis.replaying import Moment, Moments, Replay
from game.analysis.replaying.moments import OPENED
from game.core.state import GroupState
from game.core.vocabulary import SeatId
from game.web.review.addresses import Addresses
from game.web.review.volumes import Volume


@dataclass(frozen=True, slots=True)
class Looking:
    """A reader at a position. `eyes` is a seat, or empty: everything is seen. `part` is the part
    of a seat's page that is open; `large`: that page as on a large screen. `noted`: how many notes
    are pinned to which position."""

    volume: Volume
    replay: Replay
    moments: Moments
    position: int
    eyes: str = ""
    part: str = ""
    large: bool = False
    noted: Counter[int] = field(default_factory=Counter)

    @property
    def group(self) -> int:
        """The number of the group."""
        return self.replay.opened.number

    @property
    def state(self) -> GroupState:
        """How the group stood."""
        return self.replay.state(self.position)

    @property
    def addresses(self) -> Addresses:
        """Of this session."""
        return Addresses(self.volume.session)

    @property
    def seats(self) -> tuple[SeatId, ...]:
        """All seats that the group ever had."""
        return tuple(self.replay.state(self.replay.last).seats)

    @property
    def open(self) -> bool:
        """Whether the seat that is looked through was there."""
        return not self.eyes or self.replay.has_seat(self.position, self.eyes)

    def name(self, seat: str) -> str:
        """What its country is called."""
        state = self.replay.state(self.replay.last)
        return state.scenario.actor(state.seats[SeatId(seat)].actor).name

    def at(self, position: int) -> str:
        """The address of another position, seen in the same way."""
        return self.through(self.eyes, position)

    @property
    def rest(self) -> str:
        """What follows the number of the position in these addresses."""
        return self.at(self.position).removeprefix(self.addresses.moment(self.group, self.position))

    def through(self, eyes: str, position: int = 0) -> str:
        """The address of this position through other eyes."""
        large = "large" if self.large and eyes else ""
        asked = {"tab": self.part if eyes else "", "screen": large}
        return self.addresses.moment(self.group, position or self.position, eyes, **asked)

    def next(self, kind: str) -> Moment | None:
        """The next moment of a kind."""
        return self.moments.after(self.position, kind)

    def before(self, kind: str) -> Moment | None:
        """The one before; within a stage, its beginning."""
        return self.moments.before(self.position, kind)

    @property
    def stages(self) -> tuple[Moment, ...]:
        """Where stages opened."""
        return self.moments.of(OPENED)

    @property
    def screen(self) -> str:
        """The address of the page that the seat had."""
        part = f"#{self.part}" if self.part else ""
        return self.addresses.screen(self.group, self.position, self.eyes) + part

    def showing(self, part: str) -> str:
        """The address of the same moment with another part of the seat's page open."""
        return replace(self, part=part).at(self.position)

    def sized(self) -> str:
        """The address of the same moment with that page on the other screen."""
        return replace(self, large=not self.large).at(self.position)
