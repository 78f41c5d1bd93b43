"""The texts of the sessions that are being coded, kept while they are."""

from collections import Counter, OrderedDict
from collections.abc import Mapping

from game.analysis.codeable import Texts, codeable
from game.classroom.coding.deck import Deck
from game.classroom.coding.keeping import KINDS, Edition
from game.classroom.live import LiveSession
from game.web.apart import apart
from game.web.review.shelf import Shelf

MOST_KEPT = 8  # sessions


class CodedTexts:
    """The texts of each session by kind, of games that have ended: they change no more."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._kept: OrderedDict[str, Mapping[str, Texts]] = OrderedDict()
        self._forgotten: Counter[str] = Counter()
        self._decks: dict[tuple[str, str], Deck] = {}  # by session and kind

    def of(self, session: str, kind: str) -> Texts:
        """The words by id; none of a session that is not there."""
        if session not in self._kept:
            seen = self._forgotten[session]
            log = self._shelf.log(session)
            if log is None:
                return {}
            read = apart(codeable, log)
            if seen != self._forgotten[session]:  # it went, or goes on, while it was read
                return read[kind]
            self._kept[session] = read
            while len(self._kept) > MOST_KEPT:
                self.forget(next(iter(self._kept)))
        return self._kept[session][kind]

    def deck(self, session: str, kind: str, edition: Edition) -> Deck:
        """The same as they are shared out under this edition of the codebook."""
        texts = self.of(session, kind)
        deck = self._decks.get((session, kind))
        if deck is None or deck.edition != edition:
            deck = apart(Deck, edition, texts)
            if session in self._kept and self._kept[session][kind] is texts:
                self._decks[session, kind] = deck
        return deck

    def forget(self, session: str) -> None:
        """It was erased, taken out, or goes on after all."""
        self._forgotten[session] += 1
        self._kept.pop(session, None)
        for kind in KINDS:
            self._decks.pop((session, kind), None)

    # ------------------------------------------------------------------ what the room tells

    def group_changed(self, session: LiveSession, index: int) -> None:
        """Of a game that goes on nothing is kept."""
        self.forget(session.id)

    def list_changed(self, session: LiveSession) -> None:
        """Who is in the class is no matter of the texts."""

    def session_changed(self, session: LiveSession) -> None:
        """It has ended, goes on, or is no more."""
        self.forget(session.id)
