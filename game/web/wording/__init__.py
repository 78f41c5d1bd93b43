"""Every word on a student's screen that is not the scenario's.

Plain, short, present tense, active; countries act, people do not (docs of the look, section 8).
The core knows codes; here each has its sentence, and a test holds that none is missing.
"""

from game.core.reading import Malformed
from game.core.vocabulary import Refused
from game.web.wording import refusals
from game.web.wording.entering import ELSEWHERE, REMOVED, TOO_FAST, name_sentence
from game.web.wording.refusals import Names, field_of

__all__ = [
    "ELSEWHERE",
    "REMOVED",
    "TOO_FAST",
    "field_of",
    "malformed_sentence",
    "name_sentence",
    "refusal_sentence",
]


def refusal_sentence(reason: Refused, names: Names | None = None) -> str:
    """Why the rules do not take a command; `names` turns seats into countries."""
    return refusals.sentence(reason.code, reason.details, names)


def malformed_sentence(field: str, expected: str, names: Names | None = None) -> str:
    """Why a message could not be read, by the field that could not."""
    return refusals.malformed(Malformed(field, expected), names)
