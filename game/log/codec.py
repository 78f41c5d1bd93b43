"""Event to JSON object and back. Every stored event carries its kind and version for ever.

The JSON is canonical (sorted keys, no blanks), so that the same event is the same bytes. When a
shape changes its version goes up and an upcaster learns to read the old one; nothing is rewritten.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Body = dict[str, Any]
Upcaster = Callable[[Body], Body]


class Unreadable(ValueError):  # noqa: N818  said of a record, not of a failure of ours
    """A stored event cannot be read: written by newer code, or damaged."""


class Codec:
    """Writes and reads the events of one family, e.g. those of a group's stream."""

    def __init__(
        self,
        kinds: tuple[type, ...],
        versions: Mapping[str, int] | None = None,
        upcasters: Mapping[tuple[str, int], Upcaster] | None = None,
    ) -> None:
        self._kinds = {kind.__name__: kind for kind in kinds}
        self._versions = dict(versions or {})
        self._upcasters = dict(upcasters or {})

    def version(self, kind: str) -> int:
        """The version that is written now; 1 unless the shape has changed."""
        return self._versions.get(kind, 1)

    def encode(self, event: object) -> tuple[str, int, str]:
        """Kind, version and canonical JSON of an event."""
        kind = type(event).__name__
        if kind not in self._kinds:
            raise TypeError(f"{kind} is not an event of this family")
        return kind, self.version(kind), canonical(plain(event))

    def decode(self, kind: str, version: int, body: str) -> object:
        """The event as today's code knows it; older versions pass through their upcasters."""
        if kind not in self._kinds or version > self.version(kind):
            raise Unreadable(f"event {kind} of version {version} was written by newer code")
        try:
            data: Body = STRICT.decode(body)
            for step in range(version, self.version(kind)):
                data = self._upcasters[kind, step](data)
            return _reader(self._kinds[kind])(data)
        except (KeyError, TypeError, ValueError) as fault:
            raise Unreadable(f"event {kind} of version {version} is damaged: {fault}") from fault


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number")


STRICT = json.JSONDecoder(parse_constant=_no_number)


def canonical(data: object) -> str:
    """JSON with sorted keys and no blanks; text as it is."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def plain(value: object) -> Any:  # noqa: ANN401  JSON is what it is
    """Dataclasses, enums and tuples as plain JSON values."""
    if is_dataclass(value) and not isinstance(value, type):
        return {name: plain(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    return value


@lru_cache(maxsize=256)
def _names(kind: type) -> tuple[str, ...]:
    return tuple(item.name for item in fields(kind))


Reader = Callable[[Any], Any]


def build(hint: Any, value: Any) -> Any:  # noqa: ANN401
    """A value of the type that `hint` says, from plain JSON."""
    return _reader(hint)(value)


@lru_cache(maxsize=1024)
def _reader(hint: Any) -> Reader:  # noqa: ANN401
    """What reads values of this type; types are looked at once, events come by the thousand."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _union(get_args(hint))
    if origin is tuple:
        return _tuple(get_args(hint))
    if isinstance(hint, type) and is_dataclass(hint):
        return _fields(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return _plain(hint)


def _fields(kind: type) -> Reader:
    readers = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}
    return lambda value: kind(**{name: readers[name](value[name]) for name in value})


def _union(options: tuple[Any, ...]) -> Reader:
    may_lack = NoneType in options
    given = _reader(next(option for option in options if option is not NoneType))
    return lambda value: None if value is None and may_lack else given(value)


def _tuple(parts: tuple[Any, ...]) -> Reader:
    many = len(parts) == 2 and parts[1] is Ellipsis
    readers = [_reader(part) for part in (parts[:1] if many else parts)]

    def read(value: Any) -> Any:  # noqa: ANN401
        if not isinstance(value, list):
            raise ValueError(f"expected a list, found {type(value).__name__}")
        if many:
            return tuple(map(readers[0], value))
        return tuple(reader(item) for reader, item in zip(readers, value, strict=True))

    return read


def _plain(hint: Any) -> Reader:  # noqa: ANN401
    expected = getattr(hint, "__supertype__", hint)
    if not isinstance(expected, type):
        return lambda value: value
    kinds = (int, float) if expected is float else (expected,)

    def read(value: Any) -> Any:  # noqa: ANN401
        if type(value) not in kinds:  # to Python a flag is a number too; to us it is not
            raise ValueError(f"expected {expected.__name__}, found {type(value).__name__}")
        return value

    return read
