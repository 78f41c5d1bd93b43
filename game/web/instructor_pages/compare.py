"""Two of a session side by side, as a pure function from a frame to HTML."""

from dataclasses import dataclass

from game.core.scenario import Scenario, Source
from game.web.review.addresses import Addresses
from game.web.review.compared import RECORD, Compared, One, Who, compared, headlines
from game.web.review.volumes import Volume
from game.web.templating import render
from game.web.wording import comparing as wording
from game.web.wording.debrief import EXPLAIN
from game.web.wording.words import ALIGNMENTS, BACKWARDS

Option = tuple[str, str, bool]  # value, words, whether chosen


@dataclass(frozen=True, slots=True)
class CompareFrame:
    """What the page shows. `said`: why there is nothing; `history`: the case, where its record is
    one of the two."""

    volume: Volume
    left: Who
    right: Who
    ones: tuple[One, ...]
    rounds: tuple[Compared, ...]
    seats: tuple[tuple[str, str], ...]
    record: bool
    said: str
    history: Scenario | None

    @property
    def simulated(self) -> bool:
        """A rehearsal says so above all."""
        return self.volume.simulated

    @property
    def addresses(self) -> Addresses:
        """Of the session's pages."""
        return Addresses(self.volume.session)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Of the record."""
        if self.history is None:
            return ()
        return self.history.cited(i for entry in self.history.record for i in entry.sources)

    def groups_for(self, who: Who) -> tuple[Option, ...]:
        """The list of groups."""
        return tuple((f"g{n}", f"Group {n}", n == who.group) for n in self.volume.groups)

    def seats_for(self, who: Who, *, history: bool) -> tuple[Option, ...]:
        """The whole group, its seats, and what history has."""
        seats = [("", wording.WHOLE), *self.seats]
        seats += [(RECORD, wording.RECORD)] if history and self.record else []
        chosen = who.seat if who.group else RECORD
        return tuple((value, words, value == chosen) for value, words in seats)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which two are asked for, of which seats there are."""

    left: Who | None
    right: Who | None
    seats: tuple[tuple[str, str], ...]
    scenario: Scenario | None


def compare_frame(
    volume: Volume, asked: Asked, ones: tuple[One, ...], said: str = ""
) -> CompareFrame:
    """The two beside one another; or, where there are none, what is `said`."""
    scenario = asked.scenario
    heads = headlines(scenario, ones[0].cut) if scenario and ones else {}
    shown = tuple(compared(ones[0], ones[1], heads)) if len(ones) == 2 else ()
    recorded = any(not one.who.group for one in ones)
    return CompareFrame(
        volume=volume,
        left=asked.left or Who(min(volume.groups, default=1)),
        right=asked.right or Who(max(volume.groups, default=1)),
        ones=ones,
        rounds=shown,
        seats=asked.seats,
        record=bool(scenario and scenario.record),
        said=said or ("" if shown else wording.NO_ROUND),
        history=scenario if recorded else None,
    )


def compare_page(frame: CompareFrame) -> str:
    """The page."""
    return render(
        "console/compare/page.html",
        frame=frame,
        wording=wording,
        alignments=ALIGNMENTS,
        backwards=BACKWARDS,
        explain=EXPLAIN,
    )
