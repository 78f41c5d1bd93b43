"""A sentence for every refusal: the fact first, then what is safe, then what to do."""

from collections.abc import Mapping
from typing import TypeGuard

from game.core.reading import Malformed
from game.core.vocabulary import Posture, Refusal, Stage
from game.web.wording.figures import capital, listed, some
from game.web.wording.words import POSTURES, STAGES

Details = Mapping[str, object]
Names = Mapping[str, str]  # seat id -> country

SENTENCES: Mapping[Refusal, str] = {
    Refusal.LATE: "Your move came too late: the time for it was up. What you typed is kept.",
    Refusal.EARLY: "That stage has not opened yet. The game is at {stage}.",
    Refusal.NOT_STARTED: "The game has not begun. Round 1 opens by itself.",
    Refusal.GAME_OVER: "The game is over. Nothing more is taken.",
    Refusal.PAUSED: "Your instructor has paused the game. The clock stands; send it when it runs.",
    Refusal.NOT_PAUSED: "The game is not paused.",
    Refusal.NOT_YOUR_SEAT: "This is not your seat. Each country answers for itself.",
    Refusal.NO_SUCH_SEAT: "There is no {seat} in this group.",
    Refusal.PATRON_ONLY: "Only the patron decides this.",
    Refusal.ALLIES_ONLY: "Only allies decide this.",
    Refusal.SCRIPTED_SEAT: "Nobody moves for this seat by hand.",
    Refusal.OUT_OF_RANGE: "{field} must lie between {least} and {most}. You typed {value}.",
    Refusal.OVER_POOL: "You have {pool} units and placed {placed}. Take {back} back.",
    Refusal.OUTSIDE_BAND: (
        "{posture} means {least} to {most} units in the distant war. You placed {value}. "
        "Change the one or the other."
    ),
    Refusal.ALREADY_COMMITTED: "Your forces are committed and everybody has seen it. It stands.",
    Refusal.ALREADY_STATED: "You have said this already. It stands as you said it.",
    Refusal.BELIEF_FIRST: "First say what you believe; the move comes after.",
    Refusal.MOVE_NOT_OFFERED: "That move is not open to you.",
    Refusal.ORDERS_INCOMPLETE: "An order is missing: say come, or do not come, for {allies}.",
    Refusal.TEXT_EMPTY: "Nothing is written yet.",
    Refusal.TEXT_TOO_LONG: "This is {over} too long; {longest} is the most. Nothing is lost.",
    Refusal.LIMIT_REACHED: "{limit} More in the next round.",
    Refusal.NO_CABLES_HERE: "There are no cables here. What you publish reaches everybody.",
    Refusal.NOT_A_PARTY: "Cables run between the patron and one ally. Write to all instead.",
    Refusal.UNKNOWN_PLEDGE: "That is not on your list. Pick a line, and what it needs.",
    Refusal.NOTHING_TO_DO: "This is not asked at this stage.",
    Refusal.ALREADY_EXTENDED: "This stage has had its extra time.",
    Refusal.NO_TIMER: "This stage has no clock.",
    Refusal.STAGE_OPEN: "A stage is open. Close it first.",
    Refusal.STAGE_CLOSED: "The stage is closed already.",
    Refusal.COVERED_ALREADY: "A bot holds this seat already.",
    Refusal.NOT_COVERED: "No bot holds this seat.",
    Refusal.NOBODY_THERE: "Nobody holds this seat; without the bot it would stand still.",
    Refusal.GROUP_FULL: "This group has no room for another country.",
    Refusal.NOT_OVER: "The game is not over.",
    Refusal.NOTHING_TO_UNDO: "There is nothing here that could be taken back.",
    Refusal.MOVED_SINCE: "Somebody has moved since; what was sent is not thrown away.",
}
LIMITS: Mapping[str, str] = {
    "cables": "You have sent {most} cables this way.",
    "communiques": "You have written to all once this round.",
}
FIELDS: Mapping[str, str] = {
    "units": "Units",
    "round": "The round",
    "theatre": "Units in the distant war",
}
MALFORMED: Mapping[str, str] = {
    "belief": "No answer yet: tap a word, slide, or type a number from 0 to 100.",
    "would": "The first of the three has no answer yet: a number from 0 to 100.",
    "could": "The second of the three has no answer yet: a number from 0 to 100.",
    "move": "No move is chosen yet.",
    "stance": "What you say in public is not chosen yet.",
    "posture": "No posture is chosen yet.",
    "theatre": "Say how many units go to the distant war.",
    "garrisons": "Say how many units go to each ally.",
    "orders": "Say come, or do not come, for each ally.",
    "code": "Nothing is picked yet: choose what you ask or promise.",
    "condition": "Say in which case.",
    "units": "Say how many units.",
    "round": "Say by which round.",
    "to": "Say to whom.",
    "text": "The text is longer than can be read.",
    "reason": "The text is longer than can be read.",
}
UNREADABLE = "This could not be read as it came. Nothing was changed; send it again."


def sentence(code: Refusal, details: Details | None = None, names: Names | None = None) -> str:
    """Why the rules do not take it, in words; `names` turns seats into countries."""
    return capital(SENTENCES[code].format_map(_Filled(_words(details or {}, names or {}))))


def malformed(fault: Malformed, names: Names | None = None) -> str:
    """Why the message could not be read, in words."""
    known = names or {}
    if fault.field in known:
        return f"Something is missing for {known[fault.field]}."
    return MALFORMED.get(fault.field, UNREADABLE)


def field_of(details: Details | None) -> str:
    """The form field a refusal is about, as its control is named; empty if none."""
    named = str((details or {}).get("field", ""))
    return named.replace("garrison:", "garrisons.")


class _Filled(dict[str, str]):
    """A detail nobody gave reads as `it`: a sentence is never lost for want of one."""

    def __missing__(self, key: str) -> str:
        return "it"


def _words(details: Details, names: Names) -> dict[str, str]:
    """The details as they stand in a sentence."""
    said = {key: str(value) for key, value in details.items()}
    if isinstance(details.get("stage"), Stage):
        said["stage"] = STAGES[Stage(said["stage"])].lower()
    if isinstance(details.get("posture"), Posture):
        said["posture"] = POSTURES[Posture(said["posture"])]
    for seat in ("seat", "to"):
        if seat in said:
            said[seat] = names.get(said[seat], f"seat {said[seat]}")
    allies = details.get("allies")
    said["allies"] = listed([names.get(a, a) for a in allies]) if _texts(allies) else "each ally"
    said["field"] = _field(said.get("field", ""), names)
    said["back"] = str(_whole(details, "placed") - _whole(details, "pool"))
    said["over"] = some(_whole(details, "over"), "letter")
    said["limit"] = LIMITS.get(said.get("what", ""), "That was the last one.").format_map(
        {"most": said.get("most", "all")}
    )
    return said


def _field(name: str, names: Names) -> str:
    if name.startswith("garrison:"):
        seat = name.removeprefix("garrison:")
        return f"Units for {names.get(seat, seat)}"
    return FIELDS.get(name, "The number")


def _whole(details: Details, key: str) -> int:
    value = details.get(key, 0)
    return value if isinstance(value, int) else 0


def _texts(value: object) -> TypeGuard[tuple[str, ...]]:
    return isinstance(value, tuple) and all(isinstance(item, str) for item in value)
