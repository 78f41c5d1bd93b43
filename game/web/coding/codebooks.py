"""The page of the codebook, and what its form brings."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.classroom.coding.codebook import MOST_CODES, Codebook
from game.classroom.coding.keeping import Edition
from game.classroom.coding.opening import MOST_PARTS
from game.web.coding.asking import Asked, coding_at
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


def codebook_page(found: Asked, typed: Typed, sharing: Sharing, refused: str) -> str:
    """The page."""
    rows = (*typed.rows, *[("", "", "")] * (MOST_CODES - len(typed.rows)))
    return render(
        "coding/codebook.html",
        at=f"{found.at}/codebook",
        back=coding_at(found.volume.session),
        kind=wording.KINDS[found.desk.kind],
        what=wording.WHAT[found.desk.kind],
        counted=some(sharing.count, *wording.ONE[found.desk.kind]),
        rows=list(enumerate(rows, 1)),
        typed=typed,
        sharing=sharing,
        most_parts=MOST_PARTS,
        refused=refused,
        wording=wording,
    )


def _number(typed: str) -> int:
    return int(typed) if typed.isdecimal() and len(typed) < 6 else 0
