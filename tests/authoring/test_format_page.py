"""docs/author/format.md cannot go stale: its tables are held against the models, row by row."""

import re
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from game.authoring.models import ScenarioFile
from game.authoring.models.base import Part
from game.authoring.reading.compose import compose
from game.authoring.reading.nodes import plain_data
from game.authoring.shape import key_paths
from tests.authoring.samples import field_of

PAGE = Path(__file__).parents[2] / "docs" / "author" / "format.md"
ROW = re.compile(r"^\| (`[a-z_.` ]+`) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
ROWS = [
    (key, default, what, example)
    for keys, default, what, example in ROW.findall(PAGE.read_text(encoding="utf-8"))
    for key in re.findall(r"`([a-z_.]+)`", keys)
]
KEYS = {".".join(path) for path in key_paths(ScenarioFile)}


def test_every_key_has_its_row_and_every_row_its_key():
    """A new key must be explained before it can be used."""
    rows = [row[0] for row in ROWS]

    assert set(rows) == KEYS
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_the_default_is_the_one_that_holds(row):
    """What the page says happens without the key is what happens."""
    assert row[1] == default_of(field_of(row[0]))


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row[3].startswith("`")], ids=lambda row: row[0]
)
def test_the_example_is_valid(row):
    """An example can be copied as it stands."""
    written = plain_data(compose(f"key: {row[3].strip('`')}\n").root)["key"]
    field = field_of(row[0])

    TypeAdapter(Annotated[field.annotation, field]).validate_python(written, strict=True)


def default_of(field: FieldInfo) -> str:
    """A default as the page writes it, with the limits of a number."""
    if field.is_required():
        return "needed"
    default = field.get_default(call_default_factory=True, validated_data={})
    match default:
        case Part():
            return "see below"
        case None | [] | {}:
            return "none"
        case bool():
            return str(default).lower()
        case [*items]:
            return f"[{', '.join(f'{i:g}' if isinstance(i, int | float) else i for i in items)}]"
        case int() | float():
            return f"{default:g}{limits(field)}"
    return str(default)


def limits(field: FieldInfo) -> str:
    """The least and the most, when there are both."""
    ends = {type(note).__name__: note for note in field.metadata}
    return f" ({ends['Ge'].ge:g} to {ends['Le'].le:g})" if {"Ge", "Le"} <= set(ends) else ""
