"""Classes made up for the engine: rows as a CSV would give them, by a few plain choices."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from game.analysis.claims.reading import read_claims
from game.analysis.inference.analysing import Setting, analyse
from game.analysis.inference.dataset import Dataset, dataset
from game.analysis.inference.results import Analysis
from game.analysis.inference.rows import ally_round

Row = dict[str, Any]
ESCALATES, RESTRAINS = "escalate", "hold"
Outcome = Callable[[Random, bool], Row]


def noise(dice: Random, escalates: bool) -> Row:
    """Answers that have nothing to do with the posture."""
    before = dice.randint(20, 80)
    return {
        "belief_before": before,
        "belief_after": max(0, min(100, before + dice.randint(-20, 20))),
        "stance": dice.choice(["endorse", "silent", "dissociate"]),
        "alignment": dice.choice(["REASSURE", "HEDGE"]),
    }


def moved(by: int) -> Outcome:
    """The same, with belief moved by so many points under escalation."""

    def outcome(dice: Random, escalates: bool) -> Row:
        row = noise(dice, escalates)
        after = row["belief_after"] + by * escalates
        return {**row, "belief_after": max(0, min(100, after))}

    return outcome


def row(group: str, number: int, seat: str, escalates: bool, **more: Any) -> Row:
    """One ally in one round."""
    return {
        "session": "S1",
        "group": group,
        "round": number,
        "seat": seat,
        "distance": "near" if seat in ("A1", "A3") else "far",
        "posture": ESCALATES if escalates else RESTRAINS,
        "theatre_share": 0.6 if escalates else 0.3,
        **more,
    }


def arms(
    groups: Sequence[str], outcome: Outcome = noise, seed: int = 1, rounds: int = 4
) -> list[Row]:
    """D1: an arm a group."""
    dice = Random(seed)
    return [
        row(f"G{place}", number, seat, arm == "hawk", treatment=arm, **outcome(dice, arm == "hawk"))
        for place, arm in enumerate(groups)
        for number in range(1, rounds + 1)
        for seat in ("A1", "A2")
    ]


def draws(groups: int, outcome: Outcome = noise, seed: int = 1, rounds: int = 6) -> list[Row]:
    """D2: half of each group's rounds drawn to escalate, and obeyed."""
    dice = Random(seed)
    rows = []
    for place in range(groups):
        drawn = dice.sample(range(1, rounds + 1), rounds // 2)
        for number in range(1, rounds + 1):
            escalates = number in drawn
            card = {"posture_assigned": "escalate" if escalates else "restrain"}
            share = {"theatre_share": dice.choice([5, 6] if escalates else [0, 2, 3]) / 10}
            for seat in ("A1", "A2"):
                answers = {**card, **outcome(dice, escalates), **share}
                rows.append(row(f"G{place}", number, seat, escalates) | answers)
    return rows


def free(groups: int, outcome: Outcome = noise, seed: int = 1, rounds: int = 6) -> list[Row]:
    """D3: the same postures, chosen and not drawn."""
    return [{**each, "posture_assigned": ""} for each in draws(groups, outcome, seed, rounds)]


def read(rows: Sequence[Row], design: str) -> Dataset:
    """By the data rules."""
    return dataset([ally_round(each) for each in rows], design)


def analysed(rows: Sequence[Row], design: str, **baselines: float) -> Analysis:
    """All of it."""
    return analyse(read(rows, design), Setting(read_claims(), "", baselines))
