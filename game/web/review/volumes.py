"""A session on the shelf, as the library lists it."""

from dataclasses import dataclass

from game.classroom.codes import shown
from game.classroom.live import LiveSession
from game.core.vocabulary import SessionId
from game.web.dates import day
from game.web.instructor_pages import Chosen
from game.web.review.folding import folded


@dataclass(frozen=True, slots=True)
class Volume:
    """What is known of a session before it is opened. `code` is empty where it was imported;
    `over`: its game has ended. Times are UTC in milliseconds."""

    session: SessionId
    title: str
    code: str
    created_at: int
    scenario: str  # its title
    scenario_id: str
    design: str  # the code of the design
    design_words: str
    students: int
    groups: tuple[int, ...]  # their numbers
    over: bool
    simulated: bool
    imported: bool = False
    texts: bool = True  # whether what was written is there to be read

    @property
    def day(self) -> str:
        """The day it was made, as people say it."""
        return day(self.created_at)

    @property
    def named(self) -> str:
        """Title and code as a search compares them; the code with its blank and without."""
        return folded(f"{self.title} {self.code} {self.code.replace(' ', '')}")


def own_volume(live: LiveSession) -> Volume:
    """A session of this server, once its seats were dealt."""
    created = live.state.created
    chosen = Chosen(created.design, created.group_size, created.factors)
    return Volume(
        session=live.id,
        title=created.title,
        code=shown(created.code),
        created_at=created.at,
        scenario=live.scenario.title,
        scenario_id=live.scenario.id,
        design=created.design.value,
        design_words=chosen.words,
        students=len(live.state.participants),
        groups=tuple(range(1, len(live.state.groups) + 1)),
        over=live.state.ended is not None,
        simulated=created.simulated,
    )
