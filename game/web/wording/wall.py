"""What stands on the projector: short, read from the last row, and never a name or a code."""

from collections.abc import Mapping

from game.core.vocabulary import Stage, Stance

MEANWHILE: Mapping[Stage, str] = {  # where the dispatch asks nothing
    Stage.DISPATCH: "What would change your number?",
    Stage.CONSULTATION: "What would you need to see to believe a promise?",
    Stage.COMMITMENT: "What will you look at first: the war, or your own home?",
    Stage.RESPONSE: "What would you need to see to believe a promise?",
}
TO_DO: Mapping[Stage, str] = {  # under “Awaited”
    Stage.DISPATCH: "to say what they believe",
    Stage.CONSULTATION: "still writing",
    Stage.COMMITMENT: "to divide their forces",
    Stage.RESPONSE: "to decide",
    Stage.CRISIS: "still reading",
    Stage.RECKONING: "still reading",
}
STANCES: Mapping[Stance, str] = {  # beside the map there is room for a word; silence is none
    Stance.ENDORSE: "endorsed",
    Stance.DISSOCIATE: "dissociated",
}
JOIN = ("Open", "and type", "or point your camera here. No account, no app.")
NO_SIGNS = "No vowels; no 0, 1, 2, 5 or 8."
LATE = "Late? The same code works all hour."
READ = "Read your role card"
READ_LINE = "It is on your phone: who you are, what you want, and what only you know."
PAUSED = "The game is paused. All clocks stand."
OVER = "The game is over"
OVER_LINES = (
    "Look at your phone: it says how you did, and what your patron had ordered for you.",
    "Then the debrief begins here.",
)
QUIET = "Nobody is attacked in this group this round."
