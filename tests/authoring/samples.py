"""The valid file of these tests, and ways to change it."""

from pathlib import Path

from pydantic.fields import FieldInfo

from game.authoring import Loaded, load_text
from game.authoring.shape import field_at

HERE = Path(__file__).parent
VALID = (HERE / "valid.yaml").read_text(encoding="utf-8")
RULES = "  rounds: 4\n  crisis: {loss: 20}\n"


def changed(*changes: tuple[str, str]) -> str:
    """The valid file with the first of each `old` replaced by `new`."""
    text = VALID
    for old, new in changes:
        assert old in text, f"the valid file does not hold {old!r}"
        text = text.replace(old, new, 1)
    return text


def loaded(*changes: tuple[str, str]) -> Loaded:
    """The changed file, read."""
    return load_text(changed(*changes), "valid.yaml")


def with_rules(rules: str) -> Loaded:
    """The valid file with these lines under `rules:`; four rounds, as there are dispatches."""
    return loaded((RULES, f"  rounds: 4\n{rules}\n"))


def sentences(read: Loaded) -> list[str]:
    """What is said, without the places."""
    return [problem.sentence for problem in read.problems]


def field_of(dotted: str) -> FieldInfo:
    """The field of a dotted key; a list is stepped into where one stands."""
    steps: tuple[str | int, ...] = ()
    for key in dotted.split("."):
        steps = (*steps, key) if field_at((*steps, key)) else (*steps, 0, key)
    field = field_at(steps)
    assert field is not None, dotted
    return field
