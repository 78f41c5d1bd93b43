"""The allies at the table: near and far, with a label for every move that is offered."""

from collections.abc import Iterator, Sequence

from game.authoring.models.rules_allies import FORMS
from game.authoring.outline import Outline
from game.authoring.problems import Remark
from game.authoring.reading.nodes import Table


def remarks(outline: Outline) -> Iterator[Remark]:
    """A side of the map without an ally, and moves without a label."""
    yield from _one_sided(outline)
    for ally, _ in outline.each("allies"):
        moves = outline.node((*ally, "moves"))
        if isinstance(moves, Table):
            for form in offered(outline):
                if not outline.written(*ally, "moves", form):
                    yield Remark((*ally, "moves"), _unlabelled(form), fatal=True)


def offered(outline: Outline) -> Sequence[str]:
    """The forms of Plan B that the scenario offers."""
    chosen = [word for _, word in outline.words("rules", "ally", "forms") if word in FORMS]
    return chosen or FORMS


def _unlabelled(form: str) -> str:
    return (
        f"“{form}” is missing. Give it a label, or leave it out for all allies with "
        "rules > ally > forms."
    )


def _one_sided(outline: Outline) -> Iterator[Remark]:
    distances = [outline.text(*ally, "distance") for ally, _ in outline.each("allies")]
    if not distances or not set(distances) <= {"near", "far"}:
        return  # the model has more to say about it
    for distance in ("near", "far"):
        if distance not in distances:
            sentence = (
                f"No ally is {distance}. Every group mixes near and far, so at least one ally of "
                "each is needed."
            )
            yield Remark(("allies",), sentence, fatal=True)
