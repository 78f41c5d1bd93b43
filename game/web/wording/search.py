"""The search in words."""

from collections.abc import Mapping

from game.core.vocabulary import Stage
from game.web.review.said import CABLE, COMMUNIQUE, NOTE, REASON, Said
from game.web.wording.figures import some
from game.web.wording.words import STAGES

HINT = (
    "All words must occur, in any form that begins like them; accents and capitals do not matter. "
    "“In quotation marks” stands together."
)
KINDS: Mapping[str, str] = {
    "": "everything",
    CABLE: "cables",
    COMMUNIQUE: "communiqués",
    REASON: "reasons",
    NOTE: "notes",
}
NOTHING = "Nothing was found."
WITHOUT_TEXTS = "The texts of some imported sessions are not in their files, and are not searched."


def found(count: int, sessions: int) -> str:
    """How many hits, in how many sessions."""
    return f"{some(count, 'hit')} in {some(sessions, 'session')}"


def who(said: Said) -> str:
    """`Cable, Bonn to Washington`; `Reason of Bonn`."""
    match said.kind:
        case "cable":
            return f"Cable, {said.who} to {said.to}"
        case "communique":
            return f"Communiqué of {said.who}"
        case "reason":
            return f"Reason of {said.who}"
        case _:
            return f"Note by {said.who}"


def where(said: Said) -> str:
    """`Group 3, round 2, consultation`."""
    parts = [f"Group {said.group}"]
    parts += [f"round {said.round}"] if said.round else []
    parts += [STAGES[Stage(said.stage)].lower()] if said.stage else []
    return ", ".join(parts)
