"""What a seat may not know changes no byte of its page, and no packet that it is sent.

The views are tested in tests/core; here the same twins are rendered: whole pages, regions, the
wall, and the messages of the socket in both formats, as the hub makes them.
"""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis.replaying import Replay
from game.classroom.live import LiveGroup, LiveSession
from game.classroom.roster import Entry
from game.classroom.session.events import SessionCreated
from game.classroom.session.state import SessionState
from game.core.views import projector_view
from game.core.vocabulary import Design, ParticipantId, SessionId
from game.web.clients import SeatClient
from game.web.faces import Seated, face_of
from game.web.lobby import lobby_page
from game.web.render import seat_page, seat_still
from game.web.review.eyes import frame_of
from game.web.review.volumes import Volume
from game.web.site import Visitor
from game.web.wall_render import WallFrame, wall_page
from tests.strategies import wild_plays, wild_seeds
from tests.twins import folded, twin

pytestmark = pytest.mark.noninterference

ME = ParticipantId("me")
NOW = 1_900_000_100_000
VOLUME = Volume(
    SessionId("S1"), "Seminar", "HK7 M4R", 1, "The Straits", "s", "D2", "D2", 4, (1,), True, False
)


def visiting(scenario, log, viewer):
    """A student in the viewer's seat of a group that has come this far: it knows its number."""
    state, versions = folded(scenario, log)
    state = replace(state, opened=replace(state.opened, number=1, simulated=False))
    created = SessionCreated(
        1, SessionId("S1"), "HK7M4R", "Seminar", "h", "c", Design.D2_CARDS, 3, "full",
        (), (), True, "clock", "seed", "T1",
    )  # fmt: skip
    group = LiveGroup(scenario, state.opened.group, state, versions, len(log))
    live = LiveSession(SessionState(created, begun=True), scenario, 1, [group])
    live.seats = {ME: (0, viewer)}
    return Visitor(live, Entry(ME, "A. Student", "1234", None, 1))


def page(scenario, log, viewer):
    """The whole page of the seat."""
    face = face_of(visiting(scenario, log, viewer))
    assert isinstance(face, Seated)
    return seat_page(face.view, face.frame, NOW, "nonce")


def packets(scenario, log, viewer, *, as_json):
    """Every message the seat is sent while the stream grows, event by event, as the hub sends."""
    visitor = visiting(scenario, log[:1], viewer)
    group = visitor.live.groups[0]
    client = SeatClient("sid", visitor, lambda: NOW, as_json)
    sent = [client.message(whole=True)]
    for event in log[1:]:
        version = group.versions.of(viewer)
        group.absorb([event], None)
        if viewer in group.state.seats and group.versions.of(viewer) != version:
            sent.append(client.message(whole=False))
    return [json.dumps(message, sort_keys=True) for message in sent if message is not None]


def a_moment(data, script):
    """A viewer from the first deal, and the stream up to some moment."""
    length = data.draw(st.integers(1, len(script.log)))
    seats = [setup.seat for setup in script.log[0].seats]
    return data.draw(st.sampled_from(seats)), script.log[:length]


@settings(max_examples=60)
@given(wild_plays, st.data(), wild_seeds)
def test_no_byte_of_a_page_betrays_a_secret(script, data, seed):
    """The page of a seat is the same in every world that the seat cannot tell from this one."""
    viewer, log = a_moment(data, script)
    other = twin(script.scenario, log, viewer, seed)
    assert page(script.scenario, log, viewer) == page(script.scenario, other, viewer)


@settings(max_examples=30)
@given(wild_plays, st.data(), wild_seeds)
def test_the_replay_through_one_seat_s_eyes_betrays_nothing(script, data, seed):
    """What is looked at afterwards is as private as what the seat had."""
    viewer, log = a_moment(data, script)
    other = twin(script.scenario, log, viewer, seed)

    def looked_at(stream):
        opened = replace(stream[0], number=1, simulated=False)
        replay = Replay.of(script.scenario, [opened, *stream[1:]])
        view = replay.seat_view(replay.last, viewer)
        return seat_still(view, frame_of(VOLUME, replay), NOW)

    assert looked_at(log) == looked_at(other)


@settings(max_examples=60)
@given(wild_plays, st.data(), wild_seeds)
def test_the_wall_betrays_nothing(script, data, seed):
    """The projector shows the same in every world that the whole group cannot tell apart."""
    _, log = a_moment(data, script)
    other = twin(script.scenario, log, None, seed)

    def wall(stream):
        state, _ = folded(script.scenario, stream)
        frame = WallFrame("HK7 M4R", "192.0.2.1:5000", "Seminar", "play", round=state.round.number,
                          stage=state.stage, group=1, groups=1)  # fmt: skip
        return wall_page(frame, NOW, projector_view(state))

    assert wall(log) == wall(other)


@settings(max_examples=60)
@given(wild_plays, st.data(), wild_seeds, st.booleans())
def test_who_looks_on_learns_nothing(script, data, seed, other_group_decides):
    """Without a seat one reads what the whole group knows, by page and by packet."""
    _, log = a_moment(data, script)
    other = twin(script.scenario, log, None, seed)

    def seen(stream):
        visitor = visiting(script.scenario, stream, "P")
        visitor.live.seats.clear()
        if other_group_decides:
            visitor.live.groups.append(visiting(script.scenario, log, "P").live.groups[0])
        face = face_of(visitor)
        assert face.looking
        clients = [SeatClient("sid", visitor, lambda: NOW, as_json) for as_json in (True, False)]
        sent = [json.dumps(client.message(whole=True), sort_keys=True) for client in clients]
        return lobby_page(face.frame, NOW, ME, face.looking), sent

    assert seen(log) == seen(other)


@settings(max_examples=25)
@given(wild_plays, st.data(), wild_seeds, st.booleans())
def test_the_last_packet_betrays_nothing(script, data, seed, as_json):
    """What a reconnecting page or program is sent is the same in both worlds."""
    viewer, log = a_moment(data, script)
    other = twin(script.scenario, log, viewer, seed)

    def message(stream):
        client = SeatClient("sid", visiting(script.scenario, stream, viewer), lambda: NOW, as_json)
        return json.dumps(client.message(whole=True), sort_keys=True)

    assert message(log) == message(other)


@settings(max_examples=25)
@given(wild_plays, st.data(), st.booleans())
def test_a_sealed_change_of_mind_sends_nobody_else_anything(script, data, as_json):
    """Not even the number of packets tells that another seat has sealed again."""
    viewer, log = a_moment(data, script)
    doubled = [*log]
    for event in log:
        again = _again(event, viewer)
        if again is not None:
            doubled.insert(doubled.index(event) + 1, again)
    first = packets(script.scenario, log, viewer, as_json=as_json)
    assert packets(script.scenario, doubled, viewer, as_json=as_json) == first


def _again(event, viewer):
    """The same seat stating or sealing once more, at once; None for other events."""
    seat = getattr(event, "seat", None)
    name = type(event).__name__
    if name in ("BeliefStated", "ResponseSealed") and seat != viewer:
        return replace(event)
    if name == "OrdersSealed" and viewer != "P":
        return replace(event)
    return None


@pytest.mark.slow
def test_the_test_can_fail(monkeypatch):
    """A page that shows one secret field is noticed."""
    from game.web import faces

    true_view = faces.seat_view

    def leaky(state, seat, version=0):
        view = true_view(state, seat, version)
        kind = state.patron_type(max(1, state.round.number))
        return replace(view, brief=replace(view.brief, name=f"{view.brief.name} {kind}"))

    monkeypatch.setattr(faces, "seat_view", leaky)
    with pytest.raises(AssertionError):
        test_no_byte_of_a_page_betrays_a_secret()
