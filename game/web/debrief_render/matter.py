"""What every page of the debrief is made from, and the few words that all of them use."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.analysis.claims.reading import ClaimsFile
from game.analysis.descriptives import ClassPicture, GroupPicture, Summary
from game.analysis.inference.results import Analysis
from game.core.scenario import Scenario
from game.core.vocabulary import Design, MoveSource
from game.web.presenters.asked import NOTHING_ASKED, Asked

MOVERS = {  # who moved, where it was no student; strips show the first letter
    MoveSource.BOT: "bot",
    MoveSource.TIMEOUT: "time ran out",
    MoveSource.INSTRUCTOR: "instructor",
}


@dataclass(frozen=True, slots=True)
class Tested:
    """What was found, and the claims file that the session was pinned to."""

    analysis: Analysis
    claims: ClaimsFile


@dataclass(frozen=True, slots=True)
class Matter:
    """The class, the case it played, and the group of the reader (0: a reader of all).

    Without `tested` there are no pages about the claims.
    """

    picture: ClassPicture
    scenario: Scenario
    cut: str = ""
    own: int = 0
    asked: Asked = NOTHING_ASKED  # of the reader, beside the game
    tested: Tested | None = None

    @property
    def patron(self) -> str:
        """The patron's name."""
        return self.scenario.patron.name

    @property
    def rounds(self) -> int:
        """The highest round of which there are rows in any group."""
        return max((group.rounds[-1].round for group in self.groups if group.rounds), default=0)

    @property
    def groups(self) -> tuple[GroupPicture, ...]:
        """All groups."""
        return self.picture.groups

    @property
    def played(self) -> tuple[GroupPicture, ...]:
        """Those with rows to show."""
        return tuple(group for group in self.groups if group.rounds)

    @property
    def scripted(self) -> bool:
        """Whether the computer played every patron by design."""
        return bool(self.groups) and all(group.patron_kind.scripted for group in self.groups)

    @property
    def free(self) -> bool:
        """Whether patrons chose their posture: nothing was drawn that could be compared."""
        return any(group.design is Design.D3 for group in self.groups)

    @property
    def compared(self) -> str:
        """The design that was tested, with what was drawn in D2: a card, or the posture itself."""
        design = self.tested.analysis.design if self.tested else ""
        lottery = any(group.design is Design.D2_LOTTERY for group in self.groups)
        return f"{design}-lottery" if design == "D2" and lottery else design

    def actor(self, actor_id: str) -> str:
        """The country's name."""
        known = self.scenario.by_id().get(actor_id)
        return known.name if known else actor_id

    def group_name(self, group: GroupPicture) -> str:
        """`Group 4`, and whose it is if it is the reader's."""
        return f"Group {group.number}" + (", yours" if group.number == self.own else "")

    def group(self, number: int) -> GroupPicture | None:
        """The group of this number."""
        return next((group for group in self.groups if group.number == number), None)

    def mover(self, source: MoveSource) -> str:
        """Who moved, if no student did; in a rehearsal bots go without saying."""
        if self.picture.simulated and source is MoveSource.BOT:
            return ""
        return MOVERS.get(source, "")


def means_shown(parts: Iterable[Summary]) -> bool:
    """Whether the means of a whole's parts may stand side by side.

    One part of fewer than three seats hides all: it could be had by subtraction.
    """
    answered = [part for part in parts if part.pairs]
    return bool(answered) and all(part.discreet for part in answered)


def batches(count: int, most: int) -> list[range]:
    """`count` things in as few pages of at most `most` as will do, evenly filled."""
    pages = max(1, -(-count // most))
    size, extra = divmod(count, pages)
    starts = [page * size + min(page, extra) for page in range(pages + 1)]
    return [range(a, b) for a, b in pairwise(starts)]


def counted(items: Sequence[object], one: str, many: str = "") -> str:
    """`1 group`, `3 groups`."""
    return f"{len(items)} {one if len(items) == 1 else many or one + 's'}"
