"""Sentences at the door: names, codes, devices, connections, and pages that are not there."""

from collections.abc import Mapping

from game.classroom.roster import NameRefused
from game.web.wording.figures import some

REMOVED = "Your instructor has taken you off the list."
TOO_FAST = "This seat sends too fast. Wait a moment, and send it again."
ELSEWHERE = "You have moved to another device. This one only watches."
NAMES: Mapping[str, str] = {
    "name_empty": "Type your name first.",
    "name_too_long": "This name is {over} too long; {longest} is the most.",
    "name_taken": (
        "Somebody is here under that already. If it is you, use “I was here before” below. If not, "
        "add a letter."
    ),
    "name_twice": (
        "Your class’s list has that name twice. Type your student number or your e-mail address."
    ),
    "session_full": "This class is full: {most} are here. Speak to your instructor.",
    "session_over": "This class has ended. Ask your instructor for a new code.",
}
CONNECTION: Mapping[str, str] = {  # said by live.js, one lead and one rest each
    "off": "No connection.",
    "safe": "Your decision of {time} is safe on the server.",
    "kept": "Your decision is not sent yet; it is kept on this phone and goes by itself.",
    "doubt": "Whether your decision has arrived is not certain. It is kept on this phone, goes "
    "again by itself, and counts once.",
    "typed": "What you are writing is not sent yet, and stays here.",
    "close": "Close",
    "quiet": "Nothing of yours is lost. Trying again by itself.",
    "old": "What you see may be old. Trying again by itself.",  # where nothing is typed
    "back": "You are back. Nothing was missed.",
    "elsewhere": ELSEWHERE,
    "here": "Use this one again",
    "sent": "Sent at {time}.",
    "draft": "The stage closed before this was sent. Your text:",
    "nudged": "Your move ·",
    "unheard": "No connection: your instructor has not been told. Try again.",
    "twice": "Already sent. The first of your two taps counted.",
    "unsure": "The server has not answered yet. It is kept here and goes again by itself.",
}
CLOCK: Mapping[str, str] = {
    "60": "One minute left.",
    "30": "Half a minute left.",
    "10": "Ten seconds left.",
    "left": "{time} left.",  # on demand
    "paused": "The clock stands at {time}.",
}


def name_sentence(reason: NameRefused) -> str:
    """Why a name cannot be used."""
    details = {key: str(value) for key, value in reason.details.items()}
    over = reason.details.get("over")
    if isinstance(over, int):
        details["over"] = some(over, "letter")
    return NAMES[reason.code].format_map(details)
