"""Whatever happens to a file, it is read to the end and answered with places inside the file."""

from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring import Loaded, load_text
from tests.authoring.samples import VALID

LINES = VALID.split("\n")
SIGNS = "\t\x00\x07\x1b\x85\u2028\ufeff\xa0\r\n:#-?*&!|>%@`'\"{}[],\\<=~ é“\uff10\U0001f600"
HUGE = [
    "",
    "[]",
    "{}",
    "9" * 400,
    "-1e308",
    "1e400",
    "0x" + "f" * 300,
    "x" * 20_000,
    "[" * 60,
    "{a: " * 60,
    "\\U99999999",
]


def delete(draw: st.DrawFn, lines: list[str]) -> list[str]:
    """Without one line."""
    place = draw(st.integers(0, len(lines) - 1))
    return lines[:place] + lines[place + 1 :]


def indent(draw: st.DrawFn, lines: list[str]) -> list[str]:
    """One line further to the right, or to the left."""
    place, by = draw(st.integers(0, len(lines) - 1)), draw(st.integers(-3, 5))
    moved = " " * by + lines[place] if by >= 0 else lines[place][-by:]
    return [*lines[:place], moved, *lines[place + 1 :]]


def swap(draw: st.DrawFn, lines: list[str]) -> list[str]:
    """Two neighbouring characters changed about."""
    text = "\n".join(lines)
    place = draw(st.integers(0, len(text) - 2))
    return (text[:place] + text[place + 1] + text[place] + text[place + 2 :]).split("\n")


def insert(draw: st.DrawFn, lines: list[str]) -> list[str]:
    """A sign or some characters where none belongs."""
    text = "\n".join(lines)
    place = draw(st.integers(0, len(text)))
    return (text[:place] + draw(st.text(SIGNS, min_size=1, max_size=4)) + text[place:]).split("\n")


def inflate(draw: st.DrawFn, lines: list[str]) -> list[str]:
    """A huge value behind one of the colons."""
    places = [number for number, line in enumerate(lines) if ":" in line]
    place = draw(st.sampled_from(places)) if places else 0
    head = lines[place].split(":")[0] if lines else ""
    return [*lines[:place], f"{head}: {draw(st.sampled_from(HUGE))}", *lines[place + 1 :]]


def double(draw: st.DrawFn, lines: list[str]) -> list[str]:
    """One line a second time."""
    place = draw(st.integers(0, len(lines) - 1))
    return [*lines[: place + 1], *lines[place:]]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """The valid file after one to four accidents."""
    lines = list(LINES)
    for accident in draw(
        st.lists(
            st.sampled_from([delete, indent, swap, insert, inflate, double]), min_size=1, max_size=4
        )
    ):
        lines = accident(draw, lines)
    return "\n".join(lines)


def assert_answered(text: str, read: Loaded) -> None:
    """A scenario or a problem, and every problem on a line of the file."""
    last = max(1, len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))
    assert read.scenario is not None or read.problems
    assert read.scenario is not None or read.errors
    for problem in read.problems:
        assert 1 <= problem.line <= last
        assert problem.column >= 1
        assert problem.sentence
        assert "\n" not in str(problem)


@settings(max_examples=150, deadline=None)
@given(mutated())
def test_no_accident_breaks_the_reader(text):
    """Deleted, indented, swapped, inserted, inflated: never an exception, always an answer."""
    assert_answered(text, load_text(text, "valid.yaml"))


@settings(max_examples=100, deadline=None)
@given(st.text(SIGNS + "ab1", max_size=200))
def test_noise_is_answered_too(text):
    """A file of signs alone."""
    assert_answered(text, load_text(text, "noise.yaml"))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_same_text_gets_the_same_answer(data):
    """Reading has no memory."""
    text = data.draw(mutated())
    assert load_text(text, "valid.yaml") == load_text(text, "valid.yaml")
