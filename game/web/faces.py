"""What a student's page shows just now: the lobby, a wait for a seat, or the seat's own view."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.classroom.codes import shown, shown_number
from game.classroom.live import LiveSession
from game.classroom.roster import Entry
from game.core.views import projector_view, seat_view
from game.core.views.own import SeatView
from game.web.asked import asked_of
from game.web.front import class_frame
from game.web.lobby import lobby_regions
from game.web.presenters.asked import NOTHING_ASKED, Asked
from game.web.presenters.looking import Looking, looking
from game.web.render import LobbyFrame, SeatFrame, seat_regions
from game.web.site import Visitor


@dataclass(frozen=True, slots=True)
class Seated:
    """A seat's view and what stands beside it."""

    view: SeatView
    frame: SeatFrame


@dataclass(frozen=True, slots=True)
class Seatless:
    """Somebody who is in and has no seat, and the group that is looked at, once there are any."""

    frame: LobbyFrame
    looking: Looking | None = None
    asked: Asked = NOTHING_ASKED


Face = Seatless | Seated


def face_of(visitor: Visitor, group_looked_at: int = 1) -> Face:
    """The face for this student now."""
    live, entry = visitor.live, visitor.entry
    place = live.seats.get(entry.participant)
    if place is None:
        asked = asked_of(live, entry.participant)
        return Seatless(_lobby(live, entry), _looking(live, group_looked_at), asked)
    group = live.groups[place[0]]
    created = live.state.created
    frame = SeatFrame(
        code=shown(created.code),
        group=group.state.opened.number,
        title=created.title,
        return_number=shown_number(entry.return_number),
        consent=entry.consent,
        simulated=group.state.opened.simulated,
        hand=dict(live.state.hands).get(entry.participant),
        nudged=visitor.nudges.asked(live, entry.participant),
        asked=asked_of(live, entry.participant),
    )
    view = seat_view(group.state, place[1], group.versions.of(place[1]))
    return Seated(view, frame)


def _looking(live: LiveSession, number: int) -> Looking | None:
    if not live.groups or live.state.ended:
        return None
    frame = class_frame(live, number)
    return looking(frame, projector_view(live.groups[frame.group - 1].state))


def _lobby(live: LiveSession, entry: Entry) -> LobbyFrame:
    created = live.state.created
    return LobbyFrame(
        code=shown(created.code),
        title=created.title,
        here=len(live.state.participants),
        return_number=shown_number(entry.return_number),
        consent=entry.consent,
        talk=live.scenario.cut(created.cut).consultation,
        late=live.state.phase != "lobby",
        over=live.state.ended is not None,
        hand=dict(live.state.hands).get(entry.participant),
        watching=entry.participant in live.state.watching,
    )


def seatless_frame(face: Seatless) -> SeatFrame:
    """What stands on the debrief of somebody who never had a seat."""
    frame = face.frame
    return SeatFrame(
        frame.code, 0, frame.title, frame.return_number, frame.consent, asked=face.asked
    )


def regions_of(face: Face) -> Mapping[str, str]:
    """The HTML regions of the student's page."""
    if isinstance(face, Seated):
        return seat_regions(face.view, face.frame)
    return lobby_regions(face.frame, face.looking, asked=face.asked)


def page_of(face: Face) -> str:
    """Which page the regions belong to: another one must be fetched whole."""
    return "seat" if isinstance(face, Seated) else "lobby"


def version_of(face: Face) -> int:
    """The version of what is shown; 0 in the lobby."""
    return face.view.version if isinstance(face, Seated) else 0
