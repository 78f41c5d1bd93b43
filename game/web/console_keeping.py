"""How long names are kept, and erasing: dates, names, a whole session. The instructor's alone."""

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.classroom import erasing
from game.classroom.codes import tidy
from game.classroom.live import LiveSession
from game.classroom.making import MOST_DAYS
from game.classroom.retention import DAY_MS, set_dates
from game.web.console_places import find
from game.web.console_roster import roster_frame
from game.web.dates import NoDay, beginning
from game.web.instructor_pages.roster import erase_page, roster_page
from game.web.site import Site
from game.web.wording import roster as wording

Page = str | tuple[str, int] | AnyResponse


def routes(pages: Blueprint, site: Site) -> None:
    """The routes that erase, and those that ask before."""

    def refused(live: LiveSession, sentence: str) -> Page:
        return roster_page(roster_frame(site, live), refused=sentence), 409

    @pages.post("/<session>/dates")
    def dates(session: str) -> Page:
        live = find(site, session)
        try:
            names, everything = (_day(site, field) for field in ("names_until", "all_until"))
        except NoDay:
            return refused(live, wording.NO_DAY)
        set_dates(site.room, live.id, names, everything)
        return redirect(f"/console/{live.id}/roster?done=dated", 303)

    @pages.get("/<session>/erase/<what>")
    def erase_asked(session: str, what: str) -> Page:
        live = find(site, session)
        return erase_page(roster_frame(site, live), _known(what))

    @pages.post("/<session>/erase/<what>")
    def erase(session: str, what: str) -> Page:
        live = find(site, session)
        if tidy(request.form.get("code", "")) != live.state.created.code:
            frame = roster_frame(site, live)
            return erase_page(frame, _known(what), refused=wording.WRONG_CODE), 409
        try:
            return _erased(site, live, _known(what))
        except erasing.NotOver:
            return refused(live, wording.NOT_OVER)


def _known(what: str) -> str:
    return what if what in wording.ERASING else abort(404)


def _erased(site: Site, live: LiveSession, what: str) -> AnyResponse:
    erasing.erase(site.room, live, what)
    named = f"/console/{live.id}/roster?done=erased"
    return redirect(named if what == erasing.NAMES else "/console", 303)


def _day(site: Site, field: str) -> int | None:
    """A day that is still to come, or None for never."""
    day = beginning(request.form.get(field, ""))
    now = site.room.now()
    if day is not None and not now < day <= now + MOST_DAYS * DAY_MS:
        raise NoDay
    return day
