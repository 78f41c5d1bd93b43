"""Where the class is, in counts and codes: what the wall says, and a page that only looks on."""

from game.classroom.codes import shown
from game.classroom.live import LiveGroup, LiveSession
from game.core.views import instructor_view
from game.web.wall_render.frame import WallFrame, awaiting


def leading(live: LiveSession) -> LiveGroup | None:
    """A group that is where the class is: an open one, best with a running clock, else any."""
    still_open = [group for group in live.groups if group.state.open]
    running = [group for group in still_open if group.state.paused_at is None]
    return next(iter(running or still_open or live.groups), None)


def left_ms(group: LiveGroup | None) -> int | None:
    """While paused: the time that was left."""
    if group is None or group.state.paused_at is None or group.state.deadline is None:
        return None
    return max(0, group.state.deadline - group.state.paused_at)


def class_frame(live: LiveSession, number: int) -> WallFrame:
    """One moment of the class, with the group of this number before one's eyes."""
    created, state, front = live.state.created, live.state, leading(live)
    return WallFrame(
        code=shown(created.code),
        address="",
        title=created.title,
        phase=state.phase,
        here=len(state.participants),
        round=front.state.round.number if front else 0,
        stage=front.state.stage if front else None,
        deadline=front.state.deadline if front else None,
        left_ms=left_ms(front),
        paused=state.paused,
        talk=live.scenario.cut(created.cut).consultation,
        simulated=created.simulated,
        group=(number - 1) % len(live.groups) + 1 if live.groups else 0,
        groups=len(live.groups),
        awaited=awaiting([instructor_view(group.state) for group in live.groups]),
    )
