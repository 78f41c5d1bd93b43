"""A student's pages: the door, the lobby, the seat. Whole pages by GET, plain forms by POST."""

import secrets
from collections.abc import Callable

from flask import Blueprint, Response, make_response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.classroom.codes import shown
from game.classroom.joining import answer_consent
from game.classroom.live import LiveSession
from game.classroom.returning import take_back
from game.classroom.roster import Entry
from game.core.vocabulary import SeatId
from game.web.answers import accepted
from game.web.asked import answer_prediction, answer_recognition
from game.web.calls import asks_for_help
from game.web.cookies import A_TERM, SEAT_COOKIE
from game.web.debriefs import student_debrief
from game.web.entering import Entrance, EntryRefused
from game.web.faces import Seated, face_of
from game.web.formdata import message_of, refused_form
from game.web.limits import Pace
from game.web.lobby import lobby_page
from game.web.marking import device_of
from game.web.obeying import obey
from game.web.paths import PATHS
from game.web.render import (
    DoorRefused,
    join_page,
    plain_page,
    preview_map,
    seat_page,
)
from game.web.site import Site, Visitor


def blueprint(site: Site, entrance: Entrance) -> Blueprint:
    """The routes that students' browsers ask for."""
    pages = Blueprint("pages", __name__)
    _door(pages, site, entrance)
    _seat(pages, site)
    return pages


def _door(pages: Blueprint, site: Site, entrance: Entrance) -> None:
    @pages.get("/")
    @pages.get("/join")
    def door() -> str:
        return join_page(seated=_seated(site), form=secrets.token_urlsafe(12))

    @pages.get("/join/<code>")
    def door_of(code: str) -> str | tuple[str, int]:
        try:
            live = entrance.find_open(code, device_of(site, request))
        except EntryRefused as reason:
            return _refused_at_door(reason, _seated(site))
        title = live.state.created.title
        return join_page(
            shown(live.state.created.code),
            given=True,
            title=title,
            listed=bool(site.room.enrolled(live.id)),
            seated=_seated(site),
            form=secrets.token_urlsafe(12),
        )

    @pages.post("/join")
    def join() -> AnyResponse | tuple[str, int]:
        typed = request.form
        name, form = typed.get("name", ""), typed.get("_id", "")
        return _enter(site, lambda code: entrance.enter(code, name, device_of(site, request), form))

    @pages.post("/return")
    def come_back() -> AnyResponse | tuple[str, int]:
        number = request.form.get("number", "")
        return _enter(site, lambda code: entrance.back(code, number, device_of(site, request)))


def _enter(
    site: Site, enter: Callable[[str], tuple[LiveSession, Entry]]
) -> AnyResponse | tuple[str, int]:
    try:
        live, entry = enter(request.form.get("code", ""))
    except EntryRefused as reason:
        return _refused_at_door(reason, _seated(site))
    site.heard(live, entry.participant)
    answered = redirect("/play", 303)
    token = site.tokens.for_seat(live.id, entry.participant)
    site.cookies.put(answered, request, SEAT_COOKIE, token, A_TERM)
    return answered


def _refused_at_door(reason: EntryRefused, seated: str) -> tuple[str, int]:
    typed = request.form
    code = typed.get("code", "") or str((request.view_args or {}).get("code", ""))
    page = join_page(
        code[:40],
        typed.get("name", "")[:200],
        number=typed.get("number", "")[:20],
        given=typed.get("given") == "1" and reason.field != "code",
        refused=DoorRefused(reason.field, reason.sentence),
        seated=seated,
        form=secrets.token_urlsafe(12),
    )
    return page, 409


def _seated(site: Site) -> str:
    visitor = site.visitor_of(request)
    return visitor.live.state.created.title if visitor else ""


def _seat(pages: Blueprint, site: Site) -> None:
    @pages.get("/play")
    def play() -> AnyResponse | str | tuple[str, int]:
        visitor = site.seat_of(request, "pages.play")
        return _page(site, visitor) if visitor else _no_seat(site)

    @pages.post("/play/<command>")
    def command(command: str) -> AnyResponse | tuple[Response | str, int]:
        visitor = site.seat_of(request, "pages.command")
        if visitor is None:
            return _no_seat(site)
        said, pace = obey(site, visitor, message_of(command, request.form), "pages.command")
        if request.accept_mimetypes.best == "application/json":
            return make_response(said), 200
        if said["ok"]:
            return redirect("/play", 303)
        if pace is Pace.FAR_TOO_FAST:  # a seat's page costs more than a flood is worth
            return plain_page("too_fast"), 429
        form = refused_form(command, request.form, said)
        return make_response(_page(site, visitor, form)), 409

    @pages.post("/play/back")
    def back() -> AnyResponse | tuple[str, int]:
        visitor = site.seat_of(request, "pages.back")
        if visitor is None:
            return _no_seat(site)
        take_back(site.room, visitor.live, visitor.entry.participant)
        return redirect("/play", 303)

    @pages.post("/play/hand")
    def hand() -> AnyResponse | tuple[str, int]:
        visitor = site.seat_of(request, "pages.hand")
        if visitor is None:
            return _no_seat(site)
        asks_for_help(site, visitor, up=request.form.get("up") == "1")
        if request.accept_mimetypes.best == "application/json":
            return make_response(accepted())
        return redirect("/play", 303)

    @pages.post(PATHS.prediction)
    def predict() -> AnyResponse | tuple[str, int]:
        visitor = site.seat_of(request, "pages.prediction")
        return answer_prediction(site, visitor) if visitor else _no_seat(site)

    @pages.post(PATHS.recognition)
    def recognise() -> AnyResponse | tuple[str, int]:
        visitor = site.seat_of(request, "pages.recognition")
        return answer_recognition(site, visitor) if visitor else _no_seat(site)

    @pages.post("/play/consent")
    def consent() -> AnyResponse | tuple[str, int]:
        visitor = site.seat_of(request, "pages.consent")
        if visitor is None:
            return _no_seat(site)
        agreed = request.form.get("consent") == "1"
        answer_consent(site.room, visitor.live, visitor.entry.participant, agreed)
        return redirect("/play#seat", 303)

    @pages.get("/play/map.svg")
    def preview() -> tuple[Response | str, int]:
        visitor = site.visitor_of(request)
        face = face_of(visitor) if visitor else None
        drawn = preview_map(face.view, *_division()) if isinstance(face, Seated) else None
        if drawn is None:
            return "", 404
        return make_response(drawn, {"Content-Type": "image/svg+xml"}), 200

    @pages.get("/debrief")
    def debrief() -> AnyResponse | tuple[str, int]:
        visitor = site.visitor_of(request)
        if visitor is None:
            return redirect("/", 303)
        page = student_debrief(site, visitor)
        return (page, 200) if page else redirect("/play", 303)


def _no_seat(site: Site) -> AnyResponse | tuple[str, int]:
    """To the door; but who was taken off the list is told."""
    if live := site.removed_from(request):
        return plain_page("removed", title=live.state.created.title), 410
    return redirect("/", 303)


def _division() -> tuple[int, dict[SeatId, int], str]:
    def whole(name: str) -> int:
        return request.args.get(name, 0, type=int)

    garrisons = {
        SeatId(name.removeprefix("garrisons.")): whole(name)
        for name in request.args
        if name.startswith("garrisons.")
    }
    return whole("theatre"), garrisons, request.args.get("size", "phone")


def _page(site: Site, visitor: Visitor, refused: object = None) -> str:
    face = face_of(visitor, request.args.get("group", 1, type=int))
    now = site.room.now()
    hold = request.args.get("hold") == "1"
    who = visitor.entry.participant
    if not isinstance(face, Seated):
        return lobby_page(face.frame, now, who, face.looking, face.asked, hold=hold)
    nonce = secrets.token_urlsafe(9)
    return seat_page(face.view, face.frame, now, nonce, refused, who=who, hold=hold)  # type: ignore[arg-type]


def gone_page() -> tuple[str, int]:
    """For an address that leads nowhere."""
    return plain_page("not_found"), 404
