"""Names that must lead somewhere: sources, actors and dispatches."""

from collections.abc import Iterable, Iterator

from game.authoring.checks.identity import actors
from game.authoring.guesses import did_you_mean, listed
from game.authoring.outline import Outline
from game.authoring.problems import Path, Remark
from game.authoring.reading.nodes import Items

SINGLE = (("patron",), ("reveal",))
LISTS = ("allies", "dispatches", "record", "readings")


def remarks(outline: Outline) -> Iterator[Remark]:
    """References to nothing. A list that cannot be read at all refers nobody astray."""
    if _readable(outline, "sources"):
        yield from _sources(outline)
    if _readable(outline, "allies"):
        yield from _actors(outline)
    if _readable(outline, "dispatches"):
        yield from _dispatches(outline)


def _readable(outline: Outline, name: str) -> bool:
    return isinstance(outline.node((name,)), Items) or not outline.written(name)


def _sources(outline: Outline) -> Iterator[Remark]:
    known = outline.ids("sources")
    owners: list[Path] = [*SINGLE, *(path for name in LISTS for path, _ in outline.each(name))]
    for owner in owners:
        for place, word in outline.words(*owner, "sources"):
            if word not in known:
                yield _unknown(place, "source", word, known)


def _actors(outline: Outline) -> Iterator[Remark]:
    known = actors(outline)
    for dispatch, _ in outline.each("dispatches"):
        for key in outline.keys(*dispatch, "private"):
            if key not in known:
                place = (*dispatch, "private")
                yield Remark(place, _sentence("actor", key, known), fatal=True, key=key)
    yield from _named(outline, "record", "actor", "actor", known)


def _dispatches(outline: Outline) -> Iterator[Remark]:
    known = outline.ids("dispatches")
    yield from _named(outline, "record", "turning_point", "dispatch", known)
    for cut, _ in outline.each("cuts"):
        for place, word in outline.words(*cut, "dispatches"):
            if word not in known:
                yield _unknown(place, "dispatch", word, known)


def _named(
    outline: Outline, part: str, key: str, kind: str, known: Iterable[str]
) -> Iterator[Remark]:
    for path, _ in outline.each(part):
        word = outline.text(*path, key)
        if word and word not in known:
            yield _unknown((*path, key), kind, word, known)


def _unknown(path: Path, kind: str, word: str, known: Iterable[str]) -> Remark:
    return Remark(path, _sentence(kind, word, known), fatal=True)


def _sentence(kind: str, word: str, known: Iterable[str]) -> str:
    said = f"There is no {kind} called “{word}”."
    hint = did_you_mean(word, known)
    if hint or not known:
        return said + (hint or " None is listed in this file.")
    return f"{said} Known here: {listed(known)}."
