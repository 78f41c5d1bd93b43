"""Who was last heard when. In memory alone: it is no data, and a restart forgets it.

A page in sight says every twenty seconds that it is here, and every request and every move says
so too. That a socket is connected says nothing: a phone keeps it in a pocket.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping

from game.classroom.live import LiveSession
from game.classroom.roster import Entry
from game.core.vocabulary import ParticipantId, SessionId
from game.web.instructor_pages.seen import Seen, is_here, seen


class Presence:
    """When each participant of each session was last heard, since this server runs. `now` only
    ever runs on; `began` is the time of day at the start."""

    def __init__(self, now: Callable[[], int], began: int) -> None:
        self._now = now
        self._since = began
        self._heard: defaultdict[SessionId, dict[ParticipantId, int]] = defaultdict(dict)
        self._told: dict[SessionId, tuple[Seen, ...]] = {}

    def hear(self, session: SessionId, participant: ParticipantId) -> bool:
        """A sign of life; True if it is news, as none had come for a while."""
        now, heard = self._now(), self._heard[session]
        before = heard.get(participant)
        heard[participant] = now
        return before is None or not is_here(now - before)

    def all(
        self, live: LiveSession, roster: Mapping[ParticipantId, Entry]
    ) -> dict[ParticipantId, Seen]:
        """Everybody on the list of a session, as the console says it now."""
        return {who: self._seen(live.id, who, roster.get(who)) for who in live.state.participants}

    def _seen(self, session: SessionId, who: ParticipantId, entry: Entry | None) -> Seen:
        heard = self._heard[session].get(who)
        if heard is not None:
            return seen(self._now() - heard)
        return seen(None, restarted=entry is not None and entry.joined_at < self._since)

    def aged(self, live: LiveSession, roster: Mapping[ParticipantId, Entry]) -> bool:
        """Whether the console would say another thing than when this was asked last."""
        now = tuple(self.all(live, roster).values())
        before = self._told.get(live.id)
        self._told[live.id] = now
        return before != now
