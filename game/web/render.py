"""What a student sees, as pure functions from a view to HTML: no clock, no dice, no database.

A seat's page has nine regions. `seat_regions` gives them one by one for a push, `seat_page` the
whole page from the same partials; that page works without scripts. The server adds the moment
(`now_ms`) and what its forms need, nothing else.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from game.core.views.own import SeatView
from game.core.vocabulary import SeatId
from game.web.charts.placing import SIZES
from game.web.doors import (
    DoorRefused,
    LobbyFrame,
    help_offered,
    join_page,
    plain_page,
)
from game.web.presenters.asked import NOTHING_ASKED, Asked
from game.web.presenters.banners import banners
from game.web.presenters.crisis import crisis
from game.web.presenters.dividing import commit
from game.web.presenters.ending import over
from game.web.presenters.forms import Posting, RefusedForm
from game.web.presenters.letters import archive
from game.web.presenters.maps import MapShown, divided, map_shown, now_shown, to_divide
from game.web.presenters.masthead import clock, masthead, tabs
from game.web.presenters.ordering import orders
from game.web.presenters.reckoning import reckoning
from game.web.presenters.record import record
from game.web.presenters.responding import respond
from game.web.presenters.role import my_seat, reading, role
from game.web.presenters.screen import Screen
from game.web.presenters.stating import appraise, belief
from game.web.presenters.talk import talk
from game.web.presenters.waiting import wait
from game.web.templating import render, trusted
from game.web.wording.entering import CLOCK, CONNECTION
from game.web.wording.figures import BELIEF_WORDS

__all__ = [
    "REGIONS",
    "DoorRefused",
    "LobbyFrame",
    "RefusedForm",
    "SeatFrame",
    "join_page",
    "plain_page",
    "preview_map",
    "seat_page",
    "seat_regions",
    "seat_still",
]

REGIONS = ("mast", "banner", "now", "cables", "record", "seat", "aside", "tabs", "help")
NOTHING = Posting()
LEADS_ON = re.compile(r'(<a [^>]*?)href="(?!#)[^"]*"')  # a link to anywhere but this page


@dataclass(frozen=True, slots=True)
class SeatFrame:
    """What stands on a seat's page beside its view."""

    code: str  # of the class session, as shown
    group: int
    title: str  # of the class session
    return_number: str
    consent: bool | None = None
    simulated: bool = False
    hand: int | None = None  # raised since
    nudged: int = 0  # when the instructor asked for the move; 0: not
    asked: Asked = NOTHING_ASKED  # beside the game
    still: bool = False  # looked at afterwards: without what is asked beside the game


@dataclass(frozen=True, slots=True)
class Aside:
    """The map beside; `live` names its size where the patron's division is shown as it changes."""

    map: MapShown
    live: str


Presenter = Callable[[SeatView, Posting], Screen]
SCREENS: Mapping[str, Presenter] = {
    "brief": lambda view, _: Screen("brief", role(view)),
    "belief": belief,
    "read": lambda view, _: Screen("read", reading(view)),
    "talk": talk,
    "commit": commit,
    "appraise": appraise,
    "respond": respond,
    "orders": orders,
    "wait": wait,
    "crisis": crisis,
    "reckoning": reckoning,
    "over": over,
}


def seat_regions(view: SeatView, frame: SeatFrame) -> dict[str, str]:
    """The regions of a seat's page, by the id of the element they fill."""
    return _regions(view, frame, SCREENS[view.task](view, NOTHING), "")


def seat_page(
    view: SeatView,
    frame: SeatFrame,
    now_ms: int,
    nonce: str,
    refused: RefusedForm | None = None,
    *,
    who: str = "",
    hold: bool = False,
) -> str:
    """The whole page of the participant `who`. `nonce` makes the ids of its commands, so that a
    double tap is known for one; `refused` brings back a form that was not taken; `hold` stops the
    page renewing itself."""
    screen = SCREENS[view.task](view, Posting(nonce, refused, who))
    waits = view.task == "wait" or not screen.typing
    return render(
        "student/page.html",
        **_whole(view, frame, screen, now_ms),
        now=now_ms,
        who=who,
        kept=refused if refused and not any(form.sentence for form in screen.forms) else None,
        renews=waits and not hold and refused is None,
        typing=screen.typing,
        connection=CONNECTION,
        clock_words=CLOCK,
        belief_words=BELIEF_WORDS,
    )


def seat_still(view: SeatView, frame: SeatFrame, now_ms: int) -> str:
    """The page as it stood at `now_ms`, to be looked at: nothing on it runs, leads on or sends."""
    screen = SCREENS[view.task](view, NOTHING)
    page = render("review/still.html", **_whole(view, frame, screen, now_ms), kept=None)
    return LEADS_ON.sub(r"\1", page)


def _whole(view: SeatView, frame: SeatFrame, screen: Screen, now_ms: int) -> dict[str, object]:
    """What stands on every page of a seat, with the clock of this moment."""
    mast = masthead(view)
    shown = clock(now_ms, mast.deadline, mast.left)
    return {
        "view": view,
        "public": view.public,
        "frame": frame,
        "mast": mast,
        "regions": trusted(_regions(view, frame, screen, shown)),
    }


def preview_map(
    view: SeatView, theatre: int, garrisons: Mapping[SeatId, int], size: str = "phone"
) -> str | None:
    """The patron's map as it would be; None where the units do not go round."""
    forces = divided(view.public, theatre, garrisons)
    if view.patron is None or forces is None or size not in SIZES:
        return None
    return str(map_shown(forces, size, "m" if size == "phone" else "w").svg)


def _regions(view: SeatView, frame: SeatFrame, screen: Screen, clock_text: str) -> dict[str, str]:
    dividing = view.task == "commit"
    shown_map = (to_divide if dividing else now_shown)(view.public, "desk", "w")
    kept = {
        "banner": banners(view, frame.nudged),
        "cables": archive(view),
        "record": record(view),
        "seat": my_seat(view),
        "aside": Aside(shown_map, "desk" if dividing else ""),
        "tabs": tabs(view),
        "help": help_offered(frame.hand, over=view.public.over or frame.still),
    }
    return {
        "mast": render("student/mast.html", shown=masthead(view), clock=clock_text),
        "now": render(
            "student/now.html",
            part=screen.template,
            view=view,
            public=view.public,
            shown=screen.shown,
            asked=frame.asked.prediction,
        ),
        **{region: _part(f"student/{region}.html", shown, frame) for region, shown in kept.items()},
    }


@lru_cache(maxsize=2048)
def _part(template: str, shown: object, frame: SeatFrame) -> str:
    """A region that changes seldom: most pushes find it as it was."""
    return render(template, shown=shown, frame=frame)
