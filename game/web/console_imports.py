"""A zip of elsewhere comes into the library: looked at, kept, removed. The instructor's alone."""

from collections import OrderedDict
from hashlib import sha256

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.analysis.codebook import SCHEMA_VERSION
from game.analysis.export.unpacking import NoExport, Packed
from game.classroom.imports import AlreadyHere
from game.classroom.roster import tidy
from game.web.apart import apart
from game.web.debriefs import DEBRIEFS
from game.web.instructor_pages.importing import (
    AT,
    Refusal,
    import_page,
    preview_page,
    remove_page,
)
from game.web.paths import PATHS
from game.web.review.imported import LONGEST_TITLE, Brought, brought
from game.web.review.volumes import Volume
from game.web.sent import NotSent, zip_of_form
from game.web.site import Site
from game.web.wording import imports as wording

Answer = str | tuple[str, int] | AnyResponse
MOST_HELD = 3  # files that were looked at and not kept yet


class NotTaken(Exception):  # noqa: N818  an answer
    """The file is refused; `status` is the answer's."""

    def __init__(self, sentence: str, status: int, there: Volume | None = None) -> None:
        super().__init__(sentence)
        self.status = status
        self.refusal = Refusal(sentence, there)


class Held:
    """Files between the look and the keeping, in memory alone, by their SHA-256."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, tuple[bytes, Brought]] = OrderedDict()

    def put(self, data: bytes, found: Brought) -> str:
        """Hold this one; the oldest goes."""
        digest = sha256(data).hexdigest()
        self._held[digest] = (data, found)
        while len(self._held) > MOST_HELD:
            self._held.popitem(last=False)
        return digest

    def get(self, digest: str) -> tuple[bytes, Brought]:
        """One that is held.

        Raises:
            NotTaken: it is not.
        """
        if digest not in self._held:
            raise NotTaken(wording.REFUSED["gone"], 409)
        return self._held[digest]

    def drop(self, digest: str) -> None:
        """It is kept now."""
        self._held.pop(digest, None)


def routes(pages: Blueprint, site: Site) -> None:
    """The routes that bring a session and remove it."""
    held = Held()

    @pages.get("/library/import")
    def library_import() -> Answer:
        return import_page()

    @pages.post("/library/import")
    def library_look() -> Answer:
        try:
            digest = held.put(*_looked_at(site))
        except NotTaken as reason:
            return import_page(reason.refusal), reason.status
        return redirect(f"{AT}/{digest}", 303)

    @pages.get("/library/import/<digest>")
    def library_looked(digest: str) -> Answer:
        try:
            return preview_page(held.get(digest)[1], digest)
        except NotTaken as reason:
            return import_page(reason.refusal), reason.status

    @pages.post("/library/import/<digest>")
    def library_keep(digest: str) -> Answer:
        try:
            data, found = held.get(digest)
            _kept(site, data, found)
        except NotTaken as reason:
            return import_page(reason.refusal), reason.status
        held.drop(digest)
        return redirect(f"{PATHS.library}?done=imported#{found.session}", 303)

    _removing(pages, site)


def _removing(pages: Blueprint, site: Site) -> None:
    @pages.get("/library/<imported>/remove")
    def library_remove_asked(imported: str) -> Answer:
        return remove_page(_imported(site, imported))

    @pages.post("/library/<imported>/remove")
    def library_remove(imported: str) -> Answer:
        session = _imported(site, imported).session
        site.links.shut(session)
        site.imports.remove(session)
        site.shelf.forget(session)
        site.texts.forget(session)
        site.finder.forget(session)
        DEBRIEFS.forget(session)
        return redirect(f"{PATHS.library}?done=removed", 303)


def _imported(site: Site, session: str) -> Volume:
    found = site.shelf.volume(session)
    return found if found and found.imported else abort(404)


def _looked_at(site: Site) -> tuple[bytes, Brought]:
    """The file of the form, read.

    Raises:
        NotTaken: malformed, or refused.
    """
    try:
        data = zip_of_form()
    except NotSent as why:
        raise NotTaken(wording.REFUSED[str(why)], why.status) from why
    found = apart(_tried, data, site.room.now())
    if isinstance(found, NotTaken):
        raise found
    _guard_new(site, found)
    return data, found


def _tried(data: bytes, now: int) -> Brought | NotTaken:
    """In a thread of its own, where gevent would print what is raised."""
    try:
        if Packed(data).schema > SCHEMA_VERSION:
            return NotTaken(wording.REFUSED["newer"], 409)
        return brought(data, now)
    except NoExport as why:
        return NotTaken(wording.NO_EXPORT.format(why=str(why).removesuffix(".")), 400)


def _guard_new(site: Site, found: Brought) -> None:
    there = site.shelf.volume(found.session)
    if site.room.made_here(found.session):
        raise NotTaken(wording.REFUSED["own"], 409, there)
    if there:
        raise NotTaken(wording.REFUSED["there"], 409, there)


def _kept(site: Site, data: bytes, found: Brought) -> None:
    """Under the title that the instructor gives. Links of long ago to a session of this name, which
    was erased here, do not open it."""
    _guard_new(site, found)
    title = tidy(request.form.get("title", ""))[:LONGEST_TITLE].strip() or found.title
    site.links.shut(found.session)
    try:
        site.imports.keep(found.session, title, found.played_at, found.written, data)
    except AlreadyHere as why:
        raise NotTaken(wording.REFUSED["there"], 409) from why
