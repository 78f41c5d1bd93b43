"""The pages that tell a log and put two of it side by side, by name."""

from dataclasses import replace
from functools import lru_cache

from game.analysis.comparing import group_side, record_side, seat_side
from game.analysis.replaying import Replay
from game.core.commands import PublishCommunique, PutIn, SendCable
from game.core.pledges import Asked as Request
from game.core.pledges import Code
from game.core.scenario import Reading, RecordEntry
from game.core.vocabulary import PATRON, SessionId, Stage
from game.web.console_chronicle import Told, chronicle_frame
from game.web.instructor_pages.chronicle import chronicle_page
from game.web.instructor_pages.compare import Asked, compare_frame, compare_page
from game.web.review.compared import One, Who
from game.web.review.volumes import Volume
from game.web.wording import comparing as wording
from tests.builders import A1, A2, Script, a_scenario, an_opening
from tests.web.instructor_scenes import HOSTILE, screen

RECORD = (
    RecordEntry("belmar", "d2", "R", False, HOSTILE * 3, ("S1",)),
    RecordEntry("belmar", "d3", "M", True, "It had doubts, and said so late.", ("S1",)),
)
SCENARIO = replace(
    a_scenario(), title=HOSTILE, record=RECORD, readings=(Reading(HOSTILE, HOSTILE),)
)
VOLUME = Volume(
    SessionId("s1a2b3"), HOSTILE, "HK7 M4R", 1_795_000_000_000, "The Straits", "test-straits",
    "D2", "D2, order cards", 6, (1, 2, 3), True, True,
)  # fmt: skip
LONG = "We have read what you told the others, and it is not what you told us.\n和平 🙂 " * 4


@lru_cache
def replay(silent: bool = False) -> Replay:
    """A game with hard words in it; or one in which Belmar is away in the first round."""
    script = Script(an_opening(3, scenario=SCENARIO), SCENARIO)
    script.at(1, Stage.CONSULTATION)
    script.seat(A1, SendCable(PATRON, HOSTILE), SendCable(PATRON, LONG[:280]))
    script.seat(PATRON, PublishCommunique(LONG[:200]), PutIn(A2, Request(Code.ASK_UNITS, 2), False))
    if silent:
        script.at(3, Stage.RESPONSE)
        return Replay.of(SCENARIO, script.log)
    return Replay.of(SCENARIO, script.to_the_end().log)


def told(**asked: str) -> str:
    """The chronicle, as its address asks for it."""
    noted = {3: 1, 14: 2}
    fields = {name.rstrip("_"): value for name, value in asked.items()}
    return chronicle_page(chronicle_frame(Told(VOLUME, 1, replay(), noted), fields))


def compared(*ones: One, said: str = "") -> str:
    """The comparison of these."""
    seats = ((PATRON, f"{HOSTILE} (P)"), (A1, "Belmar (A1)"))
    left, right = (ones[0].who, ones[1].who) if ones else (None, None)
    return compare_page(compare_frame(VOLUME, Asked(left, right, seats, SCENARIO), ones, said))


def one(number: int, seat: str = "", silent: bool = False) -> One:
    """A group, or Belmar in it."""
    found = replay(silent)
    side = seat_side(found, A1) if seat else group_side(found)
    title = f"Group {number}: Belmar" if seat else f"Group {number}"
    base = f"/console/s1a2b3/group/{number}/at"
    return One(Who(number, seat), title, side, "full", base, arm="" if seat else "hawk+near")


@screen
def chronicle() -> str:
    return told()


@screen
def chronicle_events() -> str:
    return told(view="events")


@screen
def chronicle_chosen() -> str:
    return told(seat="A1", kind="talk", as_="A1")


@screen
def chronicle_nothing() -> str:
    return told(seat="A2", kind="forces")


@screen
def compare_groups() -> str:
    """One that was stopped in round 3."""
    return compared(one(1), one(2, silent=True))


@screen
def compare_record() -> str:
    side = record_side(SCENARIO, "full", "belmar")
    return compared(one(1, "A1"), One(Who(), "Belmar in history", side, "full"))


@screen
def compare_nothing() -> str:
    return compared(said=wording.NO_COUNTERPART)
