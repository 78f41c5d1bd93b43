"""The shipped table of what a class could find. Read by the web: no numpy here."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib.resources import files
from io import StringIO
from math import inf, isinf

NAME = "rates.csv"
COUNTS = ("groups", "allies", "rounds", "reps")
TEXTS = ("setting", "claim")
Key = tuple[str, int, int, int, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One claim in classes of one kind; `allies` are those of each group."""

    setting: str
    groups: int
    allies: int
    rounds: int
    claim: str
    power_hrt: float  # two-sided .05, before Holm, at the medium effect
    power_authors: float
    effect: float  # what a medium effect comes to in this design, in the claim's unit
    width: float  # median of the 95 per cent interval, in the claim's unit
    findable: float  # the change that is found in 8 of 10 classes; infinite: none of those tried
    type_1: float
    too_little: float  # share of classes with not enough data
    reps: int

    @property
    def key(self) -> Key:
        """What it is looked up by."""
        return self.setting, self.groups, self.allies, self.rounds, self.claim

    @property
    def power(self) -> float:
        """Whichever of the theories is right."""
        return (self.power_hrt + self.power_authors) / 2


def written(rows: Iterable[Row]) -> str:
    """The file; an infinite number is left empty."""
    said = [{name: _said(value) for name, value in asdict(row).items()} for row in rows]
    out = StringIO()
    writer = csv.DictWriter(out, list(said[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(said)
    return out.getvalue()


def _said(value: object) -> str:
    if isinstance(value, float):
        return "" if isinf(value) else f"{value:.3f}".rstrip("0").rstrip(".")
    return str(value)


def parsed(text: str) -> dict[Key, Row]:
    """The rows of a file, by their keys."""
    rows = [_row(line) for line in csv.DictReader(StringIO(text))]
    return {row.key: row for row in rows}


def _row(line: Mapping[str, str]) -> Row:
    counts = {name: int(line[name]) for name in COUNTS}
    texts = {name: line[name] for name in TEXTS}
    numbers = {
        name: float(said) if said else inf
        for name, said in line.items()
        if name not in counts and name not in texts
    }
    return Row(**counts, **texts, **numbers)  # type: ignore[arg-type]


@lru_cache(maxsize=1)
def shipped() -> Mapping[Key, Row]:
    """The table that comes with the program."""
    return parsed(files(__package__).joinpath(NAME).read_text(encoding="utf-8"))
