"""Questions that are the same in every class: heading, lines, yes, no."""

Asked = tuple[str, tuple[str, ...], str, str]

UNDO: Asked = (
    "Open the stage again?",
    (
        "Those who were missing get 30 seconds to move. What was sealed stays sealed; what the "
        "rules moved for the others is void.",
        "Whoever has looked at the next stage meanwhile may know more than they should. The data "
        "say that the stage was opened again.",
    ),
    "Open it again",
    "Leave it closed",
)
UNTIMED: Asked = (  # where stages have no clock
    UNDO[0],
    (
        "Those who were missing can move. What was sealed stays sealed; what the rules moved for "
        "the others is void.",
        *UNDO[1][1:],
    ),
    *UNDO[2:],
)
REOPEN: Asked = (
    "Go on with the game?",
    (
        "Everybody goes back to where it was stopped. The class is paused at first; press “Go "
        "on” when they are ready.",
        "Students have seen how they did so far, and what their patron had ordered. The data say "
        "that the game was stopped and went on.",
    ),
    "Go on playing",
    "It stays over",
)
UNDEAL: Asked = (
    "Undo the deal?",
    (
        "Everybody is back in the lobby, and the role cards are gone from the phones. When you "
        "deal again, all is drawn anew: seats, cards, attacks.",
        "The data say how often seats were dealt. To deal until one likes it is no random draw.",
    ),
    "Undo it",
    "Leave it as dealt",
)
BEFORE: Asked = (  # it was ended before round 1
    "Go on with this session?",
    ("Everybody is where they were before it was ended.",),
    "Go on",
    "It stays over",
)
