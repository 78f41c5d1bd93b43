"""The archive beside everything else: what is worked out once, what fails, what is forgotten."""

import gevent
import pytest
from sqlalchemy import update

from game.analysis.archive import estimating
from game.analysis.inference import from_log, source
from game.classroom.codes import shown
from game.log import tables
from game.web import debriefs
from game.web.archive import keeping, together
from game.web.wording import archive as wording
from tests.rooms import Room
from tests.web.archive_desk import A_DAY, LOTTERY, Desk, another, pools, rows


@pytest.fixture
def desk(monkeypatch):
    """One class played to its end."""
    room = Room().makes(6, **LOTTERY, title="Tuesday").begins().to_the_end()
    room.clock += A_DAY
    return Desk(room, monkeypatch)


def test_one_class_that_cannot_be_worked_out_does_not_take_the_page_with_it(desk, monkeypatch):
    """It says so in its row and in the log, and the others stand as ever."""
    desk.page()
    room, made = desk.room, keeping._made
    room.clock += A_DAY
    room.makes(6, **LOTTERY, title="Poisoned")

    def failing(played, *others):
        if played.session == room.id:
            raise ValueError("poison")
        return made(played, *others)

    monkeypatch.setattr(keeping, "_made", failing)
    room.begins().to_the_end()
    page = desk.page()
    assert rows(page)["Poisoned"] == f"{wording.COMPLETED} {wording.FAILED}"
    assert pools(page) == [("The Straits, D2: cards or drawn postures", "1 class")]


def test_a_class_that_cannot_be_read_any_more_stands_there_once(desk, monkeypatch):
    """With what is known of it, if it came in before; otherwise by its code alone."""
    desk.page()
    room = desk.room
    room.clock += A_DAY
    room.makes(4, title="Never read").begins()
    code = shown(room.live.state.created.code)
    with room.writer.store.engine.begin() as connection:
        connection.execute(update(tables.events).values(kind="FromTheFuture"))
    later = Desk(room, monkeypatch)
    assert rows(later.page()) == {
        "Tuesday": f"{wording.COMPLETED}, {wording.NOT_READ} {wording.UNREADABLE}",
        code: f"{wording.NOT_READ} {wording.UNREADABLE}",
    }


def test_at_the_end_of_a_class_it_is_analysed_once(monkeypatch):
    """For the debrief and for the archive, which ask at the same time."""
    asked = []
    real = source.analyse_sources

    def counted(sources, *others):
        asked.append([one.name for one in sources])
        return real(sources, *others)

    for module in (from_log, estimating):
        monkeypatch.setattr(module, "analyse_sources", counted)
    desk = Desk(Room().makes(6, **LOTTERY), monkeypatch)
    desk.room.begins().to_the_end()
    phones = gevent.spawn(debriefs.page_refs, desk.served.site, desk.room.live)
    desk.page()
    assert "claim-1" in {ref.id for ref in phones.get()}
    assert len(asked) == 1
    (entry,) = desk.kept()
    assert {line.claim for line in entry.estimates} <= set(estimating.SHOWN)


def test_all_draws_at_once_are_worked_out_once_for_all_who_look(desk, monkeypatch):
    """A page that is asked for again waits for the first; what is taken out is forgotten."""
    made = []
    monkeypatch.setattr(together, "_over_all", lambda *asked: made.append(asked))
    assert desk.brings(another("s0001"))[0] == 303
    looks = [gevent.spawn(desk.page) for _ in range(3)]
    gevent.joinall(looks, raise_error=True)
    assert len(made) == 1
    assert [key for key in together.TOGETHER._once._kept if "s0001" in str(key)]
    desk.client.post("/console/archive/s0001/remove")
    assert not [key for key in together.TOGETHER._once._kept if "s0001" in str(key)]
