"""Points by the rule book (rules 5, 6 and 8), from the columns of the zip and its numbers alone.

What a scenario does not change and the zip does not repeat stands here as the rules have it.
"""

from collections.abc import Sequence
from fractions import Fraction

from tests.live.zipped import Row, where

INCOME, SPEAKING = 10, 1  # an ally's
GIVEN, RECEIVED = 1, 2  # what a unit costs its giver, and is worth to the other
PER_ALLY, STANDING, CARD, MOVING = 5, 2, 6, 1  # a patron's
STAKE, WEIGHT = 10, 4  # what staying away costs: and 4 more or less for resolve, and for priority
POSTURES = ("escalate", "hold", "draw_down")


def security(session: Row, move: str, row: Row) -> Fraction:
    """What a move brings, given what befell the ally."""
    b, h, q, m, loss = (Fraction(session[name]) for name in ("b", "h", "q", "m", "L"))
    attacked, alone = row["attacked"] == "1", row["defended"] == "0"
    rest = (1 - m) * loss if alone else 0
    if move == "stand":
        return b - (loss if alone else 0)
    if move == "build_arms":
        return -h - rest
    if move == "accommodate":
        return -(h / q if attacked else 0) - rest
    return -h - (loss if row["partner_came"] == "0" else 0)


def ally_points(session: Row, row: Row) -> Fraction:
    """What the round paid."""
    gifts = RECEIVED * int(row["garrison"]) - GIVEN * int(row["contribution"])
    spoke = SPEAKING if row["stance"] != "silent" else 0
    return INCOME + security(session, row["move"], row) + gifts - spoke


def ally_par(session: Row, row: Row) -> Fraction:
    """Half-way between standing and arms."""
    stand, arms = (security(session, move, row) for move in ("stand", "build_arms"))
    return INCOME + (stand + arms) / 2


def traits(row: Row) -> tuple[int, int]:
    """Resolve and priority of the patron's type: +1 for high and for core."""
    resolve, priority = row["patron_type"].split("_")
    return (1 if resolve == "high" else -1), (1 if priority == "core" else -1)


def stake(row: Row) -> int:
    """What staying away costs."""
    return STAKE + WEIGHT * sum(traits(row))


def war(session: Row, row: Row, posture: str) -> Fraction:
    """What a posture is worth in the war: resolve and a distant priority speak for fighting."""
    resolve, core = traits(row)
    worth = Fraction(session["r"]) * resolve - Fraction(session["s"]) * core
    tide = worth + Fraction(row["news"])
    return {"escalate": tide, "hold": Fraction(MOVING), "draw_down": -tide}[posture] - MOVING


def card(row: Row, posture: str) -> int:
    """What obeying the order card pays."""
    asked = {"tough": posture == "escalate", "restraint": posture != "escalate", "none": False}
    return CARD if asked[row["card"]] else 0


def patron_points(session: Row, row: Row, allies: Sequence[Row]) -> Fraction:
    """What the round paid."""
    posture, attacked = row["posture"], where(allies, attacked="1")
    spoken = len(where(allies, stance="endorse")) - len(where(allies, stance="dissociate"))
    units = sum(int(ally["contribution"]) for ally in allies)
    garrisons = sum(int(ally["garrison"]) for ally in allies)
    bills = sum(
        Fraction(ally["cost"]) if ally["standing_order"] == "come" else stake(row)
        for ally in attacked
    )
    stood = STANDING * len(where(allies, move="stand"))
    own = war(session, row, posture) + card(row, posture)
    return PER_ALLY * len(allies) + own + stood + RECEIVED * (spoken + units) - garrisons - bills


def patron_par(session: Row, row: Row, allies: Sequence[Row]) -> Fraction:
    """The best posture, a unit for a unit with every ally, the cheaper bill for every attack."""
    best = max(war(session, row, posture) + card(row, posture) for posture in POSTURES)
    bills = sum(min(Fraction(a["cost"]), stake(row)) for a in where(allies, attacked="1"))
    return (PER_ALLY + RECEIVED - GIVEN) * len(allies) + best - bills


def calibration(rows: Sequence[Row]) -> Fraction:
    """Mean of 100 (1 - (b - o)^2) over both beliefs of every round."""
    errors = [
        Fraction(row[f"belief_{when}"]) / 100 - int(row["outcome"])
        for row in rows
        for when in ("before", "after")
        if row[f"belief_{when}"]
    ]
    return 100 * (1 - sum(error * error for error in errors) / len(errors))
