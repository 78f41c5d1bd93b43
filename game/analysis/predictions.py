"""What students expected before round 1, and whether they recognised the case: counts alone."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from game.core.vocabulary import Expectation, ParticipantId, Recognised

LEAST_ANSWERS = 3  # with fewer, who knows the own answer knows a neighbour's


@dataclass(frozen=True, slots=True)
class Prediction:
    """What one student expected: how allies take it when their patron fights harder, far away."""

    participant: ParticipantId
    expects: Expectation
    reason: str
    at: int


@dataclass(frozen=True, slots=True)
class Recognition:
    """Whether one student recognised the case; `round` is None where none was named."""

    participant: ParticipantId
    recognised: Recognised
    round: int | None
    clue: str
    at: int


@dataclass(frozen=True, slots=True)
class Expected:
    """How many expected that allies trust such a patron more, about the same, or less."""

    more: int = 0
    same: int = 0
    less: int = 0

    @property
    def answered(self) -> int:
        """All who said so."""
        return self.more + self.same + self.less

    @property
    def discreet(self) -> bool:
        """Whether enough have answered for the counts to be shown outside the console."""
        return self.answered >= LEAST_ANSWERS


@dataclass(frozen=True, slots=True)
class RecognisedIn:
    """Those who named this round (None: no round): how many had a guess, how many knew."""

    round: int | None
    guess: int
    yes: int


@dataclass(frozen=True, slots=True)
class Recognitions:
    """How many recognised the case, and round by round those who did or had a guess."""

    no: int = 0
    guess: int = 0
    yes: int = 0
    rounds: tuple[RecognisedIn, ...] = ()

    @property
    def answered(self) -> int:
        """All who said so."""
        return self.no + self.guess + self.yes

    @property
    def discreet(self) -> bool:
        """Whether enough have answered for the counts to be shown outside the console."""
        return self.answered >= LEAST_ANSWERS

    @property
    def by_round(self) -> tuple[RecognisedIn, ...]:
        """The rounds, where enough named one or had a guess; else none."""
        return self.rounds if self.guess + self.yes >= LEAST_ANSWERS else ()


@dataclass(frozen=True, slots=True)
class Told:
    """What the class said beside the game."""

    expected: Expected = field(default_factory=Expected)
    recognised: Recognitions = field(default_factory=Recognitions)


NOTHING = Told()


def told(predictions: Iterable[Prediction], recognitions: Iterable[Recognition]) -> Told:
    """The counts of both."""
    return Told(expected(predictions), recognised(recognitions))


def expected(predictions: Iterable[Prediction]) -> Expected:
    """The predictions, counted."""
    found = Counter(item.expects for item in predictions)
    return Expected(*(found[one] for one in (Expectation.MORE, Expectation.SAME, Expectation.LESS)))


def recognised(recognitions: Iterable[Recognition]) -> Recognitions:
    """The answers, counted; the rounds in order, those who named none last."""
    said = tuple(recognitions)
    found = Counter(item.recognised for item in said)
    named = Counter((item.round, item.recognised) for item in said)
    rounds = {item.round for item in said if item.recognised is not Recognised.NO}
    return Recognitions(
        no=found[Recognised.NO],
        guess=found[Recognised.GUESS],
        yes=found[Recognised.YES],
        rounds=tuple(
            RecognisedIn(one, named[one, Recognised.GUESS], named[one, Recognised.YES])
            for one in sorted(rounds, key=lambda number: number or 10**6)
        ),
    )
