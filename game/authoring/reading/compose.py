"""From ruamel's events to nodes, with limits: no bombs, no depths, no tags, no second document.

ruamel's own composer is recursive, expands nothing safely and stops at the first doubled key;
this one keeps its own stack, counts what aliases stand for, and goes on after small faults.
"""

from dataclasses import dataclass, field

from ruamel.yaml import YAML, events

from game.authoring.reading.fault import (
    DIRECTIVE,
    SECOND_DOCUMENT,
    TAG,
    Fault,
    Unreadable,
    doubled,
    not_a_key,
    unknown_alias,
)
from game.authoring.reading.nodes import Items, Node, Scalar, Table

DEEPEST = 12  # levels; the format itself uses five
LARGEST = 20_000  # nodes, with every alias counted as often as it is used
TEXT_TAG = "tag:yaml.org,2002:str"


@dataclass(slots=True)
class _Open:
    """A list or table whose end has not come yet."""

    node: Items | Table
    anchor: str | None
    key: Scalar | None = None


@dataclass(slots=True)
class Composer:
    """Builds the tree, one event at a time."""

    root: Node | None = None
    faults: list[Fault] = field(default_factory=list)
    _stack: list[_Open] = field(default_factory=list)
    _anchors: dict[str, Node] = field(default_factory=dict)
    _documents: int = 0
    _size: int = 0

    def feed(self, event: events.Event) -> None:
        """Take in the next event."""
        match event:
            case events.ScalarEvent():
                self._scalar(event)
            case events.MappingStartEvent():
                self._open(event, Table(*_place(event), bool(event.flow_style)))
            case events.SequenceStartEvent():
                self._open(event, Items(*_place(event), bool(event.flow_style)))
            case events.CollectionEndEvent():
                self._close()
            case events.AliasEvent():
                self._alias(event)
            case events.DocumentStartEvent():
                self._document(event)

    def _scalar(self, event: events.ScalarEvent) -> None:
        self._refuse_tag(event, event.tag)
        node = Scalar(event.value, *_place(event), plain=not event.style and event.tag is None)
        if event.anchor:
            self._anchors[event.anchor] = node
        self._grow(event)
        self._add(node)

    def _open(self, event: events.CollectionStartEvent, node: Items | Table) -> None:
        self._refuse_tag(event, event.tag)
        self._stack.append(_Open(node, event.anchor))
        self._grow(event)

    def _close(self) -> None:
        done = self._stack.pop()
        if done.anchor:
            self._anchors[done.anchor] = done.node
        done.node.size, done.node.depth = _extent_below(done.node)
        self._add(done.node)

    def _alias(self, event: events.AliasEvent) -> None:
        node = self._anchors.get(event.anchor)
        if node is None:
            self.faults.append(_fault(event, unknown_alias(event.anchor)))
            node = Scalar(f"*{event.anchor}", *_place(event), plain=False)
        self._grow(event, *_extent(node))
        self._add(node)

    def _document(self, event: events.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            raise Unreadable(_fault(event, SECOND_DOCUMENT))
        if event.version or event.tags:
            self.faults.append(_fault(event, DIRECTIVE))

    def _grow(self, event: events.Event, size: int = 1, depth: int = 0) -> None:
        """Count what is added here; an alias counts with all it stands for."""
        self._size += size
        if len(self._stack) + depth > DEEPEST:
            raise Unreadable(_fault(event, f"This is nested more than {DEEPEST} levels deep."))
        if self._size > LARGEST:
            raise Unreadable(
                _fault(event, f"This file has more than {LARGEST:,} entries, each * spelled out.")
            )

    def _add(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        if isinstance(top.node, Items):
            top.node.items.append(node)
        elif top.key is None:
            top.key = self._as_key(node)
        else:
            self._put(top.node, top.key, node)
            top.key = None

    def _as_key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        self.faults.append(Fault(node.line, node.column, not_a_key(node)))
        return Scalar(f"(line {node.line})", node.line, node.column)

    def _put(self, table: Table, key: Scalar, node: Node) -> None:
        if key.text in table.entries:
            self.faults.append(Fault(key.line, key.column, doubled(key.text, table)))
        else:
            table.entries[key.text] = (key, node)

    def _refuse_tag(self, event: events.Event, tag: str | None) -> None:
        if tag not in (None, TEXT_TAG):
            self.faults.append(_fault(event, TAG))


def compose(text: str) -> Composer:
    """The text as a tree; raises what ruamel raises, or `Unreadable`."""
    composer = Composer()
    for event in YAML(typ="safe", pure=True).parse(text):
        composer.feed(event)
    return composer


def _place(event: events.Event) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _fault(event: events.Event, sentence: str) -> Fault:
    return Fault(*_place(event), sentence)


def _extent(node: Node) -> tuple[int, int]:
    return (1, 0) if isinstance(node, Scalar) else (node.size, node.depth)


def _extent_below(node: Items | Table) -> tuple[int, int]:
    held = node.items if isinstance(node, Items) else [entry[1] for entry in node.entries.values()]
    extents = [_extent(child) for child in held]
    return 1 + sum(e[0] for e in extents), 1 + max((e[1] for e in extents), default=0)
