"""Plain pages: each says a fact, what is safe, and what to do. Three faces of what went amiss:
malformed (it could not be read), refused (the rules do not allow it), broken (our fault)."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.web.paths import PATHS
from game.web.wording.entering import REMOVED


@dataclass(frozen=True, slots=True)
class Plain:
    """A heading, the fact, what is safe, and where to go."""

    heading: str
    fact: str
    safe: str
    link: str
    text: str


PLAIN: Mapping[str, Plain] = {
    "removed": Plain(
        "You are no longer in this class",
        REMOVED,
        "What you did stays in the record, without your name. If you are let in again, load this "
        "page anew.",
        PATHS.door,
        "Join a class",
    ),
    "elsewhere": Plain(
        "You have moved to another device",
        "This one only watches. Your seat is open on the other one.",
        "Nothing is lost: what you sent is on the server.",
        PATHS.play,
        "Use this one again",
    ),
    "ended": Plain(
        "This class has ended",
        "Nothing more is taken. Your instructor can open it again.",
        "What you did is kept.",
        PATHS.debrief,
        "To the debrief",
    ),
    "not_found": Plain(
        "Nothing is here",
        "This address leads nowhere. Look at it again, or begin at the door.",
        "If you hold a seat, it is still yours.",
        PATHS.door,
        "To the door",
    ),
    "malformed": Plain(
        "This could not be read",
        "What arrived was not what the page sends.",
        "Nothing was changed. Go back and send it again.",
        PATHS.play,
        "Back to my seat",
    ),
    "refused": Plain(
        "This was not taken",
        "The rules do not allow it now.",
        "Nothing was changed, and nothing of yours is lost.",
        PATHS.play,
        "Back to my seat",
    ),
    "too_fast": Plain(
        "Too fast",
        "So many moves came from this seat that the server stopped reading them.",
        "What was taken before is safe. Wait half a minute, then go back to your seat.",
        PATHS.play,
        "Back to my seat",
    ),
    "too_many_tries": Plain(
        "Too many wrong codes",
        "Somebody tries one code after the other, so the server waits.",
        "Load this page again: a browser that did not fail before is let in at once.",
        PATHS.door,
        "To the door",
    ),
    "no_right": Plain(
        "This is not for you",
        "Your link does not reach so far, or it was revoked.",
        "Nothing was changed. Whoever gave you the link can give you another one.",
        PATHS.door,
        "To the door",
    ),
    "still_played": Plain(
        "This game goes on",
        "What countries keep from each other can be read when the game has ended.",
        "Your link stays good. Load this page again after the class.",
        PATHS.door,
        "To the door",
    ),
    "not_read": Plain(
        "This session cannot be read",
        "Its file was written by another version.",
        "Nothing of it was changed. The version that imported it can open it.",
        PATHS.library,
        "To the library",
    ),
    "link_shut": Plain(
        "This link opens nothing",
        "It was revoked, or it is not whole: links are long, and mail programs break them.",
        "Ask whoever gave it to you for a new one.",
        PATHS.door,
        "To the door",
    ),
    "broken": Plain(
        "Something broke on the server",
        "It was not you. Your move may not have been taken.",
        "What was confirmed before is safe. Go back, look, and send it again if it is not there.",
        PATHS.play,
        "Back to my seat",
    ),
}
