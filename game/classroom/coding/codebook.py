"""The codebook: codes that exclude each other, each with a line that says when it is given."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from game.classroom.roster import tidy

MOST_CODES = 9  # one key each
LEAST_CODES = 2
LONGEST_CODE, LONGEST_LINE = 30, 200
FIT = re.compile(r"[^\W_][\w .&/-]*")  # begins with a letter or a figure: no formula in a sheet
SKIPPED = ""  # the code of a text that a coder left open


class NoCodebook(ValueError):  # noqa: N818  an answer, with its sentence
    """These codes cannot be a codebook."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code, what it means in a line, and a text that has it."""

    code: str
    meaning: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class Codebook:
    """The codes in the order of their keys."""

    codes: tuple[Code, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The codes alone."""
        return tuple(code.code for code in self.codes)

    def dumped(self) -> str:
        """As kept."""
        return json.dumps([asdict(code) for code in self.codes], ensure_ascii=False)


def loaded(text: str) -> Codebook:
    """The codebook as it was kept."""
    return Codebook(tuple(Code(**code) for code in json.loads(text)))


DEFAULT = Codebook(
    (
        Code(
            "resolve",
            "How tough or determined the patron has shown itself.",
            "It fights out there, so it will fight for us.",
        ),
        Code(
            "overstretch",
            "What the patron still can do: forces, distance, time.",
            "Half its army is away.",
        ),
        Code(
            "priorities",
            "What the patron wants, and what we are to it.",
            "We are not what it cares about.",
        ),
        Code(
            "payoff",
            "Costs, chances and points, without an image of the patron.",
            "A Plan B is cheaper this round.",
        ),
        Code(
            "other",
            "Anything else, also nothing to be made out.",
            "Same as last time.",
        ),
    )
)

FEW = f"A codebook needs {LEAST_CODES} codes at least."
MANY = f"A codebook has {MOST_CODES} codes at most: one for each key from 1 to 9."
LONG = f"“{{code}}” is too long: a code has {LONGEST_CODE} signs at most."
UNFIT = (
    "“{code}” cannot be a code: it begins with a letter or a figure and has letters, figures, "
    "blanks and . & / - in it."
)
TWICE = "“{code}” stands there twice."
MEANINGLESS = "“{code}” needs a line that says when it is given."


def codebook_of(rows: Sequence[tuple[str, str, str]]) -> Codebook:
    """The codebook that was typed, as rows of code, meaning and example; empty rows are left out.

    Raises:
        NoCodebook: with the sentence to show.
    """
    typed = [tuple(map(tidy, row)) for row in rows]
    codes = tuple(
        Code(code, meaning[:LONGEST_LINE], example[:LONGEST_LINE])
        for code, meaning, example in typed
        if code or meaning or example
    )
    _guard_number(codes)
    seen: set[str] = set()
    for one in codes:
        _guard(one)
        if one.code.casefold() in seen:
            raise NoCodebook(TWICE.format(code=one.code))
        seen.add(one.code.casefold())
    return Codebook(codes)


def _guard_number(codes: Sequence[Code]) -> None:
    if len(codes) < LEAST_CODES:
        raise NoCodebook(FEW)
    if len(codes) > MOST_CODES:
        raise NoCodebook(MANY)


def _guard(one: Code) -> None:
    if len(one.code) > LONGEST_CODE:
        raise NoCodebook(LONG.format(code=one.code[:LONGEST_CODE]))
    if not FIT.fullmatch(one.code):
        raise NoCodebook(UNFIT.format(code=one.code))
    if not one.meaning:
        raise NoCodebook(MEANINGLESS.format(code=one.code))
