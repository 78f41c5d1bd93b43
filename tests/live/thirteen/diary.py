"""What a test's class did, by its own account: who moved for which seat, when, and by which way."""

from dataclasses import dataclass, field

from tests.live.stranger import Json

Place = tuple[int, str]  # number of the group, seat
Turn = tuple[int, int, str]  # number of the group, round, seat


@dataclass(frozen=True)
class Deed:
    """A command that was taken. `who` is empty for what the instructor entered."""

    who: str
    place: Place
    message: Json

    @property
    def turn(self) -> Turn:
        """Whose move in which round it is."""
        return self.place[0], self.message["round"], self.place[1]


@dataclass(frozen=True)
class Holding:
    """Somebody held a seat from one round to another."""

    who: str
    place: Place
    first: int
    last: int


@dataclass
class Diary:
    """Kept by the test while the class plays. `bots` and `timeouts`: turns nobody took."""

    deeds: list[Deed] = field(default_factory=list)
    holdings: list[Holding] = field(default_factory=list)
    bots: set[Turn] = field(default_factory=set)
    timeouts: set[Turn] = field(default_factory=set)
    reopened: dict[tuple[int, int], str] = field(default_factory=dict)  # by group and round
    extra: dict[Place, tuple[int, int]] = field(default_factory=dict)  # from round, percent
    placed: set[Place] = field(default_factory=set)

    def last(self, turn: Turn, *names: str) -> Deed | None:
        """The newest of such commands in this turn."""
        found = [deed for deed in self.deeds if deed.turn == turn and deed.message["name"] in names]
        return found[-1] if found else None

    def holders(self, turn: Turn) -> list[str]:
        """Who held the seat in that round."""
        group, number, seat = turn
        return [
            held.who
            for held in self.holdings
            if held.place == (group, seat) and held.first <= number <= held.last
        ]

    def first(self, place: Place) -> int:
        """The first round in which the seat was there."""
        return min(held.first for held in self.holdings if held.place == place)

    def turns(self, *, patrons: bool, rounds: int) -> set[Turn]:
        """All turns that must have a row."""
        return {
            (group, number, seat)
            for group, seat in {held.place for held in self.holdings}
            for number in range(self.first((group, seat)), rounds + 1)
            if (seat == "P") is patrons
        }

    def source(self, turn: Turn, deed: Deed | None) -> str:
        """Who made this move of the turn."""
        if deed:
            return "student" if deed.who else "instructor"
        assert (turn in self.bots) != (turn in self.timeouts), turn
        return "bot" if turn in self.bots else "timeout"

    def player(self, turn: Turn, deed: Deed | None) -> str:
        """Whose row it is."""
        if turn in self.bots:
            return ""
        return deed.who if deed and deed.who else self.holders(turn)[-1]

    def percent(self, turn: Turn) -> int:
        """The seat's extra time in that round."""
        since, percent = self.extra.get((turn[0], turn[2]), (99, 0))
        return percent if turn[1] >= since else 0
