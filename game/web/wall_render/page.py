"""The wall, whole and by regions: what the class sees while nobody has to look at a phone."""

from game.core.views.shapes import PublicView
from game.web.debrief_render.wall import WallDebrief
from game.web.presenters.masthead import clock
from game.web.templating import render, trusted
from game.web.wall_render.frame import WallFrame
from game.web.wall_render.stages import deed, stage_shown
from game.web.wording import rules, wall
from game.web.wording.console import KEYS
from game.web.wording.entering import CONNECTION
from game.web.wording.words import STAGES

REGIONS = ("top", "main", "foot")


def wall_regions(
    frame: WallFrame, view: PublicView | None = None, debrief: WallDebrief | None = None
) -> dict[str, str]:
    """The regions by the id of the element they fill. `view` is the shown group's, in play;
    `debrief` the page that is on, afterwards."""
    return _regions(frame, view, debrief, "")


def wall_page(
    frame: WallFrame,
    now_ms: int,
    view: PublicView | None = None,
    debrief: WallDebrief | None = None,
) -> str:
    """The whole page. Without scripts it renews itself, and its links turn groups and pages."""
    running = None if frame.paused else frame.deadline
    shown = clock(now_ms, running, frame.left_ms)
    return render(
        "wall/page.html",
        frame=frame,
        now=now_ms,
        join=wall.JOIN,
        keys=KEYS,
        connection=CONNECTION,
        regions=trusted(_regions(frame, view, debrief, shown)),
    )


def _regions(
    frame: WallFrame, view: PublicView | None, debrief: WallDebrief | None, clock_text: str
) -> dict[str, str]:
    state = _state(frame, view, debrief)
    context = {
        "frame": frame,
        "state": state,
        "words": wall,
        "clock": clock_text,
        "deed": deed(frame, view) if state == "stage" and view else None,
        "shown": stage_shown(frame, view) if state == "stage" and view else None,
        "stage": STAGES[frame.stage] if frame.stage else "",
        "stages": rules.stages(frame.talk),
        "debrief": debrief,
    }
    return {region: render(f"wall/{region}.html", **context) for region in REGIONS}


def _state(frame: WallFrame, view: PublicView | None, debrief: WallDebrief | None) -> str:
    """join, dealt, stage, debrief or over."""
    if frame.phase == "lobby":
        return "join"
    if frame.phase == "over":
        return "debrief" if debrief else "over"
    return "dealt" if frame.phase == "dealt" or view is None or not frame.round else "stage"
