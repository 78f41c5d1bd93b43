"""The console while students ask for help, and some have been nudged."""

from game.core.vocabulary import ParticipantId
from game.web.instructor_pages.frame import Hand
from tests.builders import A1, A2
from tests.web.instructor_scenes import HOSTILE, at_response, console, screen, shown


@screen
def console_calls() -> str:
    """Two hands are up; of three who were nudged one has looked."""
    asking = (
        Hand(ParticipantId("P31"), HOSTILE, "Arven in group 3", "14:03"),
        Hand(ParticipantId("P05"), "Elif Yildiz", "", "14:05"),
    )
    played = at_response()
    holders = [played[i].state.seats[s].holders[0] for i, s in ((3, A1), (8, A2), (10, A2))]
    return shown(
        console(
            played, 40, gone=(9,), hands=asking, nudged={who: who == holders[0] for who in holders}
        )
    )
