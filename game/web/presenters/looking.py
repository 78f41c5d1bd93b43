"""What goes on, for somebody without a seat: one group, as the wall would show it."""

from dataclasses import dataclass

from game.core.views.shapes import PublicView
from game.core.vocabulary import Posture
from game.web.wall_render.frame import WallFrame
from game.web.wall_render.stages import StageShown, deed, stage_shown
from game.web.wording.words import STAGES


@dataclass(frozen=True, slots=True)
class Looking:
    """A group of the class; `shown` is None until round 1 has begun."""

    group: int
    groups: int
    heading: str
    posture: Posture | None
    did: str
    deadline: int | None
    left: int | None
    shown: StageShown | None

    @property
    def before(self) -> int:
        """The number of the group before; past the first comes the last."""
        return (self.group - 2) % self.groups + 1

    @property
    def following(self) -> int:
        """The number of the next group."""
        return self.group % self.groups + 1


def looking(frame: WallFrame, view: PublicView) -> Looking:
    """Nothing that the wall would not show: other groups may still decide."""
    begun = frame.round > 0 and frame.stage is not None
    done = deed(frame, view) if begun else None
    return Looking(
        group=frame.group,
        groups=frame.groups,
        heading=f"Round {frame.round} · {STAGES[frame.stage]}" if frame.stage else "",
        posture=done.posture if done else None,
        did=done.said if done else "",
        deadline=view.deadline if view.open else None,
        left=view.left_ms,
        shown=stage_shown(frame, view) if begun else None,
    )
