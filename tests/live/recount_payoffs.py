"""What the debrief says of the payoffs alone, and of what would have been found: counted again.

From the JSON of `run.py analyse` (recount_claims.py).
"""

from collections.abc import Iterator
from fractions import Fraction

from tests.live.exactly import Cell, Counted, Exactly
from tests.live.recount_claims import PLACES, claims
from tests.live.stranger import Json
from tests.live.zipped import POSTURES, Zipped

KEY = ("Plan B beside own beliefs", "What")
ROWS = {
    "Plan B": "hedged",
    "implied, lambda 0.6": "expected",
    "implied, lambda 0.3": "low",
    "implied, lambda 1.2": "high",
}
HOLM = {
    1: 1.0,
    2: 2.2414 / 1.95996,
    3: 2.39398 / 1.95996,
}  # two-sided normal, 5 % shared by so many


def tables(found: Json, zipped: Zipped) -> Counted:
    """Hedging beside own beliefs: nothing where fewer than three seats may have moved."""
    lines = shown(found, zipped)
    if not lines:
        return {}
    rows: list[list[Cell]] = [["moves", *(str(line["moves"]) for line in lines)]]
    rows += [[said, *(per_cent(line[key]) for line in lines)] for said, key in ROWS.items()]
    rows.append(["beyond it, points", *(per_cent(beyond(line)) for line in lines)])
    rows.append(["best response", *(per_cent(line["best"]) for line in lines)])
    return {KEY: rows}


def shown(found: Json, zipped: Zipped) -> list[Json]:
    """By posture, if none may be of fewer than three; and all together, last."""
    least = 2 * max(int(row["round"]) for row in zipped.allies) + 1
    lines = {line["posture"]: line for line in found["own_beliefs"]}
    whole = [line for line in (lines.pop("", None),) if line and line["moves"] >= least]
    parts = [lines[name] for name in POSTURES if name in lines]
    return [*(parts if min(part["moves"] for part in parts) >= least else []), *whole]


def beyond(line: Json) -> float:
    """Hedging that own beliefs do not imply."""
    return float(line["hedged"]) - float(line["expected"])


def per_cent(share: float) -> Cell:
    """A whole number."""
    return Exactly((100 * Fraction(share),), 0)


def sentences(found: Json, zipped: Zipped) -> list[str]:
    """The tilt at three lambdas, the line on own beliefs, and how large a difference had to be."""
    return [*_tilts(found), *_own(found, zipped), *_findable(found)]


def _tilts(found: Json) -> Iterator[str]:
    for key, places in (("belief", 1), ("hedging", 2)):
        for line in found["tilts"]:
            yield f"{signed(line[key], places)} at lambda {line['precision']:g}"


def _own(found: Json, zipped: Zipped) -> Iterator[str]:
    lines = shown(found, zipped)
    if lines:
        whole = lines[-1]
        yield f"took a Plan B in {100 * whole['hedged']:.0f} % of their moves"
        yield f"imply {100 * whole['expected']:.0f} %"
        yield f"{100 * whole['best']:.0f} % of moves were best responses"


def _findable(found: Json) -> Iterator[str]:
    tested = [item for item in claims(found).values() if item["testable"]]
    for item in tested:
        ends = item["ci_low"], item["ci_high"]
        alike = sum(other["family"] == item["family"] for other in tested)
        if any(isinstance(end, str) for end in ends):
            yield "too few to say how large a difference would have been found"
            continue
        least = (ends[1] - ends[0]) / 2 * HOLM[1 if item["family"] == "check" else alike]
        if least <= {"C1": 100, "C2": 1, "C3": 2, "C5": 100}.get(item["claim"], least):
            yield f"a difference of about {least:.{PLACES[item['claim']]}f} "


def signed(value: float, places: int) -> str:
    """With a printer's minus; nought has no sign."""
    size = f"{abs(value):.{places}f}"
    return size if not float(size) else f"{'+' if value > 0 else '−'}{size}"
