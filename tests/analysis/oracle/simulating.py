"""Made-up classes as `ally_rounds.csv`: the simulator of claims.md 5 in small.

Beliefs have a group's and a person's level, an effect of escalation and noise; hedging and stance
follow the belief. Then what classes do to data: bots, dropouts, time-outs, second submissions,
beliefs not stated, groups of unequal size.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

SHARES = {"escalate": (0.5, 0.6), "hold": (0.2, 0.3, 0.4), "draw_down": (0.0, 0.1)}
CALM = ("hold", "draw_down")


@dataclass(frozen=True)
class Class:
    """What is to be made up."""

    design: str
    groups: int
    seed: int
    sessions: int = 1
    allies: int = 2
    rounds: int = 6
    effect: float = 0.0  # belief points, of escalation
    support: float = 0.0  # latent points, of escalation
    far: float = 0.0  # belief points more for far allies
    card: float = 1.0  # how often a card is obeyed (D2)
    bots: float = 0.0  # share of seats that a bot has from the beginning
    dropouts: float = 0.0  # share of seats that a bot takes over on the way
    absent: float = 0.0  # share of rows timed out
    unsaid: float = 0.0  # share of beliefs not stated
    twice: float = 0.0  # share of rows that were sent before, otherwise
    unequal: bool = False  # one ally more or less by group
    gone: float = 0.0  # share of whole group-rounds lost (the class stopped in it)
    steady: int = 0  # D3: groups whose patron never changes its posture


def made_up(wanted: Class) -> pd.DataFrame:
    """The rows, in order of submission; empty cells are NaN or empty texts."""
    draw = np.random.default_rng(wanted.seed)
    rows = []
    for session in range(1, wanted.sessions + 1):
        level = draw.normal(0, 4)
        arms = draw.permutation([at % 2 for at in range(wanted.groups)])
        for at in range(wanted.groups):
            name = f"S{session}-G{at + 1}"
            rows += _group(wanted, draw, f"S{session}", name, level, int(arms[at]))
    table = pd.DataFrame(rows)
    return _sent_twice(wanted, draw, table)


def _group(wanted, draw, session, name, level, arm):
    allies = wanted.allies + (int(draw.integers(0, 2)) if wanted.unequal else 0)
    mood = level + draw.normal(0, 9)
    persons = draw.normal(0, 12, allies)
    order = draw.permutation([at % 2 for at in range(wanted.rounds)])
    fate = [_fate(wanted, draw) for _ in range(allies)]
    steady = wanted.design == "D3" and int(name.rsplit("G", 1)[1]) <= wanted.steady
    before = np.clip(50 + mood + persons, 0, 100)
    hedged = 0.5
    rows = []
    for number in range(1, wanted.rounds + 1):
        assigned = ""
        if wanted.design == "D1":
            tough = bool(arm) and draw.random() < 0.9
        elif wanted.design == "D2":
            assigned = "escalate" if order[number - 1] else "restrain"
            tough = bool(order[number - 1]) == (draw.random() < wanted.card)
        else:
            tough = steady or draw.random() < 0.3 + 0.4 * hedged
        posture = "escalate" if tough else str(draw.choice(CALM))
        share = float(draw.choice(SHARES[posture]))
        if draw.random() < wanted.gone:
            continue
        shock = draw.normal(0, 6)
        news = []
        for i in range(allies):
            far = i % 2 == 1
            moved = wanted.effect * tough + wanted.far * (tough and far)
            after = np.clip(before[i] + shock / 2 + moved + draw.normal(0, 8), 0, 100)
            hedges = draw.random() < 1 / (1 + np.exp((after - 50) / 12))
            lean = 0.03 * (after - 50) + wanted.support * tough + draw.normal(0, 1.2)
            stance = "endorse" if lean > 0.7 else "dissociate" if lean < -0.7 else "silent"
            bot = number >= fate[i]
            late = not bot and draw.random() < wanted.absent
            rows.append(
                {
                    "session": session,
                    "group": name,
                    "round": number,
                    "seat": f"A{i + 1}",
                    "player": "" if bot else f"p-{name}-{i}",
                    "role": "ally",
                    "treatment": ("hawk" if arm else "restrained")
                    if wanted.design == "D1"
                    else "none",
                    "distance": "far" if far else "near",
                    "posture": posture,
                    "posture_assigned": assigned,
                    "theatre_share": share,
                    "belief_before": _stated(wanted, draw, before[i], late),
                    "belief_after": _stated(wanted, draw, after, late),
                    "stance": "silent" if late else stance,
                    "contribution": 0,
                    "move": "build_arms" if hedges else "stand",
                    "alignment": "HEDGE" if hedges else "REASSURE",
                    "p_star": 0.5,
                    "bot": int(bot),
                    "timed_out": int(late),
                }
            )
            news.append(hedges)
            before[i] = 0.6 * after + 0.4 * np.clip(50 + mood + persons[i], 0, 100)
        hedged = float(np.mean(news))
    return rows


def _fate(wanted, draw):
    """The round from which a bot plays the seat."""
    if draw.random() < wanted.bots:
        return 1
    if draw.random() < wanted.dropouts:
        return int(draw.integers(2, wanted.rounds + 1))
    return wanted.rounds + 1


def _stated(wanted, draw, belief, late):
    unsaid = late or draw.random() < wanted.unsaid
    return float("nan") if unsaid else float(round(belief))


def _sent_twice(wanted, draw, table):
    """Some rows once more, before they count: with another belief and the other alignment."""
    often = (draw.random(len(table)) < wanted.twice) & (table["bot"] == 0)
    first = table[often].copy()
    first["belief_after"] = (first["belief_after"] + 17) % 101
    first["alignment"] = np.where(first["alignment"] == "HEDGE", "REASSURE", "HEDGE")
    return pd.concat([first, table], ignore_index=True)


def written(table: pd.DataFrame) -> bytes:
    """The table as a file; beliefs are whole numbers, or empty."""
    whole = table.copy()
    for name in ("belief_before", "belief_after"):
        whole[name] = whole[name].astype("Int64")
    return whole.to_csv(index=False, lineterminator="\n").encode()
