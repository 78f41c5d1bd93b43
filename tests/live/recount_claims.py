"""What the debrief says of the claims, from the zip alone: by `run.py analyse`, in its own JSON.

The engine is held against brute force elsewhere (tests/analysis/inference); here its numbers are
followed to the page.
"""

import json
import subprocess
import sys
import tempfile
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

from tests.live.exactly import DASH, Cell, Counted, Exactly
from tests.live.stranger import Json

ROOT = Path(__file__).resolve().parents[2]
PLACES = {"C1": 1, "C2": 2, "C3": 2, "C4": 1, "C5": 1, "C6": 2, "C7": 2}
UNITS = {
    "C1": "belief points",
    "C2": "rate of hedging (Plan B), 0 to 1",
    "C3": "support, −1 to +1",
    "C4": "belief points for each tenth of the forces",
    "C5": "belief points, far against near",
    "C6": "support, from round to round",
    "C7": "rate of hedging (Plan B) for each 10 belief points",
}
SMALLEST = {"C1": 5, "C2": 0.1, "C3": 0.2, "C4": 1, "C5": 5, "C6": 0.04, "C7": 0.02}
MAIN = ("C1", "C2", "C3")
ENDLESS = {"inf": "+∞", "-inf": "−∞"}
LINES = {
    "leave_one_out": "without any one group",
    "round_1": "round 1 alone",
    "with_timeouts": "with the clock’s moves",
    "without_bot_groups": "without groups led by bots",
    "worst_case": "if what is missing were at its worst",
}
BARS = {
    "share_hrt": "HRT: toughness far away reassures",
    "share_zero": "About zero",
    "share_authors": "The authors: it divides priorities",
}


@lru_cache(maxsize=8)
def analysed(data: bytes) -> Json:
    """What the command says of this zip."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "session.zip"
        path.write_bytes(data)
        command = [sys.executable, "run.py", "analyse", str(path), "--json"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=120, check=True)
    found: Json = json.loads(done.stdout)
    return found


def claims(found: Json) -> dict[str, Json]:
    """The claims that have a card, by id."""
    return {item["claim"]: item for item in found["claims"] if item["claim"] in PLACES}


def tables(found: Json) -> Counted:
    """Every table about the claims."""
    made: Counted = {
        (f"Claim {name[1:]} in numbers ({UNITS[name]})", "What"): card(item)
        for name, item in claims(found).items()
    }
    if found["gauge"]["shown"]:
        made["Shares of three answers", "Answer"] = [
            [bar, Exactly((100 * Fraction(found["gauge"][name]),), 0)] for name, bar in BARS.items()
        ]
    made["Estimates, counted otherwise", "Estimate"] = otherwise(found)
    return made


def card(item: Json) -> list[list[Cell]]:
    """The numbers of one claim."""
    name = item["claim"]
    effects = {
        "estimate": item["estimate"],
        "95 % interval, from": item["ci_low"],
        "95 % interval, to": item["ci_high"],
        "the payoffs alone": item["baseline"],
        "too small to matter, up to": SMALLEST[name],
    }
    chances = {
        "p": item["p"],
        "p, adjusted for several claims": item["p_holm"],
        "p against the payoffs alone": item["p_vs_baseline"],
        "smallest p that was possible": item["min_p"],
    }
    return [
        *([said, number(value, PLACES[name])] for said, value in effects.items()),
        *([said, chance(value)] for said, value in chances.items()),
        ["groups", str(item["n_clusters"])],
    ]


def number(value: float | str | None, places: int) -> Cell:
    """An effect; bounds without an end have a sign of their own."""
    if value is None:
        return DASH
    return ENDLESS[value] if isinstance(value, str) else Exactly((Fraction(value),), places)


def chance(p: float | None) -> Cell:
    """A p-value."""
    if p is None:
        return DASH
    return "less than 0.001" if p < 0.001 else Exactly((Fraction(p),), 3)


def otherwise(found: Json) -> list[list[Cell]]:
    """The main claims as tested, and otherwise counted."""
    tested = [number(claims(found)[name]["estimate"], PLACES[name]) for name in MAIN]
    lines = {(line["line"], line["claim"]): line for line in found["robustness"]}
    kinds = [kind for kind in LINES if any((kind, name) in lines for name in MAIN)]
    rows = [[_ends(lines.get((kind, name)), name) for name in MAIN] for kind in kinds]
    return [
        ["as tested", *tested],
        *([LINES[kind], *row] for kind, row in zip(kinds, rows, strict=True)),
    ]


def _ends(line: Json | None, name: str) -> Cell:
    if line is None:
        return DASH
    ends = tuple(Fraction(end) for end in dict.fromkeys((line["low"], line["high"])))
    return Exactly(ends, PLACES[name])


def sentences(found: Json) -> list[str]:
    """Every verdict, and what the gauge says."""
    said = [item["sentence"] for item in claims(found).values()]
    return [*said, found["gauge"]["words"] if found["gauge"]["shown"] else found["gauge"]["reason"]]


def limits(found: Json) -> list[str]:
    """The counts on the page of limits."""
    data = found["data"]
    groups = f"{data['groups_used']} group"
    if data["groups_used"] != data["groups"]:
        groups = f"{data['groups_used']} of {data['groups']} group"
    lines = [groups]
    movers = {"bot_rows": "bots", "timed_out": "the clock", "by_instructor": "the instructor"}
    lines += [f"{data[key]} by {who}" for key, who in movers.items() if data[key]]
    if data["missing_belief"]:
        lines.append(f"{data['missing_belief']} move")
    for arm in data["attrition"]:
        if any(item["played"] < item["expected"] for item in data["attrition"]):
            lines.append(f"{arm['expected'] - arm['played']} of {arm['expected']} (")
    return lines
