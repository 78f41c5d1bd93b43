"""Signed tokens: who holds a seat, and who holds the console. Nothing else proves anything."""

import hmac
import secrets
from dataclasses import dataclass

from itsdangerous import BadSignature, URLSafeSerializer

from game.core.vocabulary import ParticipantId, SessionId
from game.log.store import Store

SECRET_KEY = "secret_key"
CONSOLE_KEY = "console_token"


@dataclass(frozen=True, slots=True)
class SeatToken:
    """Whom a seat token names."""

    session: SessionId
    participant: ParticipantId


class Tokens:
    """Makes and reads tokens. The secret is kept in the database: tokens outlive a restart."""

    def __init__(self, secret: str, console: str) -> None:
        self._seats = URLSafeSerializer(secret, salt="seat")
        self._consoles = URLSafeSerializer(secret, salt="console")
        self.console = console

    @classmethod
    def of(cls, store: Store) -> "Tokens":
        """The tokens of this database; a new database gets a new secret."""
        return cls(_kept(store, SECRET_KEY, 32), _kept(store, CONSOLE_KEY, 12))

    def for_seat(self, session: SessionId, participant: ParticipantId) -> str:
        """The token a student's device keeps."""
        return str(self._seats.dumps([session, participant]))

    def read_seat(self, token: str | None) -> SeatToken | None:
        """Whom the token names, or None if we did not sign it."""
        try:
            session, participant = self._seats.loads(token or "")
        except (BadSignature, ValueError, TypeError):
            return None
        return SeatToken(SessionId(str(session)), ParticipantId(str(participant)))

    def for_console(self) -> str:
        """What the instructor's browser keeps once the link has been opened."""
        return str(self._consoles.dumps("instructor"))

    def is_console(self, cookie: str | None) -> bool:
        """Whether this is the instructor's browser."""
        try:
            return bool(self._consoles.loads(cookie or "") == "instructor")
        except BadSignature:
            return False

    def opens_console(self, token: str) -> bool:
        """Whether the link's token is the one printed at start."""
        return hmac.compare_digest(token.encode(), self.console.encode())


def _kept(store: Store, key: str, length: int) -> str:
    found = store.setting(key)
    if found is None:
        found = secrets.token_urlsafe(length)
        store.put_setting(key, found)
    return found
