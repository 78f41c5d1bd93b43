"""The codes as counts: which texts can be compared, who said what of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from game.analysis.reliability.reading import Codings, NoCodings

NOMINAL, ORDINAL, INTERVAL = LEVELS = ("nominal", "ordinal", "interval")
NO_NUMBER = "The level {level} needs numbers as codes; “{code}” is none."
MOST_CODES = 101  # 0 to 100; more are texts rather than codes
MANY = "There are {count} different codes. Is the column “code” the right one? At most {most} go."

Text = tuple[int | None, ...]  # its code by coder, as place in `codes`; None: not coded


@dataclass(frozen=True, slots=True)
class Coding:
    """The codes by text, with V different codes in order."""

    codes: tuple[str, ...]  # the V codes; numbers in their order
    values: NDArray[np.float64]  # shape (V,): what they stand for; nominal: 0, 1, 2, ...
    coders: tuple[str, ...]
    texts: tuple[Text, ...]

    @property
    def pairable(self) -> list[Text]:
        """The texts that two coders or more have coded."""
        return [text for text in self.texts if len(_present(text)) > 1]

    def distribution(self, texts: Sequence[Text]) -> Counter[int]:
        """How often each code was given to these texts."""
        return Counter(code for text in texts for code in _present(text))

    def pairs(self) -> Counter[tuple[int, int]]:
        """Every two codes that one text has, the lower first, over all pairs of its coders."""
        return Counter(
            (min(pair), max(pair))
            for text in self.pairable
            for pair in combinations(_present(text), 2)
        )


def _present(text: Text) -> list[int]:
    return [code for code in text if code is not None]


def coding_of(codings: Codings, level: str) -> Coding:
    """The codes as this level of measurement takes them.

    Raises:
        NoCodings: a code is no number where numbers are needed, or there are too many.
    """
    given = codings.given
    if level == NOMINAL:
        codes = sorted(set(given.values()))
        places = {code: at for at, code in enumerate(codes)}
        values = np.arange(len(codes), dtype=np.float64)
    else:
        numbers = {code: _number(code, level) for code in given.values()}
        ordered = sorted(set(numbers.values()))
        places = {code: ordered.index(number) for code, number in numbers.items()}
        codes = [f"{number:g}" for number in ordered]
        values = np.array(ordered, dtype=np.float64)
    if len(codes) > MOST_CODES:
        raise NoCodings(MANY.format(count=len(codes), most=MOST_CODES))
    coders = tuple(sorted({coder for _, coder in given}))
    units = dict.fromkeys(unit for unit, _ in given)
    texts = tuple(
        tuple(places[given[unit, c]] if (unit, c) in given else None for c in coders)
        for unit in units
    )
    return Coding(tuple(codes), values, coders, texts)


def alike(codes: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Codes that differ in nothing but capitals: most likely one code, typed in two ways."""
    seen: dict[str, str] = {}
    for code in codes:
        other = seen.setdefault(code.casefold(), code)
        if other != code:
            yield other, code


def _number(code: str, level: str) -> float:
    try:
        number = float(code)
    except ValueError:
        number = float("nan")
    if not isfinite(number):
        raise NoCodings(NO_NUMBER.format(level=level, code=code))
    return number
