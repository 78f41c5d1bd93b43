"""The instructor's hand on one seat, one student, one group: by the console's own forms."""

import pytest
import requests

from tests.live.served import Served
from tests.live.stranger import Stranger, join

NAMES = ("Ana", "Ben", "Eva", "Gül", "Kim", "Lea")


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """One server for the file."""
    server = Served(tmp_path_factory.mktemp("by-hand")).start()
    yield server
    server.stop()
    assert server.errors() == ""


@pytest.fixture
def desk(served):
    """Six students, dealt into two groups, each with a program that looks on."""
    desk = Desk(served)
    yield desk
    for student in desk.students.values():
        student.drop()


def in_round_1(view):
    """Whether the view is of round 1; one may have none yet."""
    return view and view["public"]["round"] == 1


class Desk:
    """The instructor and the class."""

    def __init__(self, served):
        self.session = served.console().make()
        told = {name: join(served.url, self.session.code, name) for name in NAMES}
        self.pseudonyms = {name: welcome["participant"] for name, welcome in told.items()}
        self.students = {
            name: Stranger(served.url, welcome["token"]).connect() for name, welcome in told.items()
        }
        assert self.session.order("deal").status_code == 200

    def begin(self):
        """Round 1 opens."""
        self.session.order("begin")
        for student in self.students.values():
            student.until(lambda student=student: in_round_1(student.view))
        return self

    def seat(self, group, seat):
        """Who holds a seat."""
        return next(n for n, s in self.students.items() if self.place(n) == (group, seat) and s)

    def place(self, name):
        """Group and seat of a student."""
        student = self.students[name]
        student.until(lambda: student.view)
        return student.news["group"], student.view["seat"]

    def press(self, path, **fields):
        """A form of the console; the answer."""
        return requests.post(
            self.session.url(path), data=fields, cookies=self.session.http.cookies, timeout=20
        )


def test_two_change_places_before_round_1(desk):
    """Their phones say so."""
    ana = desk.seat(1, "A1")
    ben = desk.seat(2, "P")
    answer = desk.press(f"/student/{desk.pseudonyms[ana]}/swap", place="2-P")
    assert answer.status_code == 200
    for name, seat in ((ana, "P"), (ben, "A1")):
        desk.students[name].until(
            lambda name=name, seat=seat: desk.students[name].view["seat"] == seat
        )
    assert (desk.place(ana), desk.place(ben)) == ((2, "P"), (1, "A1"))
    assert "2-P" not in answer.text  # the own place is not offered


def test_cover_and_hand_back(desk):
    """One tap each; the student is told."""
    desk.begin()
    ana = desk.students[desk.seat(1, "A1")]
    assert "Groups" in desk.press("/seat/1/A1/cover", _back="console").text
    ana.until(lambda: ana.view["covered"])
    again = desk.press("/seat/1/A1/cover")
    assert (again.status_code, "A bot holds this seat already" in again.text) == (409, True)
    assert desk.press("/seat/1/A1/handback").status_code == 200
    ana.until(lambda: not ana.view["covered"])


def test_extra_time_is_seen_by_that_seat_alone(desk):
    """The clock of the others stays."""
    desk.begin()
    ana, ben = desk.students[desk.seat(1, "A1")], desk.students[desk.seat(1, "A2")]
    before = ben.view["public"]["deadline"]
    assert desk.press("/seat/1/A1/extra", percent="100").status_code == 200
    ana.until(lambda: ana.view["public"]["deadline"] > before)
    assert ben.view["public"]["deadline"] == before
    assert desk.press("/seat/1/A1/extra", percent="999").status_code == 409
    assert desk.press("/seat/1/A1/extra", percent="much").status_code == 400


def test_one_group_is_paused(desk):
    """The others play on."""
    desk.begin()
    ana, kim = desk.students[desk.seat(1, "A1")], desk.students[desk.seat(2, "A1")]
    desk.press("/group/1/pause")
    ana.until(lambda: ana.view["public"]["paused"])
    assert ana.do("state_belief", belief=50)["code"] == "paused"
    assert kim.do("state_belief", belief=50) == {"ok": True}
    desk.press("/group/1/resume")
    ana.until(lambda: not ana.view["public"]["paused"])


def test_a_move_is_entered_for_a_student_on_paper(desk):
    """By the seat's own form; the student sees it as theirs, the data whose it was."""
    desk.begin()
    ana = desk.students[desk.seat(1, "A1")]
    move = {"_round": "1", "_stage": "dispatch", "_id": "paper-1"}
    wrong = desk.press("/seat/1/A1/move/state_belief", belief="101", **move)
    assert (wrong.status_code, "101" in wrong.text) == (409, True)
    for _ in range(2):  # a double tap
        assert desk.press("/seat/1/A1/move/state_belief", belief="62", **move).status_code == 200
    ana.until(lambda: ana.view["ally"]["beliefs"][0]["before"] == 62)
    late = desk.press("/seat/1/A1/move/commit_forces", **{**move, "_stage": "commitment"})
    assert late.status_code == 409


def test_off_the_list_and_on_it_again(desk):
    """In the middle of a game; into the same seat."""
    desk.begin()
    name = desk.seat(1, "A1")
    ana, who = desk.students[name], desk.pseudonyms[name]
    move = ana.message("state_belief", {"belief": 1})
    desk.press(f"/student/{who}/remove")
    ana.until(lambda: ana.news.get("phase") == "removed")
    assert ana.ask(move)["ok"] is False
    assert desk.press(f"/student/{who}/remove").status_code == 200  # once is enough
    assert desk.press(f"/student/{who}/readmit").status_code == 200
    again = Stranger(ana.url, ana.token).connect()
    assert again.view["seat"] == "A1"
    again.drop()


def test_another_name(desk):
    """Only the instructor sees it; two of a name cannot be."""
    ana, ben = desk.pseudonyms["Ana"], desk.pseudonyms["Ben"]
    assert "Ana Maria" in desk.press(f"/student/{ana}/rename", name="Ana Maria").text
    taken = desk.press(f"/student/{ben}/rename", name="ana maria")
    assert taken.status_code == 409
    assert "Somebody on your list is called that" in taken.text


def test_a_closing_and_an_end_are_taken_back(desk):
    """Each by a button that asks first where no scripts run."""
    desk.begin()
    ana = desk.students[desk.seat(1, "A1")]
    desk.session.order("close")
    ana.until(lambda: ana.view["public"]["stage"] == "consultation")
    assert "Open the stage again?" in desk.session.http.get(desk.session.url("/confirm/undo")).text
    assert desk.session.order("undo").status_code == 200
    ana.until(lambda: ana.view["public"]["stage"] == "dispatch")
    desk.session.order("end")
    ana.until(lambda: ana.view["public"]["over"])
    assert desk.session.order("reopen").status_code == 200
    ana.until(lambda: not ana.view["public"]["over"] and ana.view["public"]["paused"])
    desk.session.order("resume")
    ana.until(lambda: not ana.view["public"]["paused"])
    assert ana.do("state_belief", belief=20) == {"ok": True}
    assert desk.session.order("undo").status_code == 409


def test_what_is_no_seat_or_no_student(desk):
    """A page that says so, and nothing else."""
    for path in ("/seat/9/A1", "/seat/1/A9", "/student/pNOBODY"):
        assert desk.session.http.get(desk.session.url(path)).status_code == 404
    for path in ("/seat/9/A1/cover", "/seat/1/A9/cover", "/seat/1/A1/fly", "/group/9/pause"):
        assert desk.press(path).status_code == 404
    assert desk.press("/group/1/fly").status_code == 404
    who = desk.pseudonyms["Ana"]
    assert desk.press(f"/student/{who}/fly").status_code == 404
    assert desk.press(f"/student/{who}/swap", place="nowhere").status_code == 409
    assert desk.press("/student/pNOBODY/remove").status_code == 404
