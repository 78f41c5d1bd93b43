"""The archive on the console: every class, what is put together, what is brought and taken out."""

from dataclasses import replace

import pytest

from game.analysis.export import export_zip, unpacking
from game.classroom import conducting, joining
from game.classroom.dry_run import dry_run, whole_class_played
from game.classroom.enrolment.keeping import enrol
from game.classroom.enrolment.reading import read_list
from game.classroom.erasing import ALL, erase, erased_classes
from game.classroom.making import Choices
from game.classroom.rehearsal import Troupe
from game.classroom.undoing import reopen
from game.core.vocabulary import Design, Stage
from game.web import debriefs
from game.web.archive import keeping, together
from game.web.session_log import session_log
from game.web.wording import archive as wording
from tests.analysis.played import SCENARIO, rehearsal
from tests.rooms import Room
from tests.web.archive_desk import A_DAY, LOTTERY, PINNED, Desk, another, pools, rows


@pytest.fixture
def desk(monkeypatch):
    """One class played to its end."""
    room = Room().makes(6, **LOTTERY, title="Tuesday").begins().to_the_end()
    room.clock += A_DAY
    return Desk(room, monkeypatch)


def test_every_class_stands_in_the_list_finished_or_not(desk):
    """With its reason; only one that has ended has a number."""
    desk.room.makes(4, title="Waiting")
    desk.room.makes(6, design=Design.D2_CARDS, **PINNED, title="Playing").begins()
    desk.room.makes(6, design=Design.D2_CARDS, **PINNED, title="Stopped").begins().until(
        5, Stage.DISPATCH
    )
    conducting.end(desk.room.classroom, desk.room.live)
    said = rows(desk.page())
    assert said["Tuesday"] == wording.COMPLETED
    assert said["Waiting"] == f"students join {wording.OPEN}"
    assert said["Playing"] == f"round 1 {wording.OPEN}"
    assert said["Stopped"] == f"{wording.STOPPED} {wording.MAY_GO_ON}"
    assert pools(desk.page()) == [("The Straits, D2: cards or drawn postures", "1 class")]
    conducting.turn_debrief(desk.room.classroom, desk.room.live, "beliefs")
    assert rows(desk.page())["Stopped"].startswith(wording.STOPPED)
    assert pools(desk.page()) == [("The Straits, D2: cards or drawn postures", "2 classes")]


def test_a_class_is_worked_out_once(desk, monkeypatch):
    """Not at every look; again only if its end was taken back and it ended anew."""
    desk.page()
    (first,) = desk.kept()
    assert first.estimates

    def never(*_):
        raise AssertionError("worked out again")

    made = keeping._made
    monkeypatch.setattr(keeping, "_made", never)
    desk.page()
    room = desk.room
    room.makes(6, **LOTTERY, title="Again").begins().until(3, Stage.RESPONSE)
    monkeypatch.setattr(keeping, "_made", made)
    conducting.end(room.classroom, room.live)
    assert rows(desk.page())["Again"].startswith(wording.STOPPED)
    reopen(room.classroom, room.live)
    assert wording.OPEN in rows(desk.page())["Again"]
    assert pools(desk.page()) == [("The Straits, D2: cards or drawn postures", "1 class")]
    conducting.resume(room.classroom, room.live)
    room.to_the_end()
    assert rows(desk.page())["Again"] == wording.COMPLETED
    assert {one.title: one.completed for one in desk.kept()} == {"Tuesday": True, "Again": True}


def test_a_class_is_brought_and_taken_out_again(desk):
    """Its plot line comes and goes; nothing of it is left in the store."""
    assert desk.brings(another("s0001"), "  Their   class ") == (303, "")
    page = desk.page("?done=brought")
    assert wording.DONE["brought"] in page.get_text()
    assert rows(page)["Their class brought"] == wording.COMPLETED
    asked = desk.client.get("/console/archive/s0001/remove")
    assert "Their class" in asked.text
    assert desk.client.post("/console/archive/s0001/remove").status_code == 303
    assert [one.title for one in desk.kept()] == ["Tuesday"]
    assert desk.room.writer.store.count("archive_files") == 4
    assert desk.client.get("/console/archive/s0001/remove").status_code == 404


def test_a_class_of_this_server_is_not_taken_out(desk):
    """Nobody pools the pretty ones."""
    desk.page()
    assert desk.client.post(f"/console/archive/{desk.room.id}/remove").status_code == 404
    assert len(desk.kept()) == 1


def test_what_is_not_taken_is_answered_with_its_reason(desk, monkeypatch):
    """Malformed, refused and too large are different sentences; nothing is kept of any."""
    own = export_zip(session_log(desk.room.classroom, desk.room.live), texts=False)
    assert desk.brings(another("s0001"))[0] == 303
    assert desk.brings(another("s0001")) == (409, wording.NOT_TAKEN["there"])
    assert desk.brings(own) == (409, wording.NOT_TAKEN["own"])
    assert desk.brings(export_zip(rehearsal(), texts=False)) == (
        409,
        wording.NOT_TAKEN["simulated"],
    )
    status, said = desk.brings(b"no zip")
    assert (status, said) == (400, wording.NO_EXPORT.format(why="it is damaged, or is no zip"))
    assert desk.brings(b"") == (400, wording.NOTHING)
    monkeypatch.setattr(unpacking, "MOST_PACKED", 1000)
    assert desk.brings(b"0" * 100_000) == (413, wording.TOO_LARGE)
    assert {one.session for one in desk.kept()} == {"s0001", desk.room.id}


def test_versions_and_designs_stand_side_by_side_and_can_be_chosen(desk):
    """Nothing is put together across them."""
    arms = {"design": Design.D1, "factors": {"script": ("hawk", "restrained")}}
    newer = {"scenario": replace(SCENARIO, hash="f" * 64)}
    for data in (another("s0001"), another("s0002", **arms), another("s0003", **newer)):
        assert desk.brings(data)[0] == 303
    page = desk.page()
    drawn = "D2: cards or drawn postures"
    assert sorted(pools(page)) == [
        ("The Straits, D1: groups compared", "1 class"),
        (f"The Straits, {drawn}", "2 classes"),
        (f"test-straits, {drawn}", "1 class"),
    ]
    assert len(page.select("#scenario option")) == 3
    asked = f"?scenario={'f' * 64}"
    assert pools(desk.page(asked)) == [(f"test-straits, {drawn}", "1 class")]
    assert pools(desk.page("?design=D1")) == [("The Straits, D1: groups compared", "1 class")]
    assert wording.NONE_HERE in desk.page("?design=D3").get_text()


def test_what_is_erased_is_out_of_the_archive_and_counted(desk):
    """The line and the tables; that there was a class is all that is left."""
    desk.page()
    assert desk.room.writer.store.count("archive_files") == 4
    gone = desk.room.live
    assert debriefs.page_refs(desk.served.site, gone)
    assert str(desk.room.id) in str(debriefs.DEBRIEFS._once._kept.keys())
    erase(desk.room.classroom, gone, ALL)
    assert desk.kept() == ()
    assert desk.room.writer.store.count("archive_files") == 0
    held = (*debriefs.DEBRIEFS._once._kept, *together.TOGETHER._once._kept)
    assert str(desk.room.id) not in str(held)
    assert debriefs.page_refs(desk.served.site, gone) == ()
    desk.room.makes(2, title="New")
    assert wording.erased(1) in desk.page().get_text()


def test_names_are_in_no_part_of_it(desk):
    """Pseudonyms and counts."""
    text = desk.page().get_text()
    stored = str(desk.kept())
    names = [one.name for one in desk.room.classroom.roster(desk.room.id).values()]
    assert names
    assert not [name for name in names if name in text or name in stored]


def test_who_played_before_counts_once(monkeypatch):
    """As far as class lists say so: by student number, whatever the pseudonym."""
    room = Room().makes(**LOTTERY, title="First")
    _class_of(room, range(6))
    room.clock += A_DAY
    room.makes(**LOTTERY, title="Second")
    again = _class_of(room, range(4, 10))[:2]
    desk = Desk(room, monkeypatch)
    page = desk.page()
    found = {one.title: one.repeats for one in desk.kept()}
    assert found["First"] == ()
    assert set(found["Second"]) == set(again)
    assert wording.repeats(2, 1) in page.get_text()


def _class_of(room, numbers):
    """Students of these numbers come in and play; their pseudonyms."""
    told = "".join(f"{1000 + n},Student {n}\n" for n in numbers)
    enrol(room.classroom, room.live, read_list(f"student_id,name\n{told}".encode()).lines)
    came = [joining.join(room.classroom, room.live, str(1000 + n)).participant for n in numbers]
    room.begins().to_the_end()
    return came


def test_nobody_else_sees_it(desk):
    """The console's link, or nothing."""
    stranger = desk.served.app.test_client()
    for path in ("/console/archive", "/console/archive/s0001/remove"):
        assert stranger.get(path).status_code == 401
        assert stranger.post(path).status_code in (401, 405)


def test_a_dry_run_stands_in_the_list_and_in_no_plot(desk):
    """It says why; its tables are not kept, and once erased it was no class."""
    choices = Choices(desk.room.scenario, "text", **LOTTERY, title="Dry")
    dry = dry_run(desk.room.classroom, choices, 6, Troupe("noisy"), whole_class_played)
    page = desk.page()
    assert "a rehearsal is no evidence" in rows(page)["Dry"]
    assert pools(page) == [("The Straits, D2: cards or drawn postures", "1 class")]
    assert desk.room.writer.store.count("archive_files") == 4  # of the other class
    erase(desk.room.classroom, dry, ALL)
    assert erased_classes(desk.room.classroom) == 0
