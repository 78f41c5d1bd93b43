"""What a codebook says of a column, and whether a cell keeps to it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

Cell = str | int | float | None
Row = Mapping[str, Cell]

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z")
DATE = re.compile(r"\d{4}-\d\d-\d\d")
EMPTY, NEVER = "empty", "never missing"
PERCENT = "per cent"
ANY = {  # what may stand in a column without a list and without bounds
    "text": "any text",
    "list": "items joined by ;",
    "int": "any whole number",
    "float": "any number",
    "time": "YYYY-MM-DDThh:mm:ss.mmmZ",
    "date": "YYYY-MM-DD",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of one file. `kind`: text, code, list, int, float, bool, time or date.

    `values` lists what a code may be; `least` and `most` bound a number, where bounds are known.
    """

    name: str
    kind: str
    meaning: str
    unit: str = ""
    values: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    missing: str = EMPTY

    def admits(self, cell: Cell) -> bool:
        """Whether the cell is what this column promises."""
        if cell is None:
            return self.missing is not NEVER
        match self.kind:
            case "bool":
                return cell in (0, 1)
            case "int":
                return isinstance(cell, int) and self._within(cell)
            case "float":
                return isinstance(cell, int | float) and self._within(cell)
            case "code":
                return cell in self.values
            case "time":
                return isinstance(cell, str) and TIME.fullmatch(cell) is not None
            case "date":
                return isinstance(cell, str) and DATE.fullmatch(cell) is not None
            case _:
                return isinstance(cell, str)

    def _within(self, number: float) -> bool:
        above = self.least is None or number >= self.least
        return above and (self.most is None or number <= self.most)

    @property
    def allowed(self) -> str:
        """Allowed values, for a reader."""
        if self.kind == "bool":
            return "0, 1"
        if self.values:
            return ", ".join(self.values)
        if self.least is None and self.most is None:
            return ANY[self.kind]
        least = "" if self.least is None else f"{self.least:g}"
        most = "" if self.most is None else f"{self.most:g}"
        return f"{least}-{most}" if most else f"{least} and above"


def words(kind: type[Enum]) -> tuple[str, ...]:
    """The values of an enumeration."""
    return tuple(str(member.value) for member in kind)


# Columns that stand in several files, said once.
SESSION = Column("session", "text", "Class session; the stratum for pooling.", missing=NEVER)
GROUP = Column(
    "group",
    "text",
    "One patron with its allies: the independent unit. Unique over sessions.",
    missing=NEVER,
)
ROUND = Column("round", "int", "Round of the game.", least=1, most=8, missing=NEVER)
HOLDERS = Column(
    "holders",
    "text",
    "Pseudonyms of all who held the seat in that round until its responses were revealed, joined "
    "by +: a mirror pair, or one who left and one who came. Empty if a bot alone held it. Who only "
    "looked on is in no row.",
)
FIRST_PLAY = Column(
    "first_play",
    "bool",
    "Whether this is the player's first session of the game. Empty when not known.",
)
SIMULATED = Column(
    "simulated", "bool", "1 = a rehearsal played by bots: no evidence.", missing=NEVER
)
CONSENT = Column(
    "consent",
    "bool",
    "Whether all holders of this row agreed to research use, whoever entered the move. 0 = one of "
    "them did not tick the box; "
    "empty = not everybody was asked (bots, rehearsals). Rows with 0 are not in research exports.",
)
REOPENED = Column(
    "reopened",
    "list",
    "Stages of this round that the instructor had closed by mistake and opened again, joined by "
    "semicolons. What the rules had played is gone; the row holds what counted.",
)
EXTRA_TIME = Column(
    "extra_time",
    "int",
    "Percent by which the seat's own time was longer than the stage's. Empty in research exports.",
    unit=PERCENT,
    least=0,
)
PLACED = Column(
    "placed",
    "bool",
    "1 = one of the holders was put there by the instructor, and not by the draw. Leave such rows "
    "out where random seating is needed.",
    missing=NEVER,
)
BY_HAND = (REOPENED, EXTRA_TIME, PLACED)
