"""What every page and socket handler is given: the classroom, the tokens, the hub, the address."""

from dataclasses import dataclass, field

from flask import Request

from game.classroom.classroom import Classroom
from game.classroom.codes import shown
from game.classroom.imports import Imports
from game.classroom.links import Links
from game.classroom.live import LiveSession
from game.classroom.notes import Notes
from game.classroom.roster import Entry
from game.core.vocabulary import ParticipantId
from game.web.coding.texts import CodedTexts
from game.web.cookies import SEAT_COOKIE, Cookies
from game.web.hub import Hub
from game.web.limits import Limits
from game.web.nudges import Nudges
from game.web.presence import Presence
from game.web.review.finder import Finder
from game.web.review.shelf import Shelf
from game.web.room.phones import Phones
from game.web.tokens import Tokens
from game.web.turned_away import TurnedAway


@dataclass(frozen=True, slots=True)
class Visitor:
    """A student whose token we signed: the session and the line in its roster."""

    live: LiveSession
    entry: Entry
    nudges: Nudges = field(default_factory=Nudges)

    @property
    def removed(self) -> bool:
        """Whether the instructor has taken the student off the list since."""
        return self.entry.participant not in self.live.state.participants

    @property
    def names(self) -> dict[str, str]:
        """The countries of the student's group, by seat."""
        place = self.live.seats.get(self.entry.participant)
        return self.live.groups[place[0]].countries if place else {}


@dataclass(frozen=True, slots=True)
class Site:
    """The composed server. `address` is what students type, e.g. http://192.168.1.5:8000."""

    room: Classroom
    tokens: Tokens
    hub: Hub
    address: str
    links: Links
    cookies: Cookies
    turned_away: TurnedAway
    phones: Phones
    presence: Presence
    limits: Limits
    nudges: Nudges
    shelf: Shelf
    notes: Notes
    texts: CodedTexts
    imports: Imports
    finder: Finder

    def visitor(self, token: str | None) -> Visitor | None:
        """Who holds this seat token, if anybody still does."""
        named = self.tokens.read_seat(token)
        live = self.room.session(named.session) if named else None
        if named is None or live is None:
            return None
        entry = self.room.roster(live.id).get(named.participant)
        present = named.participant in live.state.participants
        return Visitor(live, entry, self.nudges) if entry and present else None

    def removed_from(self, request: Request) -> LiveSession | None:
        """The class from whose list this student was taken."""
        named = self.tokens.read_seat(self.cookies.get(request, SEAT_COOKIE))
        live = self.room.session(named.session) if named else None
        return live if live and named and named.participant in self.room.roster(live.id) else None

    def visitor_of(self, request: Request) -> Visitor | None:
        """The student behind a request, who is heard by it: by a bearer token, or else by the
        browser's cookie."""
        visitor = self.visitor(bearer(request) or self.cookies.get(request, SEAT_COOKIE))
        if visitor:
            self.heard(visitor.live, visitor.entry.participant)
        return visitor

    def heard(self, live: LiveSession, participant: ParticipantId) -> None:
        """A sign of life of a student; whoever watches is told if it is news."""
        looked = self.nudges.reach(live.id, participant)
        if self.presence.hear(live.id, participant) or looked:
            self.hub.presence_changed(live)

    def aged(self) -> None:
        """Time has passed: who watches a class is told if its list says another thing now."""
        for live in self.room.sessions():
            if self.hub.watched(live.id) and self.presence.aged(live, self.room.roster(live.id)):
                self.hub.presence_changed(live)

    def seat_of(self, request: Request, door: str) -> Visitor | None:
        """The student behind a request; that a token was shown that opens nothing is noted."""
        visitor = self.visitor_of(request)
        if visitor is None and (bearer(request) or self.cookies.get(request, SEAT_COOKIE)):
            self.turned_away.note("nobody", door, "", "a token that opens no seat")
        return visitor

    def code_of(self, session: str | None) -> str:
        """The join code of a session as shown, for the log; empty if there is no such session."""
        live = self.room.session(session) if session else None
        return shown(live.state.created.code) if live else ""


def bearer(request: Request) -> str | None:
    """The token of an `Authorization: Bearer` header."""
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else None
