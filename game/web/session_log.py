"""A session's streams as the tables want them: read from the store, without anything that names."""

from game.analysis.predictions import Prediction, Recognition
from game.analysis.sessionlog import GroupLog, SessionLog
from game.classroom.classroom import Classroom
from game.classroom.live import LiveSession
from game.core.events import Event
from game.core.vocabulary import GroupId
from game.log.streams import GROUP_CODEC
from game.web.coding.codings import codings
from game.web.tokens import secret_of_texts


def session_log(room: Classroom, live: LiveSession) -> SessionLog:
    """The session as it stands in the log now."""
    created, roster = live.state.created, room.roster(live.id)
    known = (*live.state.participants, *live.state.removed)
    return SessionLog(
        session=created.session,
        title=created.title,
        secret=room.writer.read(lambda store: secret_of_texts(store, created.session)),
        teacher=created.teacher,
        created_at=created.at,
        assigned_at=live.state.dealt_at or created.at,
        scenario=live.scenario,
        scenario_text=room.document(created.scenario),
        claims_text=room.document(created.claims),
        group_size=created.group_size,
        completed=live.state.ended is not None and live.state.ended.reason == "completed",
        simulated=live.state.created.simulated,
        groups=tuple(_group(room, group) for group in live.state.groups),
        # everybody is shown the box; one that was left empty is no agreement
        consent={who: who in roster and roster[who].consent is True for who in known},
        codings=codings(room, created.session),
        placings=live.state.placings,
        deals=live.state.deals,
        predictions=predictions(live),
        recognitions=recognitions(live),
    )


def predictions(live: LiveSession) -> tuple[Prediction, ...]:
    """What students expected, in the order in which they first said so."""
    said = live.state.predictions.values()
    return tuple(Prediction(one.participant, one.expects, one.reason, one.at) for one in said)


def recognitions(live: LiveSession) -> tuple[Recognition, ...]:
    """Whether they recognised the case, in the same order."""
    return tuple(
        Recognition(one.participant, one.recognised, one.round, one.clue, one.at)
        for one in live.state.recognitions.values()
    )


def _group(room: Classroom, group: GroupId) -> GroupLog:
    rows = room.writer.read(lambda store: store.read(group))
    events: list[Event] = [
        GROUP_CODEC.decode(row.kind, row.version, row.body)  # type: ignore[misc]
        for row in rows
    ]
    return GroupLog(group, tuple(events), tuple((row.kind, row.version, row.body) for row in rows))
