"""The page of somebody who is in and has no seat: before the deal, too late, or looking on."""

from game.web.doors import LobbyFrame, help_offered
from game.web.presenters.asked import NOTHING_ASKED, Asked
from game.web.presenters.looking import Looking
from game.web.presenters.masthead import clock
from game.web.templating import render, trusted
from game.web.wording import rules
from game.web.wording.entering import CLOCK, CONNECTION
from game.web.wording.figures import BELIEF_WORDS
from game.web.wording.seatless import without_seat


def lobby_regions(
    frame: LobbyFrame,
    looking: Looking | None = None,
    clock_text: str = "",
    asked: Asked = NOTHING_ASKED,
) -> dict[str, str]:
    """The regions of the lobby, by the id of the element they fill. `looking`: at which group."""
    said = without_seat(late=frame.late, watching=frame.watching, over=frame.over)
    return {
        "mast": render(
            "student/lobby_mast.html", frame=frame, said=said, looking=looking, clock=clock_text
        ),
        "now": render(
            "student/lobby_now.html",
            frame=frame,
            said=said,
            looking=looking,
            asked=None if frame.over else asked.prediction,
            stages=rules.stages(frame.talk),
            private=f"{rules.PRIVATE} {rules.CABLES}" if frame.talk else rules.PRIVATE,
        ),
        "help": render("student/help.html", shown=help_offered(frame.hand, over=frame.over)),
    }


def lobby_page(
    frame: LobbyFrame,
    now_ms: int,
    who: str = "",
    looking: Looking | None = None,
    asked: Asked = NOTHING_ASKED,
    *,
    hold: bool = False,
) -> str:
    """You are in; what goes on; what you expect; how a round goes; what others are told; how to
    come back. `hold` stops the page renewing itself."""
    shown = clock(now_ms, looking.deadline, looking.left) if looking else ""
    return render(
        "student/lobby.html",
        frame=frame,
        said=without_seat(late=frame.late, watching=frame.watching, over=frame.over),
        looking=looking,
        regions=trusted(lobby_regions(frame, looking, shown, asked)),
        hold=hold,
        now=now_ms,
        who=who,
        connection=CONNECTION,
        clock_words=CLOCK,
        belief_words=BELIEF_WORDS,
    )
