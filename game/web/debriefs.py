"""The debrief of a session that has ended: what the class did is worked out once and kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from game.analysis.claims.reading import read_claims
from game.analysis.descriptives import ClassPicture, describe
from game.analysis.export import fingerprint_of
from game.analysis.predictions import told
from game.analysis.sessionlog import SessionLog
from game.classroom.classroom import Classroom
from game.classroom.live import LiveSession
from game.classroom.session.events import SessionEnded
from game.classroom.undoing import may_reopen
from game.core.vocabulary import SessionId
from game.web.apart import apart
from game.web.attachments import export_name
from game.web.dates import moment
from game.web.debrief_render import (
    PageRef,
    PaperFrame,
    Tested,
    WallDebrief,
    debrief_pages,
    debrief_regions,
    paper_page,
    student_debrief_page,
    wall_debrief,
)
from game.web.debrief_render.paper import Fact
from game.web.faces import Seated, face_of, seatless_frame
from game.web.instructor_pages import Chosen
from game.web.once import Once
from game.web.session_log import predictions, recognitions, session_log
from game.web.site import Site, Visitor
from game.web.wording import tracing

Key = tuple[SessionId, SessionEnded | None, bool]


@dataclass(frozen=True, slots=True)
class Debriefed:
    """What a class did, and what that says of the claims; nothing of these where nobody played."""

    picture: ClassPicture
    tested: Tested | None


class Debriefs:
    """What classes did, kept: an ended session does not change, unless its end is taken back or it
    is erased.

    Verdicts are made here and nowhere else, once: never before the end, and beside the loop. A
    class that was stopped may still go on until its debrief begins; until then there are none.
    """

    def __init__(self) -> None:
        self._once: Once[Key, Debriefed] = Once()
        self._marks: Once[tuple[SessionId, tuple[int, ...]], str] = Once()

    def of(self, room: Classroom, live: LiveSession) -> Debriefed:
        """All of an ended session, with what students have said by now; a whole class that asks
        at once has it worked out once."""
        going_on = may_reopen(live)
        work = only_described if going_on else worked_out
        kept = self._once.of(
            (live.id, live.state.ended, going_on),
            lambda: apart(work, session_log(room, live)),
            lambda: room.made_here(live.id),
        )
        said = told(predictions(live), recognitions(live))
        return replace(kept, picture=replace(kept.picture, told=said))

    def of_log(self, log: SessionLog, still: Callable[[], bool]) -> Debriefed:
        """The same of a session that was imported, as long as it is `still` here."""
        return self._once.of((log.session, None, False), lambda: apart(worked_out, log), still)

    def fingerprint(self, room: Classroom, live: LiveSession) -> str:
        """That of the log as it stands; what every export of the class says."""
        key = live.id, tuple(group.position for group in live.groups)
        return self._marks.of(
            key,
            lambda: apart(fingerprint_of, session_log(room, live)),
            lambda: room.made_here(live.id),
        )

    def forget(self, session: SessionId) -> None:
        """It has been erased."""
        self._once.drop(lambda key: key[0] == session)
        self._marks.drop(lambda key: key[0] == session)


def worked_out(log: SessionLog) -> Debriefed:
    """The class described and held against the claims that it was pinned to."""
    from game.analysis.inference.from_log import analyse_session  # takes a second to import

    picture = describe(log)
    if not any(group.rounds for group in picture.groups):
        return Debriefed(picture, None)
    return Debriefed(picture, Tested(analyse_session(log), read_claims(log.claims_text)))


def only_described(log: SessionLog) -> Debriefed:
    """The class as long as it may go on: nothing that could tempt anybody to go on, or to stop."""
    return Debriefed(describe(log), None)


DEBRIEFS = Debriefs()


def _over(site: Site, live: LiveSession) -> bool:
    """It has ended, and was not erased since."""
    return live.state.phase == "over" and site.room.made_here(live.id)


def page_refs(site: Site, live: LiveSession) -> tuple[PageRef, ...]:
    """The pages of the debrief; none before the end."""
    if not _over(site, live) or not live.groups:
        return ()
    shown = DEBRIEFS.of(site.room, live)
    return debrief_pages(shown.picture, live.scenario, live.state.created.cut, shown.tested)


def fingerprint(site: Site, live: LiveSession) -> str:
    """The fingerprint of a log that is whole; empty before the end."""
    return DEBRIEFS.fingerprint(site.room, live) if _over(site, live) and live.groups else ""


def on_the_wall(site: Site, live: LiveSession, page: str = "") -> WallDebrief | None:
    """The page that is on; None until the instructor has begun: first one reads one's own phone."""
    known = {ref.id for ref in page_refs(site, live)}
    wanted = next((p for p in (page, live.state.page) if p in known), "")
    if not wanted:
        return None
    shown, cut = DEBRIEFS.of(site.room, live), live.state.created.cut
    return wall_debrief(wanted, shown.picture, live.scenario, cut, shown.tested)


def student_debrief(site: Site, visitor: Visitor) -> str | None:
    """The debrief on a phone; None before the end."""
    live, face = visitor.live, face_of(visitor)
    if not _over(site, live):
        return None
    shown = DEBRIEFS.of(site.room, live)
    return student_debrief_page(
        face.frame if isinstance(face, Seated) else seatless_frame(face),
        face.view if isinstance(face, Seated) else None,
        shown.picture,
        live.scenario,
        live.state.page,
        live.state.created.cut,
        shown.tested,
        pending=may_reopen(live),
    )


def phone_regions(site: Site, live: LiveSession) -> Mapping[str, str]:
    """What changes on a phone while one reads: which page is on the wall."""
    if not _over(site, live):
        return {}
    shown, cut = DEBRIEFS.of(site.room, live), live.state.created.cut
    return debrief_regions(shown.picture, live.scenario, live.state.page, cut, shown.tested)


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
        file=export_name(created.code),
        facts=(*_facts(live), (tracing.FINGERPRINT, fingerprint(site, live), True)),
    )
    shown = DEBRIEFS.of(site.room, live)
    return paper_page(frame, shown.picture, live.scenario, shown.tested)


def _facts(live: LiveSession) -> tuple[Fact, ...]:
    """What the first page of the report says of the session."""
    created, scenario = live.state.created, live.scenario
    design = Chosen(created.design, created.group_size, created.factors).words
    rules = {group.state.opened.rules_version for group in live.groups}
    return (
        (tracing.SESSION, f"{live.id}, {created.code}, {moment(created.at)}", False),
        (tracing.SCENARIO, f"{scenario.title} ({scenario.id}), {created.cut}", False),
        (tracing.SCENARIO_HASH, created.scenario, True),
        (tracing.DESIGN, design, False),
        (tracing.RULES, ", ".join(map(str, sorted(rules))), False),
        (tracing.GROUPS, str(len(live.groups)), False),
        (tracing.STUDENTS_HERE, str(len(live.state.participants)), False),
        (tracing.DRAWN, created.seed, True),
        *(((tracing.VERDICTS, tracing.PENDING, False),) if may_reopen(live) else ()),
    )
