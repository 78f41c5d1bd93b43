"""What the wall shows beside the common view of one group: counts and codes, never a name."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from game.core.views.instructor import GroupView
from game.core.vocabulary import PATRON, Stage


@dataclass(frozen=True, slots=True)
class Awaited:
    """For whom the class waits, by role and not by name; and in how many groups it still goes on.

    Patrons are counted alike, whoever plays them.
    """

    allies: int = 0
    patrons: int = 0
    of_allies: int = 0
    of_patrons: int = 0
    groups: tuple[int, ...] = ()
    open: int = 0


def awaiting(groups: Sequence[GroupView]) -> Awaited:
    """Counted from the views of all groups."""
    playing = [group for group in groups if not group.over]
    patrons = [seat for group in playing for seat in group.awaited if seat.seat == PATRON]
    everybody = [seat for group in playing for seat in group.awaited]
    return Awaited(
        allies=len(everybody) - len(patrons),
        patrons=len(patrons),
        of_allies=sum(len(group.seats) - 1 for group in playing),
        of_patrons=len(playing),
        groups=tuple(sorted(group.number for group in playing if group.awaited)),
        open=sum(group.open for group in playing),
    )


@dataclass(frozen=True, slots=True)
class WallFrame:
    """One moment of a class session. Times are UTC in milliseconds."""

    code: str  # as shown: HK7 M4R
    address: str  # where students join, as one would type it
    title: str
    phase: str  # lobby | dealt | play | over
    qr_svg: Markup = field(default=Markup())
    here: int = 0  # students who have come in
    round: int = 0
    stage: Stage | None = None
    deadline: int | None = None
    left_ms: int | None = None  # when paused
    paused: bool = False
    talk: bool = True
    simulated: bool = False
    group: int = 0  # the number of the group shown
    groups: int = 0
    awaited: Awaited = field(default_factory=Awaited)

    @property
    def base(self) -> str:
        """Where this wall lives."""
        return f"/wall/{self.code.replace(' ', '')}"

    @property
    def watch(self) -> dict[str, str]:
        """What the page tells the server that it looks at."""
        return {"watch": "wall", "code": self.code.replace(" ", "")}
