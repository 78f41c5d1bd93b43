"""docs/reference/protocol.md against the program: every key, type and task that a view has."""

import ast
import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from game.core.views.own import SeatView
from game.core.views.tasks import WAIT
from game.core.vocabulary import SeatId, Stage
from game.web.doors import LobbyFrame
from tests.pages import DOCS, ROOT, headings, read, rows, section

PAGE = read(DOCS / "reference" / "protocol.md")
PLAIN = {int: "int", float: "number", str: "text", bool: "bool", SeatId: "seat"}
QUOTED = re.compile(r"`([a-z_]+)`")


def parts_of(hint: Any) -> Iterator[Any]:
    """A type and all it is made of."""
    yield hint
    for part in get_args(hint):
        yield from parts_of(part)


def reachable(kind: type, found: dict[str, type]) -> dict[str, type]:
    """The objects and lists of words that a view is made of, by name, in order of reading."""
    found[kind.__name__] = kind
    for hint in get_type_hints(kind).values():
        for part in parts_of(hint):
            if is_dataclass(part) and part.__name__ not in found:  # type: ignore[union-attr]
                reachable(part, found)  # type: ignore[arg-type]
            elif isinstance(part, type) and issubclass(part, Enum):
                found.setdefault(part.__name__, part)
    return found


SENT = reachable(SeatView, {}) | reachable(LobbyFrame, {})
OBJECTS = {name: kind for name, kind in SENT.items() if is_dataclass(kind)}
WORDS = {name: kind for name, kind in SENT.items() if not is_dataclass(kind)}


def said(hint: Any) -> str:
    """A type as the page says it."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        (kind,) = (part for part in inside if part is not type(None))
        return f"{said(kind)} or null"
    if origin is tuple and inside[-1] is Ellipsis:
        return f"list of {said(inside[0])}"
    if origin is tuple:
        return f"[{', '.join(map(said, inside))}]"
    return PLAIN.get(hint) or hint.__name__


def linked(cell: str) -> str:
    """A cell without its links."""
    return re.sub(r"\[(\w+)\]\(#\w+\)", r"\1", cell)


# ------------------------------------------------------------------ the view


def test_every_object_has_its_section():
    """And no section tells of an object that is not sent."""
    sections = headings(section(PAGE, "What is in a view"), 3)
    assert sections == [*OBJECTS, "Words"]


@pytest.mark.parametrize("name", OBJECTS)
def test_every_key_of_an_object_has_its_row_with_its_type(name):
    """In the order in which they are sent."""
    told = [(row[0].strip("`"), linked(row[1])) for row in rows(section(PAGE, name))]
    assert told == [(key, said(hint)) for key, hint in get_type_hints(OBJECTS[name]).items()]


def test_every_task_has_its_row():
    """What the view can ask, by the words that the functions return."""
    source = ast.parse(read(ROOT / "game" / "core" / "views" / "tasks.py"))
    making = [n for n in source.body if isinstance(n, ast.FunctionDef) and "task" in n.name]
    returned = [n for node in making for n in ast.walk(node) if isinstance(n, ast.Return)]
    words = [n.value for node in returned for n in ast.walk(node) if isinstance(n, ast.Constant)]
    tasks = {word for word in words if isinstance(word, str)}
    told = [task for row in rows(section(PAGE, "Tasks")) for task in QUOTED.findall(row[0])]
    assert len(told) == len(set(told))
    assert set(told) == {*tasks, WAIT, Stage.CRISIS, Stage.RECKONING}


def test_every_list_of_words_is_whole():
    """Postures, moves and the like."""
    told = {row[0].strip("`"): QUOTED.findall(row[1]) for row in rows(section(PAGE, "Words"))}
    assert told == {name: [word.value for word in kind] for name, kind in WORDS.items()}


def test_every_link_leads_somewhere():
    """Within the page."""
    there = {title.lower().replace(" ", "-") for level in (2, 3) for title in headings(PAGE, level)}
    assert set(re.findall(r"\(#([\w-]+)\)", PAGE)) <= {title.replace("`", "") for title in there}
