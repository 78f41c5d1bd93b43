"""Codes for the tests: published examples, and tables made up at random."""

import numpy as np

from game.analysis.reliability.reading import Codings

GAP = "."


def codings(*rows: str) -> Codings:
    """One row per coder, a sign per text; a point is a gap."""
    return Codings(
        {
            (f"t{at}", f"coder {who}"): code
            for who, row in enumerate(rows)
            for at, code in enumerate(row)
            if code != GAP
        }
    )


# Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), examples A to C: two coders and
# two values; two coders and five; four coders with gaps.
BINARY = codings("0100000010", "1110010000")
LETTERS = codings("aabbdcccedda", "babbbccceddd")
FOUR = codings("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def at_random(seed: int, texts: int, coders: int, codes: int, gaps: float) -> np.ndarray:
    """Codes 0, 1, 2, ... of shape (coders, texts) that agree more often than by chance."""
    draw = np.random.default_rng(seed)
    truth = draw.integers(codes, size=texts)
    given = np.where(
        draw.random((coders, texts)) < 0.6, truth, draw.integers(codes, size=(coders, texts))
    ).astype(float)
    given[draw.random((coders, texts)) < gaps] = np.nan
    return given


def as_codings(given: np.ndarray) -> Codings:
    """The same as if it had been read."""
    return Codings(
        {
            (f"t{at}", f"coder {who}"): f"{code:g}"
            for who, row in enumerate(given)
            for at, code in enumerate(row)
            if not np.isnan(code)
        }
    )
