"""The sentences of the debrief, counted again from the zip alone: patterns that must be found."""

import re
from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor

from tests.live.zipped import POSTURES, Row, Zipped, believed, counted, number_of, seats_of, where

MOVERS = {"student": "", "bot": " bot", "timeout": " time ran out", "instructor": " instructor"}
CODES = {"REASSURE": "reassure", "HEDGE": "hedge"}
CARDS = {"tough": "firmness", "restraint": "restraint"}
STANCES = {"endorse": ", endorsed", "silent": "", "dissociate": ", dissociated"}


def share(part: int, whole: int) -> str:
    """`7 of 15 (47 %)`; a half may be rounded either way."""
    if not whole:
        return "none"
    return rf"{part} of {whole} \({percent(Fraction(100 * part, whole))} %\)"


def percent(exact: Fraction) -> str:
    """Rounded."""
    if exact % 1 == Fraction(1, 2):
        return f"(?:{floor(exact)}|{ceil(exact)})"
    return str(floor(exact + Fraction(1, 2)))


def hedged(zipped: Zipped) -> list[str]:
    """How many took a Plan B, in all and by posture."""
    rows = counted(zipped.allies)
    lines = [f"Of all moves, {_elsewhere(rows)} were a Plan B"]
    for posture, word in POSTURES.items():
        lines.append(f"{word}: {_elsewhere(where(rows, posture=posture))} took a Plan B")
    return lines


def _elsewhere(rows: Sequence[Row]) -> str:
    return share(len(where(rows, alignment="HEDGE")), len(rows))


def deeds(zipped: Zipped) -> list[str]:
    """Attacks and defences, and cards obeyed."""
    attacked = where(zipped.allies, attacked="1")
    came = share(len(where(attacked, defended="1")), len(attacked))
    lines = [f"Allies were attacked {len(attacked)} times?; the patron came in {came}"]
    for card, word in CARDS.items():
        dealt = where(zipped.patrons, card=card)
        if dealt:
            obeyed = share(len(where(dealt, complied="1")), len(dealt))
            lines.append(f"Cards for {word} were obeyed in {obeyed}{stood_in(dealt)}")
    if not where(zipped.patrons, patron_kind="student"):
        return [*lines, r"The computer played every patron\."]
    for source in ("bot", "timeout"):
        if moved := len(where(zipped.patrons, move_source=source)):
            lines.append(f"Of {len(zipped.patrons)} divisions of forces, {moved}:{MOVERS[source]}")
    return lines


def stood_in(dealt: Sequence[Row]) -> str:
    """Rounds in which a bot had the card."""
    count = len(where(dealt, patron_kind="bot_substitute"))
    return f"; in {count} rounds? of these a bot stood in" if count else r"\."


def limits(zipped: Zipped) -> list[str]:
    """How many groups and allies."""
    own = counted(zipped.allies)
    lines = [rf"{len(zipped.groups)} groups?, {seats_of(own)} (?:ally|allies)\."]
    if out := len(zipped.allies) - len(own):
        lines.append(f"{out} of {len(zipped.allies)} moves are left out of the numbers")
    if missing := len(own) - len(believed(own)):
        lines.append(f"{missing} counted moves? (?:has|have) no pair of beliefs beside it")
    if zipped.session["completed"] == "0":
        lines.append(f"{len(zipped.groups)} groups? (?:was|were) stopped before the last round")
    return lines


def bars(zipped: Zipped) -> list[str]:
    """What is written on the bars, by posture."""
    rows = counted(zipped.allies)
    stood, left = (
        {p: len(where(rows, posture=p, alignment=code)) for p in POSTURES} for code in CODES
    )
    return [
        f"{word}: {stood[posture]} stood, {left[posture]} took a Plan B"
        for posture, word in POSTURES.items()
    ]


def strip(zipped: Zipped, group: str) -> str:
    """The codes of a group, a row an ally and a column a round."""
    rounds = sorted({row["round"] for row in zipped.allies}, key=int)
    told = []
    for seat in sorted({row["seat"] for row in where(zipped.allies, group=group)}):
        rows = {row["round"]: row for row in where(zipped.allies, group=group, seat=seat)}
        codes = [
            CODES[rows[number]["alignment"]] if number in rows else "none" for number in rounds
        ]
        actor = next(iter(rows.values()))["actor"]
        told.append(f"{zipped.names[actor]}: {', '.join(codes)}")
    return rf"Group {number_of(group)}(?:, yours)?\. {re.escape('; '.join(told))}\."


def answers(zipped: Zipped, rows: Sequence[Row]) -> list[str]:
    """What each ally did in a round of a group, in the scenario's words."""
    done = {
        (actor["id"], move): told["done"]
        for actor in zipped.scenario["allies"]
        for move, told in actor["moves"].items()
    }
    names = zipped.names

    def done_by(row: Row) -> str:
        return str(done[row["actor"], row["move"]])

    return [
        re.escape(f"{names[row['actor']]}{MOVERS[row['move_source']]} {done_by(row)}")
        + STANCES[row["stance"]]
        for row in rows
    ]


def crisis(zipped: Zipped, rows: Sequence[Row]) -> str:
    """Who was attacked, and what became of it."""
    fates = {"1": "helped", "0": "left alone"}
    told = [
        f"{zipped.names[row['actor']]}, {fates[row['defended']]}"
        for row in where(rows, attacked="1")
    ]
    return re.escape(f"Attacked: {'; '.join(told)}.") if told else ""


def record(zipped: Zipped) -> list[str]:
    """How often the class looked elsewhere at each turning point of the record, in order."""
    told = {entry["turning_point"] for entry in zipped.scenario["record"]}
    points = [item["id"] for item in zipped.scenario["dispatches"] if item["id"] in told]
    (cut,) = [c for c in zipped.scenario["cuts"] if c["id"] == zipped.session["cut"]]
    lines = []
    for point in points:
        number = cut["dispatches"].index(point) + 1 if point in cut["dispatches"] else 0
        rows = where(counted(zipped.allies), round=str(number))
        hedged = len(where(rows, alignment="HEDGE"))
        said = f"{hedged} of {len(rows)} moves in round {number}"
        exact = percent(Fraction(100 * hedged, len(rows))) if rows else ""
        lines.append(rf"{exact} ?% \({said}\)" if rows else "not played")
    return lines
