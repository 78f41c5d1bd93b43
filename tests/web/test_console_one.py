"""The console when one group stands still, and the page of one student."""

from dataclasses import replace

from game.core.commands import Pause
from game.web.instructor_pages import confirm_page
from game.web.instructor_pages.one_student import StudentPage, student_page
from tests.web import instructor_screens as screens
from tests.web.auditing import read, soup_of
from tests.web.instructor_screens import at_response, console, scripts, shown


def test_a_group_that_was_paused_alone_is_said_to_hold_the_class():
    """Nobody there is awaited, nudged or hit by a closing; nothing opens before it goes on."""
    played = at_response()
    played[3].do(Pause())
    paused = console(played, 40)
    status = read(shown(paused), "#status")
    assert "Paused alone: group 4." in status
    assert "group 4" not in status.partition("Awaited")[2]
    assert "It goes on by itself" not in status
    assert not soup_of(shown(paused)).select("#group-4 [id^=nudge]")
    assert "Close the stage with 3 seats missing?" in confirm_page(paused, "close")


def test_between_stages_nothing_opens_while_a_group_is_paused_alone():
    played = at_response()
    for script in played:
        script.bots_move()
    played[1].do(Pause())
    for pace in ("clock", "instructor"):
        source = shown(console(played, 40, pace=pace, deadline=None))
        assert "Paused alone: group 2." in read(source, "#status")
        assert "opens by itself" not in source
        assert not soup_of(source).select("#do-next")


def test_who_was_taken_off_the_list_is_let_in_before_being_given_a_seat():
    frame = console(scripts(10), 10, phase="dealt")
    page = StudentPage(frame, frame.people[3], "4711 0815")
    gone = replace(page, frame=replace(frame, removed=frame.people[3:4]))

    assert soup_of(student_page(page)).select("#place")
    assert not soup_of(student_page(gone)).select("#place")


def test_what_is_asked_before_something_is_taken_back_is_true_of_this_class():
    """No seconds without timers; nothing seen and no pause before round 1."""
    frame = console(at_response(), 40, undo=True)
    assert "30 seconds" in confirm_page(frame, "undo")
    untimed = confirm_page(replace(frame, timers=False), "undo")
    assert "Those who were missing can move. What was sealed stays sealed" in untimed
    assert "30 seconds" not in untimed
    assert "paused at first" in confirm_page(replace(frame, phase="over", reopen=True), "reopen")
    dealt = replace(console(scripts(10), 10), phase="over", reopen=True)
    assert "paused" not in confirm_page(dealt, "reopen")


def test_a_move_by_hand_closes_nobodys_phone():
    """The words for a student are not said to the instructor."""
    page = soup_of(screens.get("by-hand-done")).get_text(" ", strip=True)
    assert "Your answer is on the server." in page
    assert "phone" not in page
