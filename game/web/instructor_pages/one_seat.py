"""A seat's own page on the console: who holds it, who moves for it, and what can be done."""

from dataclasses import dataclass

from game.core.views.instructor import GroupView, SeatStatus
from game.web.instructor_pages.frame import ConsoleFrame, Person
from game.web.templating import render
from game.web.wording.seats import EXTRA, SEAT_STANDS

SHARES = (0, 25, 50, 100)  # percent of extra time that are offered


@dataclass(frozen=True, slots=True)
class SeatPage:
    """One seat as its page shows it."""

    frame: ConsoleFrame
    group: GroupView
    seat: SeatStatus

    @property
    def base(self) -> str:
        """Where the page lives."""
        return self.frame.seat_at(self.group.number, self.seat.seat)

    @property
    def holders(self) -> tuple[Person, ...]:
        """The students at the seat."""
        return self.frame.holders(self.group, self.seat.seat)

    @property
    def stands(self) -> str:
        """Who moves for it, and for whom it waits, in a sentence."""
        return SEAT_STANDS[self._stands]

    @property
    def _stands(self) -> str:
        if not self.seat.student:
            return "scripted" if self.group.patron_kind.scripted else "bot"
        if self.seat.covered:
            return "covered" if self.seat.holders else "empty"
        if self.frame.phase != "play":
            return "student"
        return "awaited" if self.seat.status == "awaited" else "moved"

    @property
    def free(self) -> tuple[Person, ...]:
        """Who might be seated here: those without a seat, before round 1 everybody else."""
        if self.frame.phase == "dealt":
            return tuple(one for one in self.frame.people if one not in self.holders)
        return (*self.frame.late, *self.frame.watching)

    @property
    def shares(self) -> tuple[tuple[int, str], ...]:
        """Extra time to choose from."""
        offered = sorted({*SHARES, self.seat.extra})
        return tuple((percent, EXTRA.get(percent, f"{percent} % more")) for percent in offered)

    @property
    def running(self) -> bool:
        """Whether the game can still be changed."""
        return self.frame.phase in ("dealt", "play")


def seat_page(page: SeatPage, refused: str = "") -> str:
    """The page. `refused` says why the last thing asked for was not done."""
    return render("console/seat.html", page=page, frame=page.frame, refused=refused)
