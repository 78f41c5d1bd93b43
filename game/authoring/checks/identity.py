"""Ids stand once, and the file is called after its scenario."""

from collections.abc import Iterator
from pathlib import PurePath

from game.authoring.outline import Outline
from game.authoring.problems import Path, Remark, where

LISTS = ("sources", "dispatches", "cuts")


def remarks(outline: Outline) -> Iterator[Remark]:
    """Ids given twice, and a file whose name is not its id."""
    for name in LISTS:
        yield from _doubled(outline.ids(name))
    yield from _doubled(actors(outline))
    yield from _misnamed(outline)


def actors(outline: Outline) -> dict[str, list[Path]]:
    """Where the id of the patron and of each ally is given."""
    patron = outline.text("patron", "id")
    found: dict[str, list[Path]] = {patron: [("patron", "id")]} if patron else {}
    for identity, places in outline.ids("allies").items():
        found[identity] = found.get(identity, []) + places
    return found


def _doubled(ids: dict[str, list[Path]]) -> Iterator[Remark]:
    for identity, (first, *others) in ids.items():
        for place in others:
            owner = where(first[:-1])
            sentence = f"“{identity}” is already the id of {owner}. Give each its own id."
            yield Remark(place, sentence, fatal=True)


def _misnamed(outline: Outline) -> Iterator[Remark]:
    file, identity = PurePath(outline.file), outline.text("id")
    if file.suffix == ".yaml" and identity and file.stem != identity:
        sentence = (
            f"The id is “{identity}” but the file is called {file.name}. "
            f"Call the file {identity}.yaml, or change the id."
        )
        yield Remark(("id",), sentence, "warning")
