"""The console's page of a student: rename, take off the list, let in again, move, let look on."""

from collections.abc import Callable, Mapping

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.classroom import joining, placing
from game.classroom.codes import shown_number
from game.classroom.live import LiveSession
from game.classroom.roster import NameRefused
from game.core.vocabulary import ParticipantId, Refused
from game.web.console_frames import console_frame
from game.web.console_places import NoSuchPlace, find, place_of
from game.web.instructor_pages.frame import Person
from game.web.instructor_pages.one_student import StudentPage, student_page
from game.web.rights import granted
from game.web.site import Site
from game.web.wording import name_sentence, refusal_sentence
from game.web.wording.seats import NAME_TAKEN

Deed = Callable[[Site, LiveSession, ParticipantId], None]
DEEDS: Mapping[str, Deed] = {
    "rename": lambda site, live, who: joining.rename(
        site.room, live, who, request.form.get("name", "")
    ),
    "remove": lambda site, live, who: placing.remove(site.room, live, who),
    "readmit": lambda site, live, who: placing.readmit(site.room, live, who),
    "watch": lambda site, live, who: placing.watch(site.room, live, who),
    "play": lambda site, live, who: placing.play(site.room, live, who),
    "swap": lambda site, live, who: placing.swap(site.room, live, who, _place(live)),
    "beside": lambda site, live, who: placing.seat_beside(site.room, live, who, _place(live)),
}


def routes(pages: Blueprint, site: Site) -> None:
    """The routes under /console/SESSION/student."""

    @pages.get("/<session>/student/<participant>")
    def student(session: str, participant: str) -> str:
        live = find(site, session)
        return student_page(_page(site, live, ParticipantId(participant)))

    @pages.post("/<session>/student/<participant>/<deed>")
    def student_order(session: str, participant: str, deed: str) -> AnyResponse | tuple[str, int]:
        live, who = find(site, session), ParticipantId(participant)
        obey, page = DEEDS.get(deed) or abort(404), _page(site, live, who)
        try:
            obey(site, live, who)
        except (Refused, NameRefused, NoSuchPlace) as reason:
            return student_page(_page(site, live, who), _why_not(reason)), 409
        return redirect(page.base, 303)


def _page(site: Site, live: LiveSession, who: ParticipantId) -> StudentPage:
    entry = site.room.roster(live.id).get(who) or abort(404)
    frame = console_frame(site, live, secrets=False, role=granted().role)
    listed = {person.participant: person for person in (*frame.people, *frame.removed)}
    person = listed.get(who, Person(who, entry.name))
    return StudentPage(frame, person, shown_number(entry.return_number))


def _place(live: LiveSession) -> placing.Place:
    return place_of(live, request.form.get("place", ""))


def _why_not(reason: Refused | NameRefused | NoSuchPlace) -> str:
    if isinstance(reason, Refused):
        return refusal_sentence(reason)
    if isinstance(reason, NoSuchPlace):
        return str(reason)
    return NAME_TAKEN if reason.code == "name_taken" else name_sentence(reason)
