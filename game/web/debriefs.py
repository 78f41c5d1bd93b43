"""The debrief of a session that has ended: its picture is drawn once and kept."""

from game.analysis.descriptives import ClassPicture, describe
from game.classroom.live import LiveSession
from game.core.vocabulary import SessionId
from game.web.debrief_render import (
    PageRef,
    WallDebrief,
    debrief_pages,
    student_debrief_page,
)
from game.web.debrief_render import wall_debrief as drawn_wall
from game.web.faces import Seated, face_of
from game.web.session_log import session_log
from game.web.site import Site, Visitor

_pictures: dict[SessionId, ClassPicture] = {}
MOST_KEPT = 32


def picture_of(site: Site, live: LiveSession) -> ClassPicture:
    """What the class did; drawn once, since an ended session does not change."""
    if live.id not in _pictures:
        while len(_pictures) >= MOST_KEPT:
            _pictures.pop(next(iter(_pictures)))
        _pictures[live.id] = describe(session_log(site.room, live))
    return _pictures[live.id]


def page_refs(site: Site, live: LiveSession) -> tuple[PageRef, ...]:
    """The pages of the debrief; none before the end."""
    if live.state.phase != "over" or not live.groups:
        return ()
    return debrief_pages(picture_of(site, live), live.scenario, live.state.created.cut)


def wall_debrief(site: Site, live: LiveSession, page: str) -> WallDebrief | None:
    """The page that is on; the first one if none has been turned to."""
    refs = page_refs(site, live)
    if not refs:
        return None
    cut = live.state.created.cut
    picture = picture_of(site, live)
    return drawn_wall(page, picture, live.scenario, cut) or drawn_wall(
        refs[0].id, picture, live.scenario, cut
    )


def student_debrief(site: Site, visitor: Visitor) -> str | None:
    """The debrief on a phone; None before the end, or without a seat."""
    live, face = visitor.live, face_of(visitor)
    if live.state.phase != "over" or not isinstance(face, Seated):
        return None
    return student_debrief_page(
        face.frame,
        face.view,
        picture_of(site, live),
        live.scenario,
        live.state.page,
        live.state.created.cut,
    )
