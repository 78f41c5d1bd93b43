"""The debrief of a session as the server keeps it: worked out once, with its verdicts."""

from dataclasses import dataclass
from types import SimpleNamespace

import gevent
import pytest

from game.analysis.claims import claims_hash, claims_text
from game.classroom import conducting, undoing
from game.core.vocabulary import Design, Stage
from game.web import debriefs
from game.web.debriefs import Debriefed, Debriefs, worked_out
from tests.analysis import played
from tests.rooms import Room
from tests.web import auditing
from tests.web.auditing import read
from tests.web.classes import rehearsal
from tests.web.told_claims import PICTURE, on_phone, pages_of, walled


@dataclass(frozen=True)
class End:
    """An end, as far as the debrief looks at it."""

    at: str
    reason: str = "completed"


def test_a_class_that_asks_at_once_has_it_worked_out_once(monkeypatch):
    made = []
    monkeypatch.setattr(debriefs, "session_log", lambda room, live: live)
    monkeypatch.setattr(
        debriefs, "worked_out", lambda log: made.append(log) or Debriefed(PICTURE, None)
    )
    kept, here = Debriefs(), {"s1"}
    room = SimpleNamespace(made_here=here.__contains__)
    live = SimpleNamespace(id="s1", state=SimpleNamespace(ended=End("once"), page=""))
    for name in ("predictions", "recognitions"):
        monkeypatch.setattr(debriefs, name, lambda live: ())
    found = [asked.get() for asked in [gevent.spawn(kept.of, room, live) for _ in range(5)]]

    assert len(made) == 1
    assert all(one == found[0] for one in found)
    live.state.ended = End("again, after the end was taken back")
    kept.of(room, live)
    assert len(made) == 2
    kept.forget("s1")
    here.clear()
    kept.of(room, live)
    kept.of(room, live)
    assert len(made) == 4  # once erased, nothing of it is kept


def test_a_class_that_may_still_go_on_is_described_and_not_tested():
    """Who stopped it too soon goes on without having seen what the claims would say."""
    room = Room().makes(6, claims=claims_hash(), claims_text=claims_text())
    room.begins().until(2, Stage.DISPATCH)
    conducting.end(room.classroom, room.live)
    kept, site = Debriefs(), SimpleNamespace(room=room.classroom)

    assert kept.of(room.classroom, room.live).tested is None
    refs = debriefs.page_refs(site, room.live)
    assert not [ref for ref in refs if ref.id.startswith("claim")]
    undoing.reopen(room.classroom, room.live)
    conducting.end(room.classroom, room.live)
    conducting.turn_debrief(room.classroom, room.live, "beliefs")
    assert not undoing.may_reopen(room.live)
    assert kept.of(room.classroom, room.live).tested is not None


def test_where_nobody_played_nothing_is_tested():
    assert worked_out(played.logged([])).tested is None


@pytest.mark.parametrize("design", [Design.D2_CARDS, Design.D3])
def test_a_rehearsed_class_shows_its_cards_stamped(design):
    log = rehearsal(9, design=design)
    shown = worked_out(log)

    assert shown.tested.analysis.simulated
    for page in pages_of(shown.tested):
        source = walled(page, shown.tested, shown.picture)
        auditing.sound(source)
        assert "SIMULATED" in read(source, "#foot")
    assert "SIMULATED" in read(on_phone(shown.tested, shown.picture), "aside")
