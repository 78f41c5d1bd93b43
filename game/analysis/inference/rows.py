"""One ally in one round, as the claims want it: read from a row of ally_rounds, with its faults."""

from collections.abc import Mapping
from dataclasses import dataclass

Raw = Mapping[str, object]  # a row of the table, or of a CSV: text, numbers, None or empty
NEEDED = ("group", "round", "seat", "stance", "alignment")
POSTURES = ("escalate", "hold", "draw_down")
DRAWN = ("escalate", "restrain")
SUPPORT = {"endorse": 1.0, "silent": 0.0, "dissociate": -1.0}
HEDGES = {"REASSURE": 0.0, "HEDGE": 1.0}
MOVES = {
    "stand": "REASSURE",
    "build_arms": "HEDGE",
    "accommodate": "HEDGE",
    "seek_partner": "HEDGE",
}
YES, NO = ("1", "true", "yes"), ("", "0", "false", "no")


class Malformed(Exception):  # noqa: N818  an answer to whoever made the file
    """A row cannot be read; the message says which, and why."""


@dataclass(frozen=True, slots=True)
class AllyRound:
    """Belief 0-100, support -1 to +1, hedged 0 or 1, share of the forces away 0-1."""

    session: str
    group: str
    round: int
    seat: str
    player: str
    arm: str  # treatment
    far: bool | None
    posture: str
    drawn: str  # posture_assigned
    share: float | None
    before: float | None
    after: float | None
    support: float | None
    hedged: float | None
    bot: bool
    timed_out: bool
    by_instructor: bool
    simulated: bool

    @property
    def escalated(self) -> float | None:
        """E: 1 if the patron escalated, 0 if not, None if the table does not say."""
        return float(self.posture == "escalate") if self.posture else None


def ally_round(raw: Raw) -> AllyRound:
    """A row as read; columns that are not needed may be missing.

    Raises:
        Malformed: a value that cannot be.
    """
    source = _word(raw, "move_source")
    return AllyRound(
        session=_word(raw, "session") or "S1",
        group=_present(raw, "group"),
        round=_round(raw),
        seat=_present(raw, "seat"),
        player=_word(raw, "player"),
        arm=_word(raw, "treatment"),
        far={"far": True, "near": False, "": None}[_one_of(raw, "distance", ("near", "far"))],
        posture=_one_of(raw, "posture", POSTURES),
        drawn=_one_of(raw, "posture_assigned", DRAWN),
        share=_number(raw, "theatre_share", 0, 1),
        before=_belief(raw, "belief_before"),
        after=_belief(raw, "belief_after"),
        support=SUPPORT.get(_one_of(raw, "stance", tuple(SUPPORT))),
        hedged=HEDGES.get(_alignment(raw)),
        bot=_flag(raw, "bot") or source == "bot",
        timed_out=_flag(raw, "timed_out") or source == "timeout",
        by_instructor=source == "instructor",
        simulated=_flag(raw, "simulated"),
    )


def _word(raw: Raw, column: str) -> str:
    value = raw.get(column)
    return "" if value is None else str(value).strip()


def _present(raw: Raw, column: str) -> str:
    found = _word(raw, column)
    if not found:
        raise Malformed(f"{column} is empty.")
    return found


def _one_of(raw: Raw, column: str, values: tuple[str, ...]) -> str:
    found = _word(raw, column)
    if found and found not in values:
        raise Malformed(f"{column} is {found!r}; it can be {', '.join(values)}, or empty.")
    return found


def _alignment(raw: Raw) -> str:
    """As coded; where only the move is there, coded by rule."""
    coded = _one_of(raw, "alignment", tuple(HEDGES))
    return coded or MOVES.get(_one_of(raw, "move", tuple(MOVES)), "")


def _number(raw: Raw, column: str, least: float, most: float) -> float | None:
    found = _word(raw, column)
    if not found or found.lower() in ("na", "nan"):
        return None
    try:
        value = float(found)
    except ValueError:
        raise Malformed(f"{column} is {found!r}, which is no number.") from None
    if not least <= value <= most:
        raise Malformed(f"{column} is {found}; it lies between {least:g} and {most:g}.")
    return value


def _belief(raw: Raw, column: str) -> float | None:
    """A belief that the student stated; what somebody else put in its place is none."""
    if _word(raw, f"{column}_source") not in ("", "student", "bot"):
        return None
    return _number(raw, column, 0, 100)


def _round(raw: Raw) -> int:
    value = _number(raw, "round", 1, 1000)
    if value is None or value != int(value):
        raise Malformed(f"round is {_word(raw, 'round')!r}; it is a whole number from 1.")
    return int(value)


def _flag(raw: Raw, column: str) -> bool:
    found = _word(raw, column).lower().removesuffix(".0")
    if found not in YES + NO:
        raise Malformed(f"{column} is {found!r}; it is 0 or 1.")
    return found in YES
