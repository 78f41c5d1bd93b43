"""The answer to a command, for programs and for people: accepted, refused, malformed or broken."""

import logging
from collections.abc import Callable, Mapping

from game.core.reading import Malformed
from game.core.vocabulary import Refused
from game.log.store import CannotWrite
from game.web.wording import field_of, malformed_sentence, refusal_sentence

Answer = dict[str, object]
log = logging.getLogger("game")

BROKEN = "Something went wrong on the server. Your move was not taken; send it again."
FULL = "The server can store nothing now. Your move was not taken; tell your instructor."


def accepted() -> Answer:
    """The move is on the server, for good."""
    return {"ok": True}


def refused(code: str, sentence: str, field: str = "") -> Answer:
    """Not allowed, why, and which part of the message it is about, if one is."""
    said: Answer = {"ok": False, "code": code, "sentence": sentence}
    return said | {"field": field} if field else said


def answer(
    act: Callable[[Mapping[str, object]], None], message: object, names: Mapping[str, str]
) -> Answer:
    """Let `act` obey the message and say what came of it; never raises.

    `names` are the countries by seat, so that a sentence names them.
    """
    if not isinstance(message, Mapping):
        return refused("malformed", malformed_sentence("message", "an object", names))
    try:
        act(message)
    except Malformed as fault:
        return refused(
            "malformed", malformed_sentence(fault.field, fault.expected, names), fault.field
        )
    except Refused as reason:
        return refused(reason.code.value, refusal_sentence(reason, names), field_of(reason.details))
    except CannotWrite as fault:
        log.error("a command was not stored: %s", fault)
        return refused("broken", FULL)
    except Exception:
        log.exception("a command broke")
        return refused("broken", BROKEN)
    return accepted()
