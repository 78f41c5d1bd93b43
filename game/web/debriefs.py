"""The debrief of a session that has ended: what the class did is worked out once and kept."""

from collections.abc import Mapping
from dataclasses import replace

from game.analysis.descriptives import ClassPicture, describe
from game.analysis.predictions import told
from game.classroom.live import LiveSession
from game.classroom.session.events import SessionEnded
from game.core.vocabulary import SessionId
from game.web.apart import apart
from game.web.debrief_render import (
    PageRef,
    PaperFrame,
    WallDebrief,
    debrief_pages,
    debrief_regions,
    paper_page,
    student_debrief_page,
    wall_debrief,
)
from game.web.faces import Seated, face_of, seatless_frame
from game.web.instructor_pages import Chosen
from game.web.session_log import predictions, recognitions, session_log
from game.web.site import Site, Visitor

MOST_KEPT = 32


class Pictures:
    """What classes did, kept: an ended session does not change, unless its end is taken back."""

    def __init__(self) -> None:
        self._kept: dict[tuple[SessionId, SessionEnded | None], ClassPicture] = {}

    def of(self, site: Site, live: LiveSession) -> ClassPicture:
        """The picture of an ended session, with what students have said by now."""
        key = (live.id, live.state.ended)
        if key not in self._kept:
            while len(self._kept) >= MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = apart(describe, session_log(site.room, live))
        said = told(predictions(live), recognitions(live))
        return replace(self._kept[key], told=said)


PICTURES = Pictures()


def page_refs(site: Site, live: LiveSession) -> tuple[PageRef, ...]:
    """The pages of the debrief; none before the end."""
    if live.state.phase != "over" or not live.groups:
        return ()
    return debrief_pages(PICTURES.of(site, live), live.scenario, live.state.created.cut)


def on_the_wall(site: Site, live: LiveSession, page: str = "") -> WallDebrief | None:
    """The page that is on; None until the instructor has begun: first one reads one's own phone."""
    known = {ref.id for ref in page_refs(site, live)}
    wanted = next((p for p in (page, live.state.page) if p in known), "")
    if not wanted:
        return None
    return wall_debrief(wanted, PICTURES.of(site, live), live.scenario, live.state.created.cut)


def student_debrief(site: Site, visitor: Visitor) -> str | None:
    """The debrief on a phone; None before the end."""
    live, face = visitor.live, face_of(visitor)
    if live.state.phase != "over":
        return None
    return student_debrief_page(
        face.frame if isinstance(face, Seated) else seatless_frame(face),
        face.view if isinstance(face, Seated) else None,
        PICTURES.of(site, live),
        live.scenario,
        live.state.page,
        live.state.created.cut,
    )


def phone_regions(site: Site, live: LiveSession) -> Mapping[str, str]:
    """What changes on a phone while one reads: which page is on the wall."""
    if live.state.phase != "over":
        return {}
    return debrief_regions(
        PICTURES.of(site, live), live.scenario, live.state.page, live.state.created.cut
    )


def on_paper(site: Site, live: LiveSession, day: str) -> str | None:
    """The whole debrief to print or keep; None before the end."""
    if not page_refs(site, live):
        return None
    created = live.state.created
    frame = PaperFrame(
        title=created.title,
        day=day,
        design=Chosen(created.design, created.group_size, created.factors).words,
        cut=created.cut,
        back=f"/console/{live.id}",
    )
    return paper_page(frame, PICTURES.of(site, live), live.scenario)
