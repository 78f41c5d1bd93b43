"""Every key of the format can be misspelt, left out or filled with nonsense, and is named."""

import pytest
from pydantic.fields import FieldInfo

from game.authoring import load_text
from game.authoring.models import ScenarioFile
from game.authoring.shape import Model, key_paths, member_of, part_of
from game.authoring.wording import WORDINGS
from tests.authoring.samples import VALID, changed

TOP = list(ScenarioFile.model_fields)


@pytest.mark.parametrize("key", TOP)
def test_a_missing_key_is_named_or_has_a_default(key):
    """Whatever is left out, the author reads its name, or it is optional."""
    rest = "\n".join(_without(key))
    read = load_text(rest, "valid.yaml")
    field: FieldInfo = ScenarioFile.model_fields[key]

    named = any(f"“{key}” is missing." in problem.sentence for problem in read.problems)
    assert named is field.is_required()


def _without(key: str) -> list[str]:
    kept, dropping = [], False
    for line in VALID.splitlines():
        if line[:1].strip():
            dropping = line.startswith(f"{key}:")
        if not dropping:
            kept.append(line)
    return kept


@pytest.mark.parametrize("key", [key for key in TOP if key != "id"])
def test_a_misspelt_key_is_one_fault_with_its_remedy(key):
    """Not an unknown key and a missing one; and what stands below it is still read."""
    wrong = key[:-1] + ("x" if key[-1] != "x" else "y")
    text = "\n" + VALID
    assert f"\n{key}:" in text
    read = load_text(text.replace(f"\n{key}:", f"\n{wrong}:", 1)[1:], "valid.yaml")

    (problem,) = read.problems
    assert problem.sentence == f"“{wrong}” is not a key here. Did you mean “{key}”?"
    assert problem.column == 1


@pytest.mark.parametrize(
    "nonsense", ["[]", "{}", "17", "nonsense", "true", "-1.5", "[[1]]", "{a: b}"]
)
@pytest.mark.parametrize("key", TOP)
def test_nonsense_is_answered_in_words(key, nonsense):
    """No value of any kind brings out a word of the trade or an exception."""
    text = "\n".join([*_without(key), f"{key}: {nonsense}"])

    for problem in load_text(text, "valid.yaml").problems:
        assert "cannot stand here" not in problem.sentence
        assert 1 <= problem.line <= text.count("\n") + 1


def test_every_kind_of_finding_the_models_can_make_has_a_sentence():
    """Pydantic's own words reach nobody: each constraint used in the models has a wording."""
    needed = {"string_type", "int_type", "float_type", "bool_type", "list_type", "literal_error"}
    for model in _models(ScenarioFile):
        for field in model.model_fields.values():
            needed |= {
                kind for note in field.metadata for kind in BY_NOTE.get(type(note).__name__, ())
            }

    assert needed <= set(WORDINGS)


BY_NOTE = {
    "Ge": ("greater_than_equal",),
    "Le": ("less_than_equal",),
    "MinLen": ("string_too_short", "too_short"),
    "MaxLen": ("string_too_long", "too_long"),
}


def _models(model: Model) -> list[Model]:
    inner = [
        part
        for field in model.model_fields.values()
        for part in [part_of(field.annotation) or part_of(member_of(field.annotation))]
        if part is not None
    ]
    return [model, *(found for part in inner for found in _models(part))]


def test_the_valid_file_uses_every_key_outside_the_rules():
    """So that these tests reach all of them."""
    keys = {path[-1] for path in key_paths(ScenarioFile) if path[0] != "rules"}
    absent = [key for key in keys if f"{key}:" not in VALID]

    assert absent == []
    assert changed() == VALID
