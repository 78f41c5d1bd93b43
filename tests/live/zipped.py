"""The export as a stranger has it: tables of words, and the names in scenario.yaml."""

import csv
import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from ruamel.yaml import YAML

from tests.live.stranger import Json

Row = dict[str, str]
POSTURES = {"escalate": "Escalates", "hold": "Holds", "draw_down": "Draws down"}


@dataclass(frozen=True)
class Zipped:
    """What recounting needs of a zip."""

    allies: list[Row]
    patrons: list[Row]
    seats: list[Row]
    session: Row
    scenario: Json
    data: bytes

    @property
    def names(self) -> dict[str, str]:
        """Countries by id."""
        actors = (self.scenario["patron"], *self.scenario["allies"])
        return {actor["id"]: actor["name"] for actor in actors}

    @property
    def homes(self) -> dict[str, str]:
        """Home theatres by the country's id."""
        actors = (self.scenario["patron"], *self.scenario["allies"])
        return {actor["id"]: actor["home"] for actor in actors}

    @property
    def patron(self) -> str:
        """The patron's name."""
        name: str = self.scenario["patron"]["name"]
        return name

    @property
    def groups(self) -> list[str]:
        """Groups with rows, in order of their numbers."""
        return sorted({row["group"] for row in self.patrons}, key=number_of)


def unzip(data: bytes) -> Zipped:
    """Read it with the standard library."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        texts = {
            name: archive.read(name).decode() for name in archive.namelist() if "xlsx" not in name
        }
    return Zipped(
        allies=_table(texts["ally_rounds.csv"]),
        patrons=_table(texts["patron_rounds.csv"]),
        seats=_table(texts["seats.csv"]),
        session=_table(texts["sessions.csv"])[0],
        scenario=YAML(typ="safe", pure=True).load(texts["scenario.yaml"]),
        data=data,
    )


def _table(text: str) -> list[Row]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def number_of(group: str) -> int:
    """`4` of `s1-G4`."""
    return int(group.rpartition("-G")[2])


def where(rows: Iterable[Row], **values: str) -> list[Row]:
    """The rows in which the columns have these values."""
    return [row for row in rows if all(row[key] == value for key, value in values.items())]


def counted(rows: Iterable[Row]) -> list[Row]:
    """Rows of students' own moves (docs/review/from-the-zip.md, "Which rows count")."""
    return where(rows, bot="0", move_source="student")


def believed(rows: Iterable[Row]) -> list[Row]:
    """Of these, the ones with both beliefs, of the student's own."""
    own = where(counted(rows), belief_before_source="student", belief_after_source="student")
    return [row for row in own if row["belief_before"] and row["belief_after"]]


def seats_of(rows: Iterable[Row]) -> int:
    """How many seats the rows come from."""
    return len({(row["group"], row["seat"]) for row in rows})


def mean(rows: Iterable[Row], column: str) -> Fraction:
    """Exactly."""
    values = [Fraction(row[column]) for row in rows]
    return sum(values, Fraction(0)) / len(values)


def garrisons_of(row: Row) -> dict[str, int]:
    """`A1=1;A2=0` by seat."""
    pairs = (item.split("=") for item in row["garrisons"].split(";"))
    return {seat: int(units) for seat, units in pairs}
