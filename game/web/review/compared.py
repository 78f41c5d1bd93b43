"""Which two are compared, as the address says it, and the rounds of both beside one another."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from game.analysis.comparing import Cell, Fact, Side
from game.core.scenario import Scenario
from game.core.vocabulary import PATRON, Alignment, Distance, Posture, SeatId
from game.web.charts.icons import arrow
from game.web.charts.marks import mark
from game.web.wording import comparing as wording

WRITTEN = re.compile(r"g([1-9][0-9]{0,3})(?:-(P|A[1-5]))?")
RECORD = "record"
BESIDE_HISTORY = (  # the record knows no points; the rest tells what the seat answered to
    *(Fact.POSTURE, Fact.AWAY, Fact.BELIEF, Fact.STANCE, Fact.MOVE, Fact.REASON, Fact.MOVED),
)


@dataclass(frozen=True, slots=True)
class Who:
    """A group (no seat), a seat, or the record (no group)."""

    group: int = 0
    seat: str = ""

    @classmethod
    def of(cls, written: str, seat: str = "") -> "Who | None":
        """`g2`, `g2-A1` or `record`; a seat that a form sends beside the group is put to it."""
        if RECORD in (written, seat):
            return cls()
        found = WRITTEN.fullmatch(f"{written}-{seat}" if seat else written)
        return cls(int(found[1]), found[2] or "") if found else None

    @property
    def kind(self) -> str:
        """A group, a patron or an ally: only what is alike has answers that can be the same."""
        if not self.seat:
            return "group"
        return "patron" if self.seat == PATRON else "ally"

    @property
    def written(self) -> str:
        """As the address has it."""
        if not self.group:
            return RECORD
        return f"g{self.group}-{self.seat}" if self.seat else f"g{self.group}"


@dataclass(frozen=True, slots=True)
class One:
    """One of the two, with what its cells lead to."""

    who: Who
    title: str
    side: Side
    cut: str  # the length of play
    base: str = ""  # the address of its moments; empty: they have none
    distance: Distance | None = None
    arm: str = ""  # the treatment of its group

    @property
    def missing(self) -> str:
        """What is said of a round that it has not."""
        return wording.NOT_PLAYED if self.who.group else wording.NOT_ESTABLISHED


@dataclass(frozen=True, slots=True)
class Value:
    """A cell as shown."""

    text: str
    href: str
    picture: Markup


@dataclass(frozen=True, slots=True)
class Row:
    """A fact of both. `sign`: the same or different, as a sign and a word; empty: no question."""

    label: str
    left: Value | None
    right: Value | None
    sign: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """A round of both."""

    number: int
    headline: str
    rows: tuple[Row, ...]
    missing: str = ""  # said where one of the two has nothing of this round


def compared(left: One, right: One, headlines: Mapping[int, str]) -> Iterator[Compared]:
    """All rounds that at least one of them played."""
    numbers = sorted({*left.side.rounds, *right.side.rounds})
    for number in numbers:
        absent = [one for one in (left, right) if number not in one.side.rounds]
        missing = f"{absent[0].title}: {absent[0].missing}." if absent else ""
        rows = tuple(_rows(left, right, number))
        yield Compared(number, headlines.get(number, ""), rows, missing)


def _rows(left: One, right: One, number: int) -> Iterator[Row]:
    one = {cell.fact: cell for cell in left.side.rounds.get(number, ())}
    other = {cell.fact: cell for cell in right.side.rounds.get(number, ())}
    facts = tuple(Fact) if left.who.group and right.who.group else BESIDE_HISTORY
    for fact in facts:
        a, b = one.get(fact), other.get(fact)
        if a or b:
            recorded = fact is Fact.REASON and facts is BESIDE_HISTORY
            label = wording.RECORDED if recorded else wording.FACTS[fact]
            yield Row(label, _value(left, a), _value(right, b), _sign(a, b))


def _sign(one: Cell | None, other: Cell | None) -> tuple[str, str]:
    if one is None or other is None or one.same is None or other.same is None:
        return ("", "")
    return wording.SIGNS[one.same == other.same]


def _value(one: One, cell: Cell | None) -> Value | None:
    if cell is None:
        return None
    href = f"{one.base}/{cell.position}" if one.base and cell.position else ""
    if href and one.who.seat:
        href += f"/as/{SeatId(one.who.seat)}"
    return Value(cell.text, href, _picture(cell, one.distance))


def _picture(cell: Cell, distance: Distance | None) -> Markup:
    if cell.code in tuple(Posture):
        return arrow(Posture(cell.code))
    code = "inferred" if cell.inferred and cell.code == "mixed" else cell.code
    label = cell.code if cell.code in tuple(Alignment) else ""
    return mark(code, distance, label=label) if code else Markup()


def headlines(scenario: Scenario, cut: str) -> Mapping[int, str]:
    """What each round was about."""
    points = (scenario.dispatch(point) for point in scenario.cut(cut).dispatches)
    return {number: f"{one.dateline}: {one.headline}" for number, one in enumerate(points, 1)}
