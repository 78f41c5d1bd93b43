"""The seven claims and the index in each design, their minimum data, and their verdicts."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from tests.analysis.oracle.contrasts import (
    Contrast,
    between_groups,
    between_rounds,
    flipped,
    trends,
)
from tests.analysis.oracle.data import Data, cells, cleaned, far_less_near

OUTCOME = {"C0": "I", "C1": "B", "C2": "H", "C3": "U"}
FAMILY = {"C1": 1, "C2": 1, "C3": 1, "C4": 2, "C5": 2, "C6": 2, "C7": 3, "C0": 0}
SESOI = {"C1": 5, "C2": 0.1, "C3": 0.2, "C4": 1, "C5": 5, "C6": 0.04, "C7": 0.02}
HRT_SIGN = {"C1": 1, "C2": -1, "C3": 1, "C4": 1, "C5": 1, "C6": 1}
LEAST = 0.05 / 3


@dataclass
class Found:
    """One claim."""

    contrast: Contrast | None
    clusters: int
    testable: bool
    p_holm: float | None = None
    verdict: str = ""
    baseline: float | None = None


def analysed(table: pd.DataFrame, design: str, baseline: dict[str, float]) -> dict[str, Found]:
    """Every claim of section 2."""
    data = cleaned(table)
    found = {claim: _one(data, claim, design) for claim in FAMILY}
    for claim, one in found.items():
        one.baseline = baseline.get(claim)
    if baseline and "C0" not in baseline:  # on the index, claims.md 4.4
        parts = (baseline.get("C1", 0) / 100, -baseline.get("C2", 0), baseline.get("C3", 0) / 2)
        found["C0"].baseline = sum(parts) / 3
    for family in (1, 2):
        _holm([found[c] for c, f in FAMILY.items() if f == family and found[c].testable])
    found["C7"].p_holm = found["C7"].contrast.p() if found["C7"].testable else None  # unadjusted
    for claim, one in found.items():
        if claim != "C0":
            one.verdict = _verdict(claim, one)
    return found


def contrast(
    data: Data, claim: str, design: str, members: bool = True
) -> tuple[Contrast | None, bool]:
    """Estimate and reference set of a claim, and whether there are enough groups for it."""
    rows = data.rows
    if claim == "C4":
        units = cells(rows, "B", "B0")
        units["tenths"] = 10 * units["x"]
        return _free(units, "B", "tenths", ["E", "B0"])
    if claim == "C7":
        return _seats(rows)
    if claim == "C6" and design == "D2":
        units = cells(rows, "U")
        units["time"] = units["session"] + "-" + units["round"].astype(str)
        found = trends(units, "U", "Z", members)
        return found, found is not None and found.clusters >= 2 and found.size >= 120
    if claim == "C6" and design == "D3":
        units = cells(rows, "U")
        units["grows"] = units["E"] * units["round"]
        return _free(units, "U", "grows", ["E"], varies="E")
    if design == "D3":
        return _associated(rows, claim)
    y, units = outcome(rows, claim, design)
    if design == "D2":
        found = between_rounds(units, y, "Z", members)
        return found, found is not None and found.clusters >= 2 and found.size >= 120
    arms = units[units["treatment"].isin(["hawk", "restrained"])]
    groups = _by_group(arms, y, claim)
    groups["Z"] = (groups["treatment"] == "hawk").astype(float)
    found = between_groups(groups, y, "Z", members)
    return found, found is not None and len(groups) >= 9 and 2 / found.size <= LEAST


def _one(data: Data, claim: str, design: str) -> Found:
    made, enough = contrast(data, claim, design)
    enough = made is not None and enough and 2 / made.size <= LEAST + 1e-12
    return Found(made, made.clusters if made else 0, bool(enough))


def outcome(rows, claim, design):
    """y_gr of C0, C1, C2, C3, C5, C6: in D2 the change of belief, in D1 its level."""
    if claim == "C6":
        return "U", cells(rows, "U")
    if claim in ("C0", "C2", "C3"):
        return OUTCOME[claim], cells(rows, OUTCOME[claim])
    rows = rows.assign(change=rows["B"] - rows["B0"])
    y = "change" if design == "D2" else "B"
    return y, cells(rows, y) if claim == "C1" else far_less_near(rows, y)


def _by_group(units, y, claim):
    """Rounds weigh equally; for C6 the slope on the round."""
    keys = ["session", "group", "treatment"]
    if claim != "C6":
        return units.groupby(keys, as_index=False)[y].mean()
    several = units[units.groupby("group")["round"].transform("size") > 1]
    rows = [
        (*key, np.polyfit(group["round"].to_numpy(float), group[y].to_numpy(float), 1)[0])
        for key, group in several.groupby(keys)
    ]
    return pd.DataFrame(rows, columns=[*keys, y])


def _associated(rows, claim):
    """D3: given group, round of the session, and what went before."""
    if claim in ("C1", "C5"):
        units = cells(rows, "B", "B0") if claim == "C1" else far_less_near(rows, "B", "B0")
        return _free(units, "B", "E", ["B0"])
    y = OUTCOME[claim]
    units = cells(rows, y)
    before = units[["group", "round", y]].assign(round=units["round"] + 1)
    lagged = units.merge(before.rename(columns={y: "lag"}), on=["group", "round"])
    return _free(lagged, y, "E", ["lag"])


def _free(units, y, x, given, varies=""):
    """The method of D3, on any regressor."""
    if not len(units):
        return None, False
    units = units.assign(time=units["session"] + "-" + units["round"].astype(str))
    varied = units[units.groupby("group")[varies or x].transform("nunique") > 1]
    return flipped(varied, y, x, given, ["group", "time"]), varied["group"].nunique() >= 7


def _seats(rows):
    """C7: within seats, scores by group."""
    whole = rows.dropna(subset=["B"])
    units = whole.assign(seated=whole["group"] + whole["seat"], tens=whole["B"] / 10)
    varied = units[units.groupby("seated")["tens"].transform("nunique") > 1]
    groups = varied["group"].nunique()
    return flipped(varied, "H", "tens", [], ["seated"]) if groups else None, groups >= 7


def _holm(family: list[Found]) -> None:
    """Step down: the smallest p times the number of claims, and so on."""
    ordered = sorted(family, key=lambda one: one.contrast.p())
    so_far = 0.0
    for at, one in enumerate(ordered):
        so_far = max(so_far, min(1.0, (len(ordered) - at) * one.contrast.p()))
        one.p_holm = so_far


def _verdict(claim: str, one: Found) -> str:
    if not one.testable:
        return "NOT_ENOUGH_DATA"
    made = one.contrast
    if one.p_holm > 0.05:
        low, high = made.interval(0.10)
        small = -SESOI[claim] <= low and high <= SESOI[claim]
        return "NO_MEANINGFUL_EFFECT" if small else "INCONCLUSIVE"
    if claim == "C7":
        return "LINK_SUPPORTED" if made.tau < 0 else "LINK_REVERSED"
    if one.baseline is not None and made.p(one.baseline) > 0.05:
        return "EXPLAINED_BY_PAYOFFS"
    if made.tau * HRT_SIGN[claim] < 0:
        return "CONSISTENT_WITH_AUTHORS"
    return "OPPOSITE_TO_AUTHORS" if claim == "C5" else "CONSISTENT_WITH_HRT"
