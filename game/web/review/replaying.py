"""The routes of the replay: a moment, through everybody's or one seat's eyes; that seat's page."""

from flask import Blueprint, Response, abort, jsonify, make_response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.core.vocabulary import SeatId
from game.web.instructor_pages.notes import NotesHere
from game.web.review.addresses import Addresses
from game.web.review.eyes import opens_at, page_then, part_of
from game.web.review.finding import replay_of, volume_of
from game.web.review.looking import Looking
from game.web.review.moment_shown import moment_page, moment_regions, title_of
from game.web.review.noting import marked, notes_here
from game.web.review.nowhere import nowhere_page
from game.web.rights import granted
from game.web.security import STILL, framing
from game.web.site import Site

Answer = AnyResponse | tuple[str, int]


def routes(pages: Blueprint, site: Site) -> None:
    """The routes under /console/SESSION/group/N/at."""

    @pages.get("/<session>/group/<int:group>/at")
    def moment_named(session: str, group: int) -> Answer:
        """What the form without scripts asks for."""
        volume, replay = volume_of(site, session), replay_of(site, session, group)
        asked = request.args
        position = min(max(asked.get("at", 1, type=int), 1), replay.last)
        eyes = asked.get("as", "")
        eyes = eyes if opens_at(replay, eyes) else ""
        more = {name: asked.get(name, "") for name in ("tab", "screen")} if eyes else {}
        return redirect(Addresses(volume.session).moment(group, position, eyes, **more), 303)

    @pages.get("/<session>/group/<int:group>/at/<int:position>")
    def moment(session: str, group: int, position: int) -> Answer:
        return _shown(site, session, group, position, "")

    @pages.get("/<session>/group/<int:group>/at/<int:position>/as/<seat>")
    def moment_as(session: str, group: int, position: int, seat: str) -> Answer:
        return _shown(site, session, group, position, seat)

    @pages.get("/<session>/group/<int:group>/at/<int:position>/as/<seat>/screen")
    def moment_screen(session: str, group: int, position: int, seat: str) -> Answer:
        """The page itself, for the frame in the page of the moment."""
        replay = replay_of(site, session, group)
        if not 1 <= position <= replay.last or not replay.has_seat(position, seat):
            abort(404)
        shown = page_then(volume_of(site, session), replay, position, SeatId(seat))
        return make_response(shown, {"Content-Security-Policy": STILL})


def _shown(site: Site, session: str, group: int, position: int, eyes: str) -> Answer:
    replay = replay_of(site, session, group)
    volume = volume_of(site, session)
    if not 1 <= position <= replay.last or (eyes and opens_at(replay, eyes) is None):
        return nowhere_page(volume, replay, position, eyes), 404
    looking = Looking(
        volume,
        replay,
        site.shelf.moments(session, group) or abort(404),
        position,
        eyes,
        part_of(request.args.get("tab", "")) if eyes else "",
        request.args.get("screen") == "large",
        marked(site, session, group),
    )
    here = looking.at(position)
    noted = notes_here(site, granted(), volume.session, group, position, back=here)
    if request.accept_mimetypes.best == "application/json":
        return _step(looking, noted)
    policy = {"Content-Security-Policy": framing(request.host)}
    return make_response(moment_page(looking, noted), policy)


def _step(looking: Looking, noted: NotesHere) -> Response:
    """What changes from one moment to another, for a page that is open."""
    answer = jsonify(
        position=looking.position,
        title=title_of(looking),
        regions=moment_regions(looking, noted),
        screen=looking.screen if looking.eyes and looking.open else None,
    )
    answer.headers["Vary"] = "Accept"
    return answer
