"""What the instructor does with a running class: deal, begin, go on, close, extend, pause, end."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager

from game.classroom.assignment import Plan, deal_session
from game.classroom.chain import close_after_bots
from game.classroom.classroom import Classroom
from game.classroom.gate import free_to_open
from game.classroom.late import seat_latecomers
from game.classroom.live import LiveGroup, LiveSession, first_rows
from game.classroom.own_time import give_own_time
from game.classroom.session.events import (
    DebriefTurned,
    PlayBegan,
    SeatsDealt,
    SessionEnded,
    SessionPaused,
    SessionResumed,
)
from game.core.commands import Command, EndGame, ExtendStage, OpenStage, Pause, Resume
from game.core.events import Event
from game.core.rules import decide
from game.core.rules.clock import next_stage
from game.core.vocabulary import Refusal, Refused, Stage
from game.log.store import Append

LEAST_SECONDS = {Stage.RECKONING: 10}
EXTENSION_SECONDS = 30
Decided = list[tuple[LiveGroup, tuple[Event, ...]]]


@contextmanager
def whole_class(live: LiveSession) -> Iterator[None]:
    """Hold the session and all its groups, always in the same order."""
    with ExitStack() as stack:
        stack.enter_context(live.lock)
        for group in live.groups:
            stack.enter_context(group.lock)
        yield


def plan_of(live: LiveSession) -> Plan:
    """The deal that the session's choices ask for."""
    created = live.state.created
    return Plan(
        session=created.session,
        scenario=live.scenario,
        claims=created.claims,
        design=created.design,
        group_size=created.group_size,
        cut=created.cut,
        seed=created.seed,
        factors=dict(created.factors),
        actors=created.actors,
        simulated=created.simulated,
        deal=live.state.deals + 1,
    )


def deal_seats(room: Classroom, live: LiveSession) -> None:
    """Deal everybody who is here to groups and seats, and let Nature draw."""
    with live.lock:
        if live.state.phase != "lobby":
            raise Refused(Refusal.STAGE_CLOSED, stage=None)
        players = live.state.players
        if not players:
            raise Refused(Refusal.NOT_STARTED)
        now = room.now()
        openings = deal_session(plan_of(live), players, now)
        dealt = (SeatsDealt(now, tuple(o.group for o in openings), players),)
        room.writer.submit(Append(live.rows(dealt) + first_rows(openings)))
        live.absorb(dealt)
        live.groups = [LiveGroup.opened(live.scenario, opening) for opening in openings]
        live.index_seats()
    with whole_class(live):
        give_own_time(room, live, live.seats)
    room.tell_session(live)


def begin(room: Classroom, live: LiveSession) -> None:
    """Open round 1 in all groups."""
    with whole_class(live):
        if live.state.phase != "dealt":
            raise Refused(Refusal.NOT_STARTED)
        seat_latecomers(room, live)
        give_own_time(room, live, live.seats)
        room.order_all(live, _openings(room, live), (PlayBegan(room.now()),))


def advance(room: Classroom, live: LiveSession) -> bool:
    """Open the next stage in every group that may go on; True if any did.

    Once every group has ended, so has the session.
    """
    with whole_class(live):
        if live.state.phase != "play" or live.state.paused:
            return False
        if _between_rounds(live):
            seat_latecomers(room, live)
        decided = _openings(room, live)
        if not decided:
            return False
        over = _all_over(live, decided)
        ended = (SessionEnded(room.now(), "completed"),) if over else ()
        room.order_all(live, decided, ended)
        return True


def _openings(room: Classroom, live: LiveSession) -> Decided:
    now = room.now()
    chosen = [live.groups[i] for i in free_to_open([group.state for group in live.groups])]
    return [(group, decide(group.state, _opening(live, group), now)) for group in chosen]


def _opening(live: LiveSession, group: LiveGroup) -> OpenStage:
    following = next_stage(group.state)
    if following is None:
        return OpenStage(None)
    stage = following[1]
    created = live.state.created
    seconds = live.scenario.cut(created.cut).seconds_of(stage) if created.timers else None
    return OpenStage(seconds, LEAST_SECONDS.get(stage, 0))


def _between_rounds(live: LiveSession) -> bool:
    """Whether a dispatch follows in every group that is still playing."""
    playing = [group.state for group in live.groups if not group.state.ended]
    following = [next_stage(state) for state in playing if not state.open]
    return len(following) == len(playing) and all(
        step is not None and step[1] is Stage.DISPATCH for step in following
    )


def _all_over(live: LiveSession, decided: Decided) -> bool:
    ending = {id(group) for group, events in decided if next_stage(group.state) is None}
    return all(group.state.ended or id(group) in ending for group in live.groups)


def close_stage(room: Classroom, live: LiveSession) -> None:
    """Close the open stage everywhere; the rules play for those who have not moved."""
    with whole_class(live):
        now = room.now()
        still_open = [g for g in live.groups if g.state.open and g.state.paused_at is None]
        if not still_open or live.state.paused:
            raise Refused(Refusal.PAUSED if live.state.paused else Refusal.STAGE_CLOSED, stage=None)
        room.order_all(
            live, [(g, close_after_bots(g.state, "instructor", now)) for g in still_open]
        )


def extend_stage(room: Classroom, live: LiveSession) -> None:
    """Thirty seconds more, once a stage."""
    _everywhere(
        room, live, lambda group: ExtendStage(EXTENSION_SECONDS) if group.state.open else None
    )


def pause(room: Classroom, live: LiveSession) -> None:
    """All clocks stand; where one stood by itself, it goes on standing."""

    def standing(group: LiveGroup) -> bool:
        return group.state.paused_at is not None and not live.state.paused

    own = (SessionPaused(room.now()),)
    _everywhere(room, live, lambda group: None if standing(group) else Pause(), own)


def resume(room: Classroom, live: LiveSession) -> None:
    """All clocks go on."""
    _everywhere(room, live, lambda _: Resume(), (SessionResumed(room.now()),))


def end(room: Classroom, live: LiveSession) -> None:
    """The game ends here; what was played counts."""
    with whole_class(live):
        if live.state.ended:
            raise Refused(Refusal.GAME_OVER)
        room.order_all(
            live,
            _decide_each(room, live, lambda _: EndGame("stopped")),
            (SessionEnded(room.now(), "stopped"),),
        )


def turn_debrief(room: Classroom, live: LiveSession, page: str) -> None:
    """Show a page of the debrief to all."""
    with live.lock:
        if live.state.ended and page != live.state.page:
            room.order_all(live, (), (DebriefTurned(room.now(), page),))


def _everywhere(
    room: Classroom,
    live: LiveSession,
    command: Callable[[LiveGroup], Command | None],
    own: Sequence[SessionPaused | SessionResumed] = (),
) -> None:
    with whole_class(live):
        if live.state.phase != "play":
            raise Refused(Refusal.GAME_OVER if live.state.ended else Refusal.NOT_STARTED)
        decided = _decide_each(room, live, command)
        if not decided and not own:
            raise Refused(Refusal.STAGE_CLOSED, stage=None)
        room.order_all(live, decided, own)


def _decide_each(
    room: Classroom, live: LiveSession, command: Callable[[LiveGroup], Command | None]
) -> Decided:
    """What follows in each group that is still playing; refused only if refused in all."""
    now, decided, refused = room.now(), [], None
    for group in live.groups:
        wanted = command(group) if not group.state.ended else None
        if wanted is None:
            continue
        try:
            decided.append((group, decide(group.state, wanted, now)))
        except Refused as answer:
            refused = answer
    if refused and not decided:
        raise refused
    return decided
