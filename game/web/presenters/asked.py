"""The two questions beside the game, as one student's page shows them."""

from dataclasses import dataclass
from zlib import crc32

from game.core.vocabulary import Expectation, Recognised
from game.web.wording.asked import EXPECTATIONS, EXPECTED, RECOGNISED, SAID

UP = (Expectation.MORE, Expectation.SAME, Expectation.LESS)


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Prediction:
    """What one expects. `said` says the answer back; empty: none was given."""

    who: str
    options: tuple[Option, ...]
    reason: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Recognition:
    """Whether one recognised the case; `open`: until it is told."""

    who: str
    options: tuple[Option, ...]
    rounds: tuple[Option, ...]
    clue: str = ""
    said: str = ""
    open: bool = True


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of this student, or was: None where it is not."""

    prediction: Prediction | None = None
    recognition: Recognition | None = None


NOTHING_ASKED = Asked()


def prediction(who: str, expects: Expectation | None = None, reason: str = "") -> Prediction:
    """The answers run up for one half of the class and down for the other: no order leads."""
    order = UP if crc32(who.encode()) % 2 else UP[::-1]
    options = tuple(Option(one.value, EXPECTATIONS[one], one is expects) for one in order)
    return Prediction(who, options, reason, EXPECTED[expects] if expects else "")


def recognition(
    who: str,
    played: int,
    given: tuple[Recognised, int | None, str] | None = None,
    *,
    is_open: bool = True,
) -> Recognition:
    """`played`: how many rounds there were; `given`: the answer, the round, what gave it away."""
    said, at, clue = given or (None, None, "")
    return Recognition(
        who=who,
        options=tuple(Option(one.value, RECOGNISED[one], one is said) for one in Recognised),
        rounds=tuple(Option(str(n), f"Round {n}", n == at) for n in range(1, played + 1)),
        clue=clue,
        said=f"{SAID[said]}{f', in round {at}' if at else ''}." if said else "",
        open=is_open,
    )
