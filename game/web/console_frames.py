"""The console's frames, filled from a live session: names meet pseudonyms only here."""

from collections.abc import Mapping

from game.classroom.asked import predictable
from game.classroom.codes import shown
from game.classroom.enrolment.present import bound
from game.classroom.links import Role
from game.classroom.live import LiveSession
from game.classroom.undoing import may_reopen, may_undo
from game.core.views import instructor_secrets, instructor_view
from game.core.views.instructor import GroupSecrets
from game.core.vocabulary import ParticipantId
from game.web.calls import hands, nudged
from game.web.dates import day
from game.web.debriefs import fingerprint, page_refs
from game.web.front import leading, left_ms
from game.web.instructor_pages import Chosen, ConsoleFrame, Person, SessionRow
from game.web.rights import NAMED
from game.web.site import Site


def console_frame(
    site: Site, live: LiveSession, *, secrets: bool, role: Role = Role.INSTRUCTOR
) -> ConsoleFrame:
    """One session as its instructor sees it now; a reviewer reads pseudonyms for names."""
    created, state = live.state.created, live.state
    names = names_of(site, live) if role in NAMED else {}
    everybody, front = people(site, live, names), leading(live)
    return ConsoleFrame(
        session=live.id,
        code=shown(created.code),
        title=created.title,
        scenario=live.scenario.title,
        chosen=Chosen(created.design, created.group_size, created.factors),
        phase=state.phase,
        address=site.address,
        pace=created.pace,
        timers=created.timers,
        paused=state.paused,
        round=front.state.round.number if front else 0,
        stage=front.state.stage if front else None,
        deadline=front.state.deadline if front else None,
        left_ms=left_ms(front),
        extended=front.state.extended if front else False,
        people=everybody,
        late=tuple(one for one in everybody if one.participant in state.late),
        watching=tuple(one for one in everybody if one.participant in state.watching),
        removed=tuple(Person(one, names.get(one, str(one))) for one in state.removed),
        predicted=len(state.predictions) if predictable(live) else None,
        undo=may_undo(live, site.room.now()),
        reopen=may_reopen(live),
        groups=tuple(instructor_view(group.state) for group in live.groups),
        secrets=_secrets(live) if secrets else (),
        pages=page_refs(site, live),
        page=state.page,
        fingerprint=fingerprint(site, live),
        names=names,
        hands=hands(live, names),
        nudged=nudged(site, live),
        role=role,
        simulated=created.simulated,
    )


def names_of(site: Site, live: LiveSession) -> dict[ParticipantId, str]:
    """What everybody on the roster is called."""
    return {entry.participant: entry.name for entry in site.room.roster(live.id).values()}


def _secrets(live: LiveSession) -> tuple[GroupSecrets, ...]:
    groups = live.groups if live.state.begun else ()
    return tuple(instructor_secrets(group.state) for group in groups)


def people(site: Site, live: LiveSession, names: Mapping[ParticipantId, str]) -> tuple[Person, ...]:
    """Everybody who is here, in order of joining; a guest where a class list knows better."""
    seen = site.presence.all(live, site.room.roster(live.id))
    known = bound(site.room, live) if site.room.enrolled(live.id) else live.state.participants
    return tuple(
        Person(one, names.get(one, str(one)), seen[one], one not in known)
        for one in live.state.participants
    )


def session_row(live: LiveSession) -> SessionRow:
    """A session in the list."""
    created, ended = live.state.created, live.state.ended
    front = leading(live)
    return SessionRow(
        session=live.id,
        title=created.title,
        code=shown(created.code),
        scenario=live.scenario.title,
        design=Chosen(created.design, created.group_size, created.factors).words,
        day=day(created.at),
        students=len(live.state.participants),
        groups=len(live.state.groups),
        phase=live.state.phase,
        round=front.state.round.number if front else 0,
        stopped=ended is not None and ended.reason == "stopped",
        simulated=created.simulated,
    )
