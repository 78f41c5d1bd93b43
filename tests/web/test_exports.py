"""What leaves by the console: to whom rows without consent are given; one fingerprint on all."""

import json

import pytest
from bs4 import BeautifulSoup

from game.analysis.verifying import verify
from game.classroom import conducting
from game.classroom.links import Role
from tests.analysis.zipping import MANIFEST, members
from tests.rooms import Room
from tests.web.archive_desk import A_DAY, LOTTERY, Desk
from tests.web.replay_desk import Reader


@pytest.fixture(scope="module")
def desk():
    """A class that has ended; nobody in it agreed to research use."""
    with pytest.MonkeyPatch.context() as patch:
        room = Room().makes(6, **LOTTERY, title="Monday").begins().to_the_end()
        room.clock += A_DAY
        yield Desk(room, patch)


def taken(reader, asked=""):
    """The zip, unpacked."""
    answer = reader.asks(f"/export.zip{asked}")
    assert answer.status_code == 200
    return members(answer.data)


@pytest.mark.parametrize("role", [None, Role.CO_INSTRUCTOR])
def test_who_conducts_the_class_has_all_rows(desk, role):
    own = json.loads(taken(Reader(desk, role))[MANIFEST])
    assert own["research"] is False
    assert taken(Reader(desk, role))["events.jsonl"]


@pytest.mark.parametrize("asked", ["", "?research=0", "?research=1"])
def test_a_reviewer_has_rows_of_those_who_agreed_alone(desk, asked):
    """Whatever is asked for; here that is nobody."""
    files = taken(Reader(desk, Role.REVIEWER), asked)
    assert json.loads(files[MANIFEST])["research"] is True
    assert files["events.jsonl"] == b""
    assert files["ally_rounds.csv"].count(b"\n") == 1
    named = {one.participant for one in desk.room.classroom.roster(desk.room.id).values()}
    assert not [name for name in named for file in files.values() if f'"{name}"'.encode() in file]


def test_a_reviewer_is_told_so_on_the_page(desk):
    page = BeautifulSoup(Reader(desk, Role.REVIEWER).asks("").text, "html.parser")
    leads = {link["href"]: link.parent.get_text() for link in page.select('a[href*="export.zip"]')}
    assert list(leads) == [f"/console/{desk.room.id}/export.zip?research=1"]
    assert "only of those who agreed" in "".join(leads.values())


def test_a_reviewer_waits_for_the_end_of_the_game(monkeypatch):
    room = Room().makes(3, **LOTTERY).begins()
    desk = Desk(room, monkeypatch)
    reader = Reader(desk, Role.REVIEWER)
    assert reader.asks("/export.zip").status_code == 409
    conducting.end(room.classroom, room.live)
    room.clock += A_DAY
    assert reader.asks("/export.zip").status_code == 200


def test_one_fingerprint_stands_on_page_report_and_files(desk):
    """And they can be verified."""
    teacher = Reader(desk)
    (shown,) = BeautifulSoup(teacher.asks("").text, "html.parser").select(".after code.hash")
    mark = shown.get_text()
    assert len(mark) == 64
    head = BeautifulSoup(teacher.asks("/debrief").text, "html.parser").select_one(".report__head")
    assert mark in head.get_text()
    for asked in ("", "?texts=1", "?research=1"):
        assert json.loads(taken(teacher, asked)[MANIFEST])["fingerprint"] == mark
        assert mark in taken(teacher, asked)["README.txt"].decode()
    assert verify(teacher.asks("/export.zip").data).fingerprint == mark
