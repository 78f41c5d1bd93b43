"""The events of the log as the reference describes them: fields, and what values they take."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from game.classroom.session.events import SessionEvent
from game.core.events import Event

PLAIN: Mapping[object, str] = {
    int: "whole number",
    float: "number",
    bool: "true or false",
    str: "text",
}
GROUP_EVENTS = get_args(Event)
SESSION_EVENTS = get_args(SessionEvent)


def described(kind: type) -> dict[str, str]:
    """Each field of an event, or of a part of one, and its values in words."""
    hints = get_type_hints(kind)
    return {item.name: values(hints[item.name]) for item in fields(kind)}


def values(hint: Any) -> str:
    """What may stand in a field of this type."""
    hint = getattr(hint, "__supertype__", hint)
    origin, inside = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        present = [part for part in inside if part is not NoneType]
        return f"{values(present[0])}, or null"
    if origin is tuple:
        listed = len(inside) == 2 and inside[1] is Ellipsis
        said = ", ".join(map(values, inside[:1] if listed else inside))
        return f"list of {said}" if listed else f"pair ({said})"
    if isinstance(hint, type) and is_dataclass(hint):
        return f"`{hint.__name__}`"
    if issubclass(hint, Enum):
        return ", ".join(f"`{item.value}`" for item in hint)
    return PLAIN[hint]


def parts() -> dict[str, type]:
    """The dataclasses that events hold, and those within them."""
    found: dict[str, type] = {}
    waiting = [*GROUP_EVENTS, *SESSION_EVENTS]
    while waiting:
        hints = get_type_hints(waiting.pop())
        for part in _within(hints.values()):
            if part.__name__ not in found:
                found[part.__name__] = part
                waiting.append(part)
    return found


def _within(hints: Any) -> list[type]:
    """The dataclasses named by these types."""
    found: list[type] = []
    for hint in hints:
        if isinstance(hint, type) and is_dataclass(hint):
            found.append(hint)
        else:
            found += _within(get_args(hint))
    return found
