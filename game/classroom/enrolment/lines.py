"""A line of the class list, and how it is stored."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from sqlalchemy import Connection, delete, insert, select, update

from game.classroom.roster import named_again
from game.core.vocabulary import ParticipantId, SessionId
from game.log import tables
from game.log.store import Beside, Store, together


@dataclass(frozen=True, slots=True)
class Enrolled:
    """One student of the list. `line`: where it stood; `extra_time` in percent; empty: not said."""

    line: int
    name: str
    student_id: str = ""
    email: str = ""
    login: str = ""
    canvas_id: str = ""
    section: str = ""
    extra_time: int = 0
    participant: ParticipantId | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """What is one student's alone."""
        return tuple(key for key in (self.student_id, self.email, self.login) if key)


FIELDS = tuple(Enrolled.__dataclass_fields__)


def read_enrolled(store: Store, session: SessionId) -> tuple[Enrolled, ...]:
    """The list of a session, in its order."""
    t = tables.enrolled.c
    query = select(*(t[name] for name in FIELDS)).where(t.session == session).order_by(t.line)
    with store.engine.connect() as connection:
        return tuple(Enrolled(*row) for row in connection.execute(query))


def replacing(session: SessionId, lines: Sequence[Enrolled]) -> Beside:
    """The job that puts these lines in the place of all that there were."""
    t = tables.enrolled

    def job(connection: Connection) -> None:
        connection.execute(delete(t).where(t.c.session == session))
        if lines:
            connection.execute(insert(t), [{"session": session, **asdict(line)} for line in lines])

    return together(job, named_again(session)) if lines else job


def taking(session: SessionId, line: int, participant: ParticipantId) -> Beside:
    """The job that notes who came in under a line."""
    t = tables.enrolled

    def job(connection: Connection) -> None:
        of = (t.c.session == session, t.c.line == line)
        connection.execute(update(t).where(*of).values(participant=participant))

    return job


def with_holder(
    lines: Sequence[Enrolled], line: int, participant: ParticipantId | None
) -> tuple[Enrolled, ...]:
    """The list with this participant in this line, and in no other."""
    freed = (
        replace(one, participant=None) if participant and one.participant == participant else one
        for one in lines
    )
    return tuple(
        replace(one, participant=participant) if one.line == line else one for one in freed
    )
