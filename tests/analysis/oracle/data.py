"""Which rows count (claims.md 1, 2.2, 2.4), and the means of groups and rounds."""

from dataclasses import dataclass

import pandas as pd

KEY = ["group", "round", "seat"]
SAID = {"endorse": 1, "silent": 0, "dissociate": -1}


@dataclass
class Data:
    """Rows that count, and how many did not."""

    rows: pd.DataFrame  # with B, B0, H, U, E, x, I
    seats: pd.DataFrame  # one row per ally-round of a student's seat, played or not
    dropped: list[str]
    duplicates: int


def cleaned(table: pd.DataFrame, with_timeouts: bool = False) -> Data:
    """Human, played ally-rounds of groups that played half of theirs."""
    last = _first_session(table.drop_duplicates(KEY, keep="last"))
    human = last.groupby(["group", "seat"])["bot"].transform("min") == 0
    seats = last[human].copy()
    seats["played"] = (seats["bot"] == 0) & (seats["timed_out"] == 0)
    share = seats.groupby("group")["played"].mean()
    dropped = sorted(set(last["group"]) - set(share[share >= 0.5].index))
    counts = seats["played"] | (with_timeouts & (seats["bot"] == 0))
    rows = seats[counts & ~seats["group"].isin(dropped)].copy()
    rows["B"] = rows["belief_after"].astype(float)
    rows["B0"] = rows["belief_before"].astype(float)
    rows["H"] = (rows["alignment"] == "HEDGE").astype(float)
    rows["U"] = rows["stance"].map(SAID).astype(float)
    rows["E"] = (rows["posture"] == "escalate").astype(float)
    rows["x"] = rows["theatre_share"].astype(float)
    rows["Z"] = (rows["posture_assigned"] == "escalate").astype(float)
    rows["I"] = (rows["B"] / 100 + (1 - rows["H"]) + (rows["U"] + 1) / 2) / 3
    return Data(rows, seats, dropped, int(table.duplicated(KEY).sum()))


def _first_session(rows: pd.DataFrame) -> pd.DataFrame:
    """Who plays again has no rows in later sessions."""
    named = rows[rows["player"] != ""]
    first = named.groupby("player")["session"].min()
    return rows.drop(named.index[named["session"] != named["player"].map(first)])


def cells(rows: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Group-round means over the allies that have all of these columns, E, Z and x beside them."""
    whole = rows.dropna(subset=list(columns))
    keep = list(dict.fromkeys([*columns, "E", "Z", "x"]))
    means = whole.groupby(["session", "group", "treatment", "round"], as_index=False)[keep].mean()
    return means.sort_values(["session", "group", "round"], ignore_index=True)


def far_less_near(rows: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Group-round means over far allies minus those over near ones, where there are both."""
    whole = rows.dropna(subset=list(columns))
    means = {side: cells(whole[whole["distance"] == side], *columns) for side in ("far", "near")}
    keys = ["session", "group", "treatment", "round"]
    both = means["far"].merge(means["near"], on=keys, suffixes=("", "_near"))
    for name in columns:
        both[name] -= both[name + "_near"]
    return both
