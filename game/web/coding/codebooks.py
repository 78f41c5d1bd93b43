"""The page of the codebook, and what its form brings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.analysis.export.delimited import csv_bytes
from game.analysis.tables import table
from game.classroom.coding.codebook import MOST_CODES, Codebook
from game.classroom.coding.keeping import Edition
from game.classroom.coding.opening import MOST_PARTS
from game.web.coding.codings import called
from game.web.templating import render
from game.web.wording import coding as wording
from game.web.wording.figures import some

TWO = 2
Row = tuple[str, str, str]  # code, meaning, example


@dataclass(frozen=True, slots=True)
class Typed:
    """The form as it stands."""

    rows: tuple[Row, ...]
    shared: int
    parts: int


@dataclass(frozen=True, slots=True)
class Sharing:
    """What the page has to know of the coding: the version, whether somebody has coded under it,
    how many texts there are, and how many of them all coders should read at least."""

    version: int
    coded: bool
    count: int
    least: int


def typed_of(edition: Edition | None, default: Codebook, least: int) -> Typed:
    """The form as it is first shown."""
    codebook = edition.codebook if edition else default
    rows = tuple((one.code, one.meaning, one.example) for one in codebook.codes)
    if edition is None:
        return Typed(rows, least, TWO)
    return Typed(rows, edition.shared, edition.parts)


def typed_in(form: Mapping[str, str], lines: int) -> Typed:
    """The form as it was sent."""
    rows = tuple(
        (form.get(f"code.{n}", ""), form.get(f"meaning.{n}", ""), form.get(f"example.{n}", ""))
        for n in range(1, lines + 1)
    )
    return Typed(rows, _number(form.get("shared", "")), _number(form.get("parts", "")) or TWO)


@dataclass(frozen=True, slots=True)
class BookPlace:
    """Of which kind of text it is, where its form is sent, and where one comes from."""

    kind: str
    at: str
    back: str


def codebook_page(place: BookPlace, typed: Typed, sharing: Sharing, refused: str = "") -> str:
    """The page."""
    rows = (*typed.rows, *[("", "", "")] * (MOST_CODES - len(typed.rows)))
    used = max((number for number, row in enumerate(rows, 1) if any(row)), default=2)
    return render(
        "coding/codebook.html",
        at=place.at,
        back=place.back,
        kind=wording.KINDS[place.kind],
        counted=some(sharing.count, *wording.ONE[place.kind]),
        rows=list(enumerate(rows, 1)),
        used=used,
        typed=typed,
        sharing=sharing,
        most_parts=MOST_PARTS,
        refused=refused,
        wording=wording,
    )


def meanings(kind: str, known: Iterable[Edition]) -> bytes:
    """The codebooks as a file; `codebook` is the one of codes.csv."""
    columns = ("codebook", "code", "meaning", "example")
    rows = [
        dict(zip(columns, (called(kind, one), c.code, c.meaning, c.example), strict=True))
        for one in known
        for c in one.codebook.codes
    ]
    return csv_bytes(table("codebook", columns, rows))


def _number(typed: str) -> int:
    return int(typed) if typed.isdecimal() and len(typed) < 6 else 0
