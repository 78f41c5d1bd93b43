"""Ask the models what is wrong with a file, and say it in places and sentences."""

from collections.abc import Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from game.authoring.models import ScenarioFile
from game.authoring.models.rules import Rules
from game.authoring.outline import Outline, below
from game.authoring.problems import Path, Remark
from game.authoring.reading.nodes import Node, Scalar, Table, plain_data
from game.authoring.shape import keys_at, unit_at
from game.authoring.spelling import COMMA
from game.authoring.wording import sentence_for


def validated(outline: Outline) -> ScenarioFile | list[Remark]:
    """The file as its model, or everything the model finds wrong with it."""
    try:
        return ScenarioFile.model_validate(plain_data(outline.root))
    except ValidationError as found:
        return list(_remarks(outline, found))


def rules_alone(outline: Outline) -> Rules | None:
    """The numbers, if they at least are valid: their checks need nothing else."""
    node = outline.node(("rules",))
    written = plain_data(node) if node else None
    try:
        return Rules.model_validate({} if written is None else written)
    except ValidationError:
        return None


def _remarks(outline: Outline, found: ValidationError) -> Iterator[Remark]:
    for error in found.errors(include_url=False, include_input=False):
        if error["type"] == "extra_forbidden":
            continue  # spelling.py has spoken
        if error["type"] == "missing":
            yield _missing(outline, error)
        else:
            yield _invalid(outline, error)


def _missing(outline: Outline, error: ErrorDetails) -> Remark:
    *above, key = error["loc"]
    path: Path = tuple(above)
    node = outline.node((*path, key))
    if node is not None:
        sentence = f"Nothing stands behind “{key}:”."
        return Remark(path, sentence, fatal=True, key=str(key))
    return Remark(path, f"“{key}” is missing.", fatal=True)


def _invalid(outline: Outline, error: ErrorDetails) -> Remark:
    path, node = _really_there(outline, error["loc"])
    if error["loc"][-1] == "[key]":
        key = str(error["loc"][-2])
        sentence = sentence_for(error["type"], Scalar(key, 1, 1), error.get("ctx", {}), "")
        return Remark(path[:-1], sentence, fatal=True, key=key)
    context = {**error.get("ctx", {}), "keys": keys_at(path)}
    sentence = sentence_for(error["type"], node, context, unit_at(path))
    if isinstance(node, Scalar) and node.value is None and _in_braces(outline, path):
        sentence += COMMA
    return Remark(path, sentence, fatal=True)


def _really_there(outline: Outline, loc: tuple[int | str, ...]) -> tuple[Path, Node]:
    """The path as far as it exists: pydantic's own marks, such as [key], lead nowhere."""
    path: Path = ()
    node: Node = outline.root
    for step in loc:
        further = below(node, step)
        if further is None:
            break
        path, node = (*path, step), further
    return path, node


def _in_braces(outline: Outline, path: Path) -> bool:
    above = outline.node(path[:-1])
    return isinstance(above, Table) and above.flow
