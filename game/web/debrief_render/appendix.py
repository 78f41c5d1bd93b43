"""The appendix of the report: every field of the analysis, under the names that `analyse --json`
gives them."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from math import isinf
from typing import TYPE_CHECKING, Any

from game.analysis.inference.results import Analysis, ArmShare, ClaimResult
from game.web.debrief_render.tables import HIDDEN, Table
from game.web.wording.figures import MINUS

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

DIGITS = 6  # that count, of every number
WORDS = ("verdict", "reason", "sentence")  # too long for a column
OWN_TABLES = ("attrition",)


@dataclass(frozen=True, slots=True)
class Said:
    """A claim's words: the verdict's code, why it could not be tested, the sentence."""

    claim: str
    verdict: str
    reason: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Appendix:
    """All of it."""

    claims: Table
    said: tuple[Said, ...]
    others: tuple[Table, ...]


def appendix(found: Analysis) -> Appendix:
    """Every number, six digits that count; infinite bounds as such, a dash where there is none."""
    data = found.data
    return Appendix(
        claims=_claims(found.claims),
        said=tuple(Said(r.claim, r.verdict, r.reason, r.sentence) for r in found.claims),
        others=tuple(
            table
            for table in (
                _one("gauge", found.gauge),
                _one("data", data),
                _many("data, attrition", data.attrition, ArmShare),
                _many("robustness", found.robustness),
                _many("by_session", found.by_session),
                _many("own_beliefs", found.own_beliefs),
                _many("tilts", found.tilts),
            )
            if table.rows
        ),
    )


def _claims(results: Sequence[ClaimResult]) -> Table:
    """A row a field, a column a claim."""
    names = [one.name for one in fields(ClaimResult) if one.name not in (*WORDS, "claim")]
    rows = [(name, *(plain(getattr(result, name)) for result in results)) for name in names]
    return Table("claims", ("field", *(result.claim for result in results)), tuple(rows))


def _one(caption: str, value: "DataclassInstance") -> Table:
    """A row a field."""
    kept = [one.name for one in fields(value) if one.name not in OWN_TABLES]
    rows = tuple((name, plain(getattr(value, name))) for name in kept)
    return Table(caption, ("field", "value"), rows)


def _many(caption: str, values: Sequence[Any], kind: type | None = None) -> Table:
    """A row a value, a column a field; of nothing, no rows."""
    if not values:
        return Table(caption, (), ())
    names = [one.name for one in fields(kind or type(values[0]))]
    rows = tuple(tuple(plain(getattr(value, name)) for name in names) for value in values)
    return Table(caption, tuple(names), rows)


def plain(value: object) -> str:
    """A field as it is printed."""
    if value is None or value == "" or value == ():
        return HIDDEN
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        size = "∞" if isinf(value) else f"{abs(value):.{DIGITS}g}"
        return f"{MINUS}{size}" if value < 0 else size
    if isinstance(value, tuple):
        return ", ".join(map(plain, value))
    return str(value)
