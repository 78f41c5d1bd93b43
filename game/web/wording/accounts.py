"""The lines of a seat's account, and what the end of a game is called."""

from collections.abc import Mapping

from game.core.vocabulary import Posture, Stance
from game.web.wording.words import POSTURE_DONE, STANCE_DONE

LINES: Mapping[str, str] = {
    "income": "Every round",
    "attacked:defended": "Attacked; {patron} came",
    "attacked:partner": "Attacked; another protector came",
    "attacked:alone": "Attacked and alone",
    "garrison_received": "{patron_of} units in {home}",
    "units_sent": "Units sent to {theatre}",
    "card": "Did as the order card asked",
    "allies_stood": "Allies that stood with you",
    "endorsements": "Allies that endorsed the war",
    "dissociations": "Allies that dissociated",
    "units_received": "Units that allies sent",
    "garrisons_given": "Your units in allies’ homes",
    "came": "Came to allies under attack",
    "stayed_away": "Did not come to allies under attack",
    **{f"war:{posture}": f"You {POSTURE_DONE[posture]} in {{theatre}}" for posture in Posture},
    **{f"spoke:{stance}": f"You {STANCE_DONE[stance]}" for stance in Stance},
}
PAR_ALLY = (
    "Par is half-way between what standing and own arms would have earned you, with the same "
    "attacks."
)
PAR_PATRON = (
    "Par is what the best posture and the cheaper answer to each attack would have earned you."
)
ENDS: Mapping[str, str] = {
    "completed": "All rounds have been played.",
    "stopped": "Your instructor has ended it here.",
}


def line(code: str, move: str, names: Mapping[str, str]) -> str:
    """A line of the account; `move` says what the ally did in the scenario's own words."""
    if code.startswith("move:"):
        return move
    return LINES[code].format(**names).replace("itself", "yourself")


def end(reason: str) -> str:
    """Why the game is over."""
    return ENDS.get(reason, ENDS["stopped"])
