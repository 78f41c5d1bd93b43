"""The page of the class list: shown, a new list looked at and kept, guests matched to lines."""

from flask import Blueprint, redirect, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from game.classroom.codes import shown
from game.classroom.enrolment.keeping import bind, enrol, release
from game.classroom.enrolment.reading import Reading, read_list
from game.classroom.links import Role
from game.classroom.live import LiveSession
from game.classroom.retention import retention_of
from game.core.vocabulary import ParticipantId
from game.web.console_frames import names_of, people
from game.web.console_places import find
from game.web.dates import as_typed, day
from game.web.instructor_pages.roster import RosterFrame, preview_page, roster_page
from game.web.rights import granted
from game.web.site import Site
from game.web.wording import roster as wording

Page = str | tuple[str, int] | AnyResponse


def routes(pages: Blueprint, site: Site) -> None:
    """The routes under /console/SESSION/roster."""

    @pages.get("/<session>/roster")
    def roster(session: str) -> Page:
        live = find(site, session)
        return roster_page(roster_frame(site, live), done=request.args.get("done", ""))

    @pages.post("/<session>/roster")
    def roster_look(session: str) -> Page:
        return _looked_at(site, find(site, session))

    @pages.post("/<session>/roster/keep")
    def roster_keep(session: str) -> Page:
        live = find(site, session)
        read = read_list(request.form.get("list", "").encode())
        if read.faults:
            return _unfit(site, live, read, "")
        enrol(site.room, live, read.lines)
        return _done(live, "kept")

    @pages.post("/<session>/roster/bind")
    def roster_bind(session: str) -> Page:
        live = find(site, session)
        who = ParticipantId(request.form.get("participant", ""))
        if not bind(site.room, live, who, request.form.get("line", 0, type=int)):
            return roster_page(roster_frame(site, live), refused=wording.NOT_BOUND), 409
        return _done(live, "bound")

    @pages.post("/<session>/roster/release")
    def roster_release(session: str) -> Page:
        live = find(site, session)
        release(site.room, live, request.form.get("line", 0, type=int))
        return _done(live, "released")


def roster_frame(site: Site, live: LiveSession) -> RosterFrame:
    """The class list beside those who are here, and how long it is kept."""
    created = live.state.created
    kept = retention_of(site.room, live.id)
    return RosterFrame(
        session=live.id,
        title=created.title,
        code=shown(created.code),
        lines=site.room.enrolled(live.id),
        people=people(site, live, names_of(site, live)),
        owner=granted().role is Role.INSTRUCTOR,
        begun=live.state.begun,
        over=live.state.ended is not None,
        names_until=as_typed(kept.names_until),
        all_until=as_typed(kept.all_until),
        names_erased=day(kept.names_erased_at) if kept.names_erased_at else "",
        simulated=created.simulated,
    )


def _looked_at(site: Site, live: LiveSession) -> Page:
    """What was understood of a file, or of what was pasted; or what is wrong with it."""
    try:
        file, pasted = request.files.get("file"), request.form.get("pasted", "")
    except RequestEntityTooLarge:
        return roster_page(roster_frame(site, live), refused=wording.TOO_LARGE), 413
    brought = file.read() if file and file.filename else pasted.encode()
    if not brought.strip():
        return roster_page(roster_frame(site, live), refused=wording.NOTHING), 409
    read = read_list(brought)
    if read.faults:
        return _unfit(site, live, read, pasted)
    return preview_page(roster_frame(site, live), read)


def _unfit(site: Site, live: LiveSession, read: Reading, pasted: str) -> Page:
    said = [
        f"Line {fault.line}: {fault.sentence}" if fault.line else fault.sentence
        for fault in read.faults
    ]
    return roster_page(roster_frame(site, live), faults=said, pasted=pasted), 409


def _done(live: LiveSession, done: str) -> AnyResponse:
    return redirect(f"/console/{live.id}/roster?done={done}", 303)
