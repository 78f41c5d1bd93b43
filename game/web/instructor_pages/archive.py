"""The archive: every class of this server and those that were brought, side by side."""

from dataclasses import dataclass

from markupsafe import Markup

from game.web.templating import render
from game.web.wording import archive as wording
from game.web.wording.figures import some


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class in the list; what is empty is not known. `said`: why it stands in no line."""

    session: str
    title: str
    day: str
    scenario: str
    version: str  # the first signs of the hash
    design: str
    students: int
    groups: int
    state: str
    said: str = ""
    number: int = 0  # as the plots name it; 0: in no plot
    href: str = ""  # its console
    remove: str = ""  # the page that takes it out
    own: bool = True


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """A class in a plot."""

    name: str
    groups: int
    estimate: str
    interval: str
    said: str = ""  # why it enters no line, or one alone


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """One claim over the classes of a pool. `without`: class left out, mean, random effects."""

    id: str
    question: str
    chart: Markup
    rows: tuple[EstimateRow, ...]
    lines: tuple[str, ...]
    without: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PoolShown:
    """Classes that are put together."""

    id: str
    scenario: str
    version: str
    hash: str
    design: str
    count: int
    notes: tuple[str, ...]
    claims: tuple[ClaimShown, ...]

    @property
    def heading(self) -> str:
        """What they have in common."""
        return f"{self.scenario}, {self.design}: {wording.DESIGNS[self.design].lower()}"


@dataclass(frozen=True, slots=True)
class ArchiveFrame:
    """The whole page. `versions` and `designs`: value, words, whether chosen."""

    pools: tuple[PoolShown, ...]
    classes: tuple[ClassRow, ...]
    versions: tuple[tuple[str, str, bool], ...] = ()
    designs: tuple[tuple[str, str, bool], ...] = ()
    erased: int = 0
    any_estimates: bool = False


def archive_page(frame: ArchiveFrame, *, done: str = "", refused: str = "") -> str:
    """The page; `refused` says why a file was not taken."""
    return render(
        "console/archive.html",
        frame=frame,
        wording=wording,
        done=wording.DONE.get(done, ""),
        refused=refused,
        erased=wording.erased(frame.erased),
        some=some,
    )


def remove_page(title: str, at: str) -> str:
    """The question before a class is taken out; `at` is where yes is sent."""
    return render(
        "console/archive_remove.html",
        heading=wording.REMOVE.format(title=title),
        lines=wording.REMOVING,
        at=at,
    )
