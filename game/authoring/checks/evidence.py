"""Facts have sources and disguises have a reveal: a class must be able to check what it read."""

from collections.abc import Iterator

from game.authoring.outline import Outline
from game.authoring.problems import Remark, Severity


def remarks(outline: Outline) -> Iterator[Remark]:
    """A disguise that is never lifted, and facts nobody could look up."""
    disguised = outline.value("disguised")
    if disguised is True and not outline.written("reveal"):
        sentence = "A disguised case needs a “reveal”: what it really was, for the debrief."
        yield Remark(("disguised",), sentence)
    if disguised is False:
        yield from _unsourced(outline, "dispatches", "error")
    if isinstance(disguised, bool):
        yield from _unsourced(outline, "record", "warning" if disguised else "error")


def _unsourced(outline: Outline, part: str, severity: Severity) -> Iterator[Remark]:
    for path, _ in outline.each(part):
        if not any(True for _ in outline.each(*path, "sources")):
            sentence = "No source is named for this. Add “sources”, with ids listed under sources."
            yield Remark(path, sentence, severity)
