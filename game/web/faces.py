"""What a student's page shows just now: the lobby, a wait for a seat, or the seat's own view."""

from dataclasses import dataclass

from game.classroom.live import LiveSession
from game.classroom.roster import Entry
from game.core.views import seat_view
from game.core.views.own import SeatView
from game.web.site import Visitor


@dataclass(frozen=True, slots=True)
class Lobby:
    """In, but without a seat yet. `late`: the seats have been dealt; the next round brings one."""

    code: str
    title: str
    here: int
    return_number: str
    consent: bool | None
    late: bool
    over: bool


@dataclass(frozen=True, slots=True)
class Seated:
    """A seat's view and what stands beside it."""

    view: SeatView
    group: int
    code: str
    title: str
    return_number: str
    consent: bool | None
    simulated: bool = False


Face = Lobby | Seated


def face_of(visitor: Visitor) -> Face:
    """The face for this student now."""
    live, entry = visitor.live, visitor.entry
    place = live.seats.get(entry.participant)
    if place is None:
        return _lobby(live, entry)
    group = live.groups[place[0]]
    created = live.state.created
    return Seated(
        view=seat_view(group.state, place[1], group.versions.of(place[1])),
        group=group.state.opened.number,
        code=created.code,
        title=created.title,
        return_number=entry.return_number,
        consent=entry.consent,
    )


def _lobby(live: LiveSession, entry: Entry) -> Lobby:
    created = live.state.created
    return Lobby(
        code=created.code,
        title=created.title,
        here=len(live.state.participants),
        return_number=entry.return_number,
        consent=entry.consent,
        late=live.state.phase != "lobby",
        over=live.state.ended is not None,
    )


def version_of(face: Face) -> int:
    """The version of what is shown; 0 in the lobby."""
    return face.view.version if isinstance(face, Seated) else 0
