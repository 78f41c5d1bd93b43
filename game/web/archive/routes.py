"""The routes of the archive. It is the instructor's alone; what computes is imported when it is
asked for."""

from typing import TYPE_CHECKING

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.analysis.archive.entries import Entry, Files, keeping, taking_out
from game.web.apart import apart
from game.web.archive.keeping import kept
from game.web.archive.together import TOGETHER
from game.web.instructor_pages.archive import archive_page, remove_page
from game.web.paths import PATHS
from game.web.sent import NOTHING, TOO_LARGE, NotSent, zip_of_form
from game.web.site import Site
from game.web.wording import archive as wording

if TYPE_CHECKING:
    from game.analysis.archive.zips import NotTaken
    from game.analysis.export.unpacking import NoExport

Page = str | tuple[str, int] | AnyResponse
LONGEST_TITLE = 80
SENTENCES = {TOO_LARGE: wording.TOO_LARGE, NOTHING: wording.NOTHING}


class Refused(Exception):  # noqa: N818  an answer
    """A file is not taken; the message is the sentence, `status` the answer's."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence)
        self.status = status


def routes(pages: Blueprint, site: Site) -> None:
    """The routes under /console/archive."""

    def page(refused: str = "") -> str:
        from game.web.archive.gathering import archive_frame

        asked = request.args
        frame = archive_frame(site, asked.get("scenario", ""), asked.get("design", ""))
        return archive_page(frame, done=asked.get("done", ""), refused=refused)

    @pages.get("/archive")
    def archive() -> Page:
        return page()

    @pages.post("/archive")
    def archive_bring() -> Page:
        try:
            bring(site)
        except Refused as reason:
            return page(str(reason)), reason.status
        return redirect(f"{PATHS.archive}?done=brought", 303)

    @pages.get("/archive/<entry>/remove")
    def archive_remove_asked(entry: str) -> Page:
        found = _brought(site, entry)
        return remove_page(found.title, f"{PATHS.archive}/{found.session}/remove")

    @pages.post("/archive/<entry>/remove")
    def archive_remove(entry: str) -> Page:
        session = _brought(site, entry).session
        site.room.writer.submit(taking_out(session))
        TOGETHER.forget(session)
        site.room.writer.read(lambda store: store.forget())
        return redirect(f"{PATHS.archive}?done=removed", 303)


def _brought(site: Site, session: str) -> Entry:
    """A class that was brought; those of this server stay."""
    found = kept(site.room).get(session)
    return found if found and not found.own else abort(404)


def bring(site: Site) -> None:
    """Take the file of the form into the archive.

    Raises:
        Refused: nothing was kept.
    """
    from game.analysis.archive.zips import NotTaken
    from game.analysis.export.unpacking import NoExport

    data, title = _sent()
    read = apart(_read, data, title, site.room.now())
    if isinstance(read, NoExport):
        raise Refused(wording.NO_EXPORT.format(why=read), 400)
    if isinstance(read, NotTaken):
        raise Refused(wording.NOT_TAKEN[str(read)], 409)
    made, tables = read
    if site.room.made_here(made.session):
        raise Refused(wording.NOT_TAKEN["own"], 409)
    if made.session in kept(site.room):
        raise Refused(wording.NOT_TAKEN["there"], 409)
    site.room.writer.submit(keeping(made, tables))


def _sent() -> tuple[bytes, str]:
    """The file's bytes, and what the instructor calls the class."""
    try:
        data = zip_of_form()
    except NotSent as why:
        raise Refused(SENTENCES[str(why)], why.status) from why
    return data, " ".join(request.form.get("title", "").split())[:LONGEST_TITLE]


def _read(data: bytes, title: str, now: int) -> "tuple[Entry, Files] | NoExport | NotTaken":
    """In a thread of its own, the heavy imports too; gevent would print what is raised there."""
    from game.analysis.archive.adding import brought_entry
    from game.analysis.archive.zips import NotTaken, read_export
    from game.analysis.export.unpacking import NoExport

    try:
        brought = read_export(data)
        entry = brought_entry(brought, title or f"Session {brought.session}", now)
    except (NoExport, NotTaken) as fault:
        return fault
    return entry, brought.files
