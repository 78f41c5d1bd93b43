"""Signed tokens: who holds a seat, and who holds the console. Nothing else proves anything."""

import hmac
import secrets
from dataclasses import dataclass
from hashlib import sha256

from itsdangerous import BadSignature, URLSafeSerializer, URLSafeTimedSerializer

from game.core.vocabulary import ParticipantId, SessionId
from game.log.store import Store
from game.log.writers import Writer

SECRET_KEY = "secret_key"
CONSOLE_KEY = "console_token"
CONSOLE_BYTES = 12
MARK_SECONDS = 60 * 60 * 6  # how long a device's mark is good


@dataclass(frozen=True, slots=True)
class SeatToken:
    """Whom a seat token names."""

    session: SessionId
    participant: ParticipantId


class Tokens:
    """Makes and reads tokens. The secret is kept in the database: tokens outlive a restart."""

    def __init__(self, secret: str, console: str, password: str = "") -> None:
        self._secret = secret
        self._seats = URLSafeSerializer(secret, salt="seat")
        self._consoles = URLSafeSerializer(secret, salt="console")
        self._links = URLSafeSerializer(secret, salt="link")
        self._devices = URLSafeTimedSerializer(secret, salt="device")
        self._password = password
        self.console = console

    @classmethod
    def of(cls, store: Store, password: str = "") -> "Tokens":
        """The tokens of this database; a new database gets a new secret."""
        return cls(_kept(store, SECRET_KEY, 32), _kept(store, CONSOLE_KEY, CONSOLE_BYTES), password)

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

    def for_link(self, link: str) -> str:
        """What the browser keeps in which a link was opened."""
        return str(self._links.dumps(link))

    def read_link(self, cookie: str | None) -> str | None:
        """The id of the link, or None if we did not sign it."""
        try:
            return str(self._links.loads(cookie or ""))
        except BadSignature:
            return None

    def new_device(self) -> str:
        """A mark for a device: a random number, signed."""
        return str(self._devices.dumps(secrets.token_urlsafe(9)))

    def read_device(self, cookie: str | None) -> str | None:
        """The device's number, or None if we did not sign it."""
        try:
            return str(self._devices.loads(cookie or "", max_age=MARK_SECONDS))
        except BadSignature:
            return None

    def for_console(self) -> str:
        """What the instructor's browser keeps once the link has been opened."""
        return str(self._consoles.dumps(self.console_mark))

    def is_console(self, cookie: str | None) -> bool:
        """Whether this is the instructor's browser, under the link and password of today."""
        try:
            return bool(self._consoles.loads(cookie or "") == self.console_mark)
        except BadSignature:
            return False

    @property
    def console_mark(self) -> str:
        """Differs as soon as the link or the password does: what was opened before is shut."""
        of = f"{self.console}\0{self._password}".encode()
        return hmac.new(self._secret.encode(), of, sha256).hexdigest()[:32]

    def opens_console(self, token: str) -> bool:
        """Whether the link's token is the one printed at start."""
        return _same(token, self.console)

    @property
    def has_password(self) -> bool:
        """Whether the console may be opened by a password, too."""
        return bool(self._password)

    def is_password(self, typed: str) -> bool:
        """Whether this is the password, if there is one."""
        return _same(typed, self._password) and self.has_password

    def replace_console(self, writer: Writer) -> None:
        """A new link: the old one, and all that it has opened, opens nothing any more."""
        made = secrets.token_urlsafe(CONSOLE_BYTES)
        writer.read(lambda store: store.put_setting(CONSOLE_KEY, made))
        self.console = made


def secret_of_texts(store: Store, session: SessionId) -> str:
    """Of what the salts of a session's texts are made. It must leave this server by no way: with it
    a short reason could be guessed from its commitment in the log."""
    of = f"texts\0{session}".encode()
    return hmac.new(_kept(store, SECRET_KEY, 32).encode(), of, sha256).hexdigest()


def _same(one: str, other: str) -> bool:
    """Compared in the same time, however much of it agrees and however long it is."""
    digests = [sha256(text.encode("utf-8", "replace")).digest() for text in (one, other)]
    return hmac.compare_digest(*digests)


def _kept(store: Store, key: str, length: int) -> str:
    found = store.setting(key)
    if found is None:
        found = secrets.token_urlsafe(length)
        store.put_setting(key, found)
    return found
