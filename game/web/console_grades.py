"""Points for taking part, as a file: asked for by a form, made of log and class list."""

from collections.abc import Iterator

from flask import Blueprint, Response, request

from game.analysis.gradebooks import NOTHING, SHAPES, Gradebook, Graded, identified
from game.analysis.participation import participation
from game.classroom.enrolment.present import bound
from game.classroom.live import LiveSession
from game.web.apart import apart
from game.web.attachments import attachment
from game.web.console_frames import names_of
from game.web.console_places import find
from game.web.console_roster import roster_frame
from game.web.instructor_pages.roster import roster_page
from game.web.session_log import session_log
from game.web.site import Site
from game.web.wording import roster as wording

MOST_POINTS = 1000
LONGEST_TITLE = 80


def routes(pages: Blueprint, site: Site) -> None:
    """The route that gives the file."""

    @pages.post("/<session>/roster/grades")
    def roster_grades(session: str) -> Response | tuple[str, int]:
        live = find(site, session)
        shape, most = request.form.get("shape", ""), request.form.get("most", 0, type=int)
        if shape not in SHAPES or not 1 <= most <= MOST_POINTS:
            return _refused(site, live, wording.POINTS.format(most=MOST_POINTS))
        title = request.form.get("title", "").strip()[:LONGEST_TITLE] or live.state.created.title
        book = Gradebook(title, most, tuple(_lines(site, live, shape)))
        if shape == "moodle" and not identified(book):
            return _refused(site, live, wording.NO_MOODLE)
        return _file(live, shape, SHAPES[shape](book))


def _refused(site: Site, live: LiveSession, sentence: str) -> tuple[str, int]:
    return roster_page(roster_frame(site, live), refused=sentence), 409


def _file(live: LiveSession, shape: str, data: bytes) -> Response:
    name = f"distant-war-{live.state.created.code}-{shape}.csv"
    return attachment(name, "text/csv; charset=utf-8", data)


def _lines(site: Site, live: LiveSession, shape: str) -> Iterator[Graded]:
    """The list's students in its order; in the plain file, and without a list, guests as well."""
    shares = apart(participation, session_log(site.room, live))
    listed = site.room.enrolled(live.id)
    here = bound(site.room, live)
    for line in listed:
        who = line.participant if line.participant in here else None
        yield Graded(
            name=line.name,
            student_id=line.student_id,
            email=line.email,
            login=line.login,
            canvas_id=line.canvas_id,
            section=line.section,
            share=shares.get(who, NOTHING) if who else NOTHING,
        )
    if listed and shape != "plain":
        return
    names = names_of(site, live)
    for one in live.state.participants:
        if one not in here:
            yield Graded(names.get(one, str(one)), share=shares.get(one, NOTHING))
