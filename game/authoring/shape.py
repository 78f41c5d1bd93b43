"""Walk the models along a path: which keys belong here, and what unit a number has."""

from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from game.authoring.models import ScenarioFile
from game.authoring.models.base import Part, Unit
from game.authoring.problems import Path

Model = type[BaseModel]


def part_of(annotation: object) -> Model | None:
    """The model that a value of this type is made of, if it is one."""
    kind = bare(annotation)
    return kind if isinstance(kind, type) and issubclass(kind, Part) else None


def member_of(annotation: object) -> object:
    """What a list or a table of this type holds."""
    kind = bare(annotation)
    return get_args(kind)[-1] if get_origin(kind) in (list, dict) else None


def bare(annotation: object) -> object:
    """The type without its notes and without "or nothing"."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, UnionType):
            rest = [kind for kind in get_args(annotation) if kind is not NoneType]
            if len(rest) != 1:
                return annotation
            annotation = rest[0]
        else:
            return annotation


def field_at(path: Path) -> FieldInfo | None:
    """The field that the last key of the path names."""
    above = type_at(path[:-1]) if path else None
    part = part_of(above)
    return part.model_fields.get(str(path[-1])) if part else None


def type_at(path: Path) -> object:
    """The type of what stands at the path."""
    kind: object = ScenarioFile
    for step in path:
        part = part_of(kind)
        if part is None:
            kind = member_of(kind)
        else:
            field = part.model_fields.get(str(step))
            kind = field.annotation if field else None
    return kind


def keys_at(path: Path) -> list[str]:
    """The keys that belong at the path."""
    part = part_of(type_at(path))
    return list(part.model_fields) if part else []


def unit_at(path: Path) -> str:
    """The unit of the number at the path: "points", or nothing."""
    field = field_at(path)
    return (
        next((note.name for note in field.metadata if isinstance(note, Unit)), "") if field else ""
    )


@cache
def homes() -> dict[str, list[tuple[str, ...]]]:
    """Above what each key may stand, by key: for the author who put one in the wrong place."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for *above, key in key_paths(ScenarioFile):
        found.setdefault(key, []).append(tuple(above))
    return found


def key_paths(model: Model, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every key of the format with the keys above it, in the order of the models."""
    for name, field in model.model_fields.items():
        yield (*above, name)
        inner = part_of(field.annotation) or part_of(member_of(field.annotation))
        if inner is not None:
            yield from key_paths(inner, (*above, name))
