"""Who asks for which coding: the session, the kind of text, the edition, the coder."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from flask import abort

from game.analysis.codeable import Texts
from game.classroom.coding.deck import Deck
from game.classroom.coding.keeping import (
    KINDS,
    Desk,
    Edition,
    Work,
    coders_of,
    editions,
    given_by,
    work_of,
)
from game.classroom.coding.queue import Queue, queue_of
from game.classroom.links import Role
from game.core.vocabulary import SessionId
from game.web import rights
from game.web.apart import apart
from game.web.coding.codings import desk_of
from game.web.paths import PATHS
from game.web.review.finding import StillPlayed
from game.web.review.volumes import Volume
from game.web.site import Site

INSTRUCTOR = "instructor"


@dataclass(frozen=True, slots=True)
class Asked:
    """One coding of one session: its texts, and the newest edition of its codebook, if any."""

    volume: Volume
    desk: Desk
    texts: Texts
    edition: Edition | None
    deck: Deck | None  # the texts as they are shared out under it

    @property
    def at(self) -> str:
        """Where its pages live."""
        return f"{coding_at(self.volume.session)}/{self.desk.kind}"

    @property
    def dealt(self) -> Deck:
        """The texts as they are shared out, or an answer that nobody codes them yet."""
        return self.deck or abort(404)

    def work(self) -> Work:
        """What was done under the newest edition, or an answer that there is none."""
        return work_of(self.desk, self.edition or abort(404))


def coding_at(session: str) -> str:
    """Where the coding of a session lives."""
    return f"{PATHS.console}/{session}/coding"


def ended(site: Site, session: str) -> Volume:
    """A session whose game has ended: before that, texts are still written.

    Raises:
        StillPlayed: for everybody.
    """
    volume = site.shelf.volume(session) or abort(404)
    if rights.granted().role is Role.CODER:
        volume = replace(volume, title="")  # it may tell an arm
    if not volume.over:
        raise StillPlayed(volume)
    return volume


def asked(site: Site, session: str, kind: str) -> Asked:
    """This coding, or an answer that there is none."""
    if kind not in KINDS:
        abort(404)
    volume = ended(site, session)
    desk = desk_of(site.room, session, kind)
    known = editions(desk)
    texts, newest = site.texts.of(session, kind), known[-1] if known else None
    deck = site.texts.deck(session, kind, newest) if newest else None
    return Asked(volume, desk, texts, newest, deck)


@dataclass(frozen=True, slots=True)
class Me:
    """Who codes: the instructor, or who holds a link. `blind`: the link opens nothing else."""

    coder: str
    label: str
    blind: bool


def myself(site: Site) -> Me:
    """Who asks, as a coder."""
    grant = rights.granted()
    link = site.links.good(grant.link)
    if link is None:
        return Me(INSTRUCTOR, INSTRUCTOR, blind=False)
    return Me(link.id, link.label, blind=link.role is Role.CODER)


def my_queue(found: Asked, me: Me) -> Queue | None:
    """The texts of who asks; None before they have begun."""
    desk, deck = found.desk, found.deck
    if deck is None:
        return None
    coders = coders_of(desk, deck.edition.version)
    coder = next((one for one in coders if one.id == me.coder), None)
    if coder is None:
        return None
    return apart(queue_of, deck, coder, given_by(desk, deck.edition, coder.id))


def names_in(site: Site, session: SessionId) -> Collection[str]:
    """What students are called: no coder is known by such a name."""
    if site.room.session(session) is None:
        return ()
    return {
        *(entry.name for entry in site.room.roster(session).values()),
        *(line.name for line in site.room.enrolled(session)),
    }
