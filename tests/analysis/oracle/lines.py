"""What stands beside the claims: who is missing, the claims otherwise counted, sessions alone.

Where claims.md 2.4 leaves a choice, the program's is taken here, and said at its place.
"""

import numpy as np
import pandas as pd

from tests.analysis.oracle.claims import contrast, outcome
from tests.analysis.oracle.contrasts import Contrast, drawn
from tests.analysis.oracle.data import Data, cleaned

PRIMARY = ("C1", "C2", "C3")
ARM = {"D1": "treatment", "D2": "posture_assigned"}


def missing(data: Data, design: str) -> dict[str, tuple[int, int]]:
    """Ally-rounds of students' seats by arm: expected, played."""
    arms = data.seats.groupby(ARM[design])["played"]
    return {arm: (len(played), int(played.sum())) for arm, played in arms}


def differs(data: Data, design: str) -> bool:
    """By more than 10 points between arms."""
    shares = [1 - played / expected for expected, played in missing(data, design).values()]
    return max(shares) - min(shares) > 0.10


def otherwise(table: pd.DataFrame, design: str) -> dict[tuple[str, str], tuple[float, float]]:
    """The robustness lines of the primary claims: lowest and highest estimate."""
    data = cleaned(table)
    found = {}
    for claim in PRIMARY:
        views = {
            "round_1": [_only(data, data.rows["round"] == 1)] if design == "D1" else [],
            "with_timeouts": _with_timeouts(table, data),
            "without_bot_groups": _without_bot_groups(table, data),
            "leave_one_out": [
                _only(data, data.rows["group"] != group) for group in data.rows["group"].unique()
            ],
            "worst_case": _worst(data, design) if claim == "C2" and design in ARM else [],
        }
        for line, ways in views.items():
            made = [contrast(way, claim, design, members=False)[0] for way in ways]
            values = [one.tau for one in made if one is not None]
            if values:
                found[claim, line] = (min(values), max(values))
        if design == "D2" and (first := _first_round(data, claim)) is not None:
            found[claim, "round_1"] = (first.tau, first.tau)
    return found


def by_session(table: pd.DataFrame, design: str) -> dict[tuple[str, str], tuple[float, float]]:
    """Each session's own estimate and standard error."""
    data = cleaned(table)
    found = {}
    for session in data.rows["session"].unique():
        alone = _only(data, data.rows["session"] == session)
        for claim in ("C1", "C2", "C3", "C4", "C5", "C6", "C7", "C0"):
            made, _ = contrast(alone, claim, design, members=False)
            if made is not None:
                found[session, claim] = (made.tau, made.se)
    return found


def _only(data: Data, keep: pd.Series) -> Data:
    return Data(data.rows[keep], data.seats, data.dropped, data.duplicates)


def _with_timeouts(table: pd.DataFrame, data: Data) -> list[Data]:
    """Where there are any; the groups stay the same."""
    every = cleaned(table, with_timeouts=True)
    more = _only(every, ~every.rows["group"].isin(data.dropped))
    return [more] if len(more.rows) > len(data.rows) else []


def _first_round(data: Data, claim: str) -> Contrast | None:
    """D2: one round has nothing within a group, so groups are compared within their session."""
    y, units = outcome(data.rows[data.rows["round"] == 1], claim, "D2")
    return drawn(units, y, "Z", "session", members=False)


def _without_bot_groups(table: pd.DataFrame, data: Data) -> list[Data]:
    """Without groups more than half of whose ally seats no student ever had."""
    seats = table.groupby(["group", "seat"])["bot"].min()
    share = seats.groupby("group").mean()
    crowded = set(share[share > 0.5].index)
    return [_only(data, ~data.rows["group"].isin(crowded))] if crowded else []


def _worst(data: Data, design: str) -> list[Data]:
    """Every missing answer against the effect, or for it (Manski), in dropped groups as well."""
    if not differs(data, design):
        return []
    ways = []
    for treated in (0.0, 1.0):
        seats = data.seats.copy()
        said = (seats["alignment"] == "HEDGE").astype(float)
        arm = seats[ARM[design]].isin(["hawk", "escalate"])
        seats["H"] = np.where(seats["played"], said, np.where(arm, treated, 1 - treated))
        seats["E"] = (seats["posture"] == "escalate").astype(float)
        seats["Z"] = (seats["posture_assigned"] == "escalate").astype(float)
        seats["x"] = seats["theatre_share"]
        ways.append(Data(seats, data.seats, data.dropped, data.duplicates))
    return ways
