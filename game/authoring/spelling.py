"""Keys that are not keys: name the nearest that is, and read on as if it had been written.

This runs before pydantic. A misspelt `breif` is one fault, not an unknown key and a missing one,
and everything under a misspelt `alies` is still checked.
"""

from collections.abc import Iterator

from game.authoring.guesses import guess, listed, short
from game.authoring.problems import Path, Remark
from game.authoring.reading.nodes import Items, Node, Scalar, Table
from game.authoring.shape import Model, homes, member_of, part_of

COMMA = " A comma between { and } begins a new entry; put text with a comma in quotes."


def corrected(node: Node, kind: object, path: Path = ()) -> Iterator[Remark]:
    """Every unknown key of the tree. Keys with one likely meaning are renamed in the tree."""
    model = part_of(kind)
    if model is not None and isinstance(node, Table):
        yield from _keys(node, model, path)
        for name, (_, held) in node.entries.items():
            if name in model.model_fields:
                yield from corrected(held, model.model_fields[name].annotation, (*path, name))
    elif isinstance(node, Table):
        yield from _torn(node, path)
    elif isinstance(node, Items):
        for place, item in enumerate(node.items):
            yield from corrected(item, member_of(kind), (*path, place))


def _keys(table: Table, model: Model, path: Path) -> Iterator[Remark]:
    known = list(model.model_fields)
    for written in [key for key in table.entries if key not in known]:
        absent = [name for name in known if name not in table.entries]
        meant = guess(written, absent)
        sentence = _sentence(written, table, known, meant)
        yield Remark(path, sentence, fatal=True, key=written)
        if meant:
            _rename(table, written, meant)


def _sentence(written: str, table: Table, known: list[str], meant: str | None) -> str:
    said = f"“{short(written)}” is not a key here."
    if meant:
        return f"{said} Did you mean “{meant}”?"
    if table.flow and _is_nothing(table.get(written)):
        return said + COMMA
    elsewhere = homes().get(written)
    if elsewhere:
        return f"{said} It belongs {_places(elsewhere)}."
    return f"{said} The keys here are: {listed(known, 12)}."


def _places(homes_of_key: list[tuple[str, ...]]) -> str:
    under = [f"under {' > '.join(path)}" if path else "at the left edge" for path in homes_of_key]
    return " or ".join(under[:3])


def _torn(table: Table, path: Path) -> Iterator[Remark]:
    """Ends of a text that a comma has cut off: keys of the author's own, with nothing behind."""
    for written in [key for key in table.entries if table.flow and _is_nothing(table.get(key))]:
        sentence = f"Nothing stands behind “{short(written)}”.{COMMA}"
        yield Remark(path, sentence, fatal=True, key=written)
        del table.entries[written]


def _is_nothing(node: Node | None) -> bool:
    return isinstance(node, Scalar) and node.value is None


def _rename(table: Table, written: str, meant: str) -> None:
    """Give the entry its right key, in its old place."""
    table.entries = {
        meant if key == written else key: entry for key, entry in table.entries.items()
    }
