"""Groups to whom, together, everything happens that can happen in a log."""

from functools import lru_cache

from game.analysis.chronicle import Entry, entries
from game.analysis.replaying import Replay
from game.core.commands import (
    CloseStage,
    EndGame,
    ExtendStage,
    GiveExtraTime,
    LeaveSeat,
    Pause,
    ReopenGame,
    Resume,
    ShiftClock,
    TakeSeat,
    UndoClosing,
)
from game.core.vocabulary import Stage
from tests.analysis.played import SCENARIO, eventful, rehearsal, stopped
from tests.builders import A1, A2, Script, an_opening, participants


def taken_back() -> Script:
    """A stage closed too early, a game stopped and opened again; an ally that goes and returns."""
    script = Script(an_opening(3), SCENARIO).at(1, Stage.RESPONSE)
    script.do(ExtendStage(30)).do(ShiftClock(4000)).do(GiveExtraTime(A1, 50))
    script.do(CloseStage("instructor")).opens().do(UndoClosing(30)).bots_move()
    (holder,) = script.state.seats[A2].holders
    script.do(LeaveSeat(A2, holder)).do(TakeSeat(A2, participants(9)[8]))
    script.at(2, Stage.CONSULTATION).do(GiveExtraTime(A1, 0)).do(Pause()).do(Resume())
    script.do(EndGame("stopped")).do(ReopenGame())
    return script.to_the_end()


@lru_cache
def replays() -> tuple[Replay, ...]:
    """All groups of three sessions, and one more."""
    logs = [group.events for make in (eventful, stopped, rehearsal) for group in make().groups]
    return tuple(Replay.of(SCENARIO, events) for events in (*logs, taken_back().log))


@lru_cache
def told() -> tuple[tuple[Replay, tuple[Entry, ...]], ...]:
    """Each with its chronicle."""
    return tuple((replay, entries(replay)) for replay in replays())


__all__ = ["replays", "taken_back", "told"]
