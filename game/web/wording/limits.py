"""What a class cannot show, in words; the numbers come from its data."""

from collections.abc import Mapping

Words = tuple[str, str]  # a fact in few words, and what follows

SIMULATED: Words = ("Bots played.", "Nothing on any of these pages is evidence.")
FEW = "It describes this class; it does not generalise."
MANY = (
    "Enough to say something of this class. It is still one class, one day, one room; several "
    "classes say more."
)
DESIGN: Mapping[str, Words] = {
    "D1": (
        "Whole groups were compared.",
        "The test counts groups, not students or moves.",
    ),
    "D1-scripted": (
        "Whole groups were compared.",
        "A script played every patron of a kind. The test counts groups, not students or moves.",
    ),
    "D2": (
        "Cards were drawn round by round.",
        "So this is about how a posture is read, not about a policy kept up for years.",
    ),
    "D2-lottery": (
        "Postures were drawn round by round.",
        "So this is about how a posture is read, not about a policy kept up for years.",
    ),
    "D3": (
        "Patrons chose their posture.",
        "What goes together is an association. A patron may have answered its allies, not they it.",
    ),
}
INTENTION = "The test counts the card, not the deed (intention to treat)."
YES_OR_NO: Words = (
    "Hedging is a yes or a no.",
    "One class seldom settles claim 2, even where the effect is real; belief is what it can test.",
)
ARMS: Mapping[str, str] = {  # by card, posture or level of a treatment; they follow each other
    "escalate": "under escalation",
    "restrain": "under restraint",
    "not": "otherwise",
    "hawk": "with hawkish patrons",
    "restrained": "with restrained patrons",
    "hold": "with patrons who hold",
    "heavy": "in a large war",
    "light": "in a small war",
    "far": "far from the war",
    "near": "near the war",
    "on": "with consultation",
    "off": "without consultation",
    "announced": "where leaving was announced",
    "abrupt": "where leaving was not announced",
    "present": "where units stood with allies",
    "absent": "where no units stood with allies",
    "none": "where nothing was changed",
}
EVEN = "About as many on either side; moves that are missing are counted for neither."
UNEVEN = "More are missing on one side than on the other, and who is missing may not be chance."
LEFT_OUT = "They are in no number of the claims."
DROPPED = "Under half of its allies’ moves were played, so that it speaks for nobody."
SHORTENED = "A bot took over from its patron; what came after is left out."
NO_BELIEF = "They count for alignment and support, and not for belief."
REPEATED = "Only a first time counts, so that nobody is counted twice."
RECOGNISED = "Who knows the record may have played it, and not the game."
ABSTRACT: Words = (
    "Only the abstract was read.",
    "Of the article, that is. Claims 4 to 7 are our operationalisation, not the authors’ words.",
)
YOU = "You are not governments."
LINES: Mapping[str, str] = {
    "leave_one_out": "without any one group",
    "round_1": "round 1 alone",
    "with_timeouts": "with the clock’s moves",
    "without_bot_groups": "without groups led by bots",
    "worst_case": "if what is missing were at its worst",
}
OTHERWISE = (
    "No verdict hangs on these lines. Where they differ much from the first, the verdict rests on "
    "few groups or on how moves are counted."
)
