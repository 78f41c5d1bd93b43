"""wide.csv, one row per ally seat: the rows of ally_rounds.csv, round beside round."""

from dataclasses import replace

from game.analysis.codebook import ally_rounds
from game.analysis.codebook.column import EMPTY, NEVER, Column

ROUNDS = tuple(range(1, 9))  # the columns are there for all, however many were played
OF_THE_SEAT = (
    "session", "group", "seat", "role", "treatment", "distance", "actor", "p_star", "simulated",
)  # fmt: skip
NOT_BESIDE = (*OF_THE_SEAT, "round", "consent")

FIXED = tuple(column for column in ally_rounds.COLUMNS if column.name in OF_THE_SEAT)
VARYING = tuple(column for column in ally_rounds.COLUMNS if column.name not in NOT_BESIDE)
N_ROUNDS = Column(
    "n_rounds",
    "int",
    "Rounds of this seat that are here; the columns of others are empty.",
    unit="rounds",
    least=0,
    most=8,
    missing=NEVER,
)
CONSENT = Column(
    "consent",
    "bool",
    "Whether all who held the seat when round 1 began or later agreed to research use. 0 = one of "
    "them did not tick the box; empty = not everybody was asked. Rows with 0 are not in research "
    "exports.",
)


def beside(name: str, number: int) -> str:
    """The name of a column of ally_rounds.csv in this round."""
    return f"{name}_{number}"


def _in_round(column: Column, number: int) -> Column:
    meaning = f"{column.meaning.removesuffix('.')}: in round {number}; empty if it was not played."
    return replace(column, name=beside(column.name, number), meaning=meaning, missing=EMPTY)


COLUMNS = (
    *FIXED,
    N_ROUNDS,
    CONSENT,
    *(_in_round(column, number) for column in VARYING for number in ROUNDS),
)
STEMS = {beside(column.name, number): column.name for column in VARYING for number in ROUNDS}
