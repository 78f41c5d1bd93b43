"""A nudge: the instructor waits for one move and says so on that student's page.

In memory alone. It stands until the seat has moved or the stage is over, so that a page which
opens later shows it as well; it has reached the student once their page was heard after it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.classroom.live import LiveSession
from game.core.rules.awaited import awaited
from game.core.vocabulary import ParticipantId, SessionId, Stage
from game.web.clock import now_ms


@dataclass(frozen=True, slots=True)
class Nudge:
    """When, for which stage, and whether anybody has looked since."""

    at: int
    round: int
    stage: Stage | None
    reached: bool = False


class Nudges:
    """The nudges of all sessions."""

    def __init__(self, now: Callable[[], int] = now_ms) -> None:
        self._now = now
        self._sent: dict[tuple[SessionId, ParticipantId], Nudge] = {}

    def send(self, live: LiveSession, participant: ParticipantId) -> bool:
        """Nudge a student whose seat is awaited; False if it is not."""
        if not _is_awaited(live, participant):
            return False
        state = live.groups[live.seats[participant][0]].state
        nudge = Nudge(self._now(), state.round.number, state.stage)
        self._sent[live.id, participant] = nudge
        return True

    def of(self, live: LiveSession, participant: ParticipantId) -> Nudge | None:
        """The nudge that stands, if one does."""
        nudge = self._sent.get((live.id, participant))
        if nudge is None or not _is_awaited(live, participant):
            return None
        state = live.groups[live.seats[participant][0]].state
        return nudge if (nudge.round, nudge.stage) == (state.round.number, state.stage) else None

    def asked(self, live: LiveSession, participant: ParticipantId) -> int:
        """When the nudge was sent that stands; 0 if none does."""
        nudge = self.of(live, participant)
        return nudge.at if nudge else 0

    def reach(self, session: SessionId, participant: ParticipantId) -> bool:
        """The student was heard; True if a nudge has thereby reached them."""
        nudge = self._sent.get((session, participant))
        if nudge is None or nudge.reached:
            return False
        self._sent[session, participant] = replace(nudge, reached=True)
        return True


def _is_awaited(live: LiveSession, participant: ParticipantId) -> bool:
    """Whether the stage waits for this student, and for no bot in their place."""
    place = live.seats.get(participant)
    if place is None:
        return False
    state = live.groups[place[0]].state
    return place[1] in awaited(state) and state.seats[place[1]].strategy is None
