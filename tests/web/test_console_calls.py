"""Raised hands, nudges, and for whom the class waits, on the console."""

from dataclasses import replace

from tests.web import instructor_screens as screens
from tests.web.auditing import read, soup_of
from tests.web.instructor_scenes import at_response, console, shown


def test_raised_hands_stand_first_with_name_seat_and_time():
    page = screens.get("console-calls")
    hands = soup_of(page).select("#list .hand")

    assert "Arven in group 3, since 14:03." in hands[0].get_text(" ", strip=True)
    assert "Elif Yildiz asks for help. Since 14:05." in hands[1].get_text(" ", strip=True)
    assert soup_of(page).select_one("#list > *")["id"] == "hands"
    assert hands[1].select_one("form")["action"] == "/console/s1a2b3/lower"


def test_only_an_awaited_student_can_be_nudged():
    buttons = soup_of(screens.get("console-calls")).select(".nudging button")
    said = read(screens.get("console-calls"), "#list")

    assert [button["id"] for button in buttons] == [
        "nudge-4-A1", "nudge-9-A2", "nudge-11-P", "nudge-11-A2",
    ]  # fmt: skip
    assert (said.count("nudged, and seen"), said.count("nudged, not seen yet")) == (1, 2)
    for name in ("console-paused", "console-closed", "console-dealt", "console-arms"):
        assert not soup_of(screens.get(name)).select(".nudging [id$='-P']"), name


def test_many_are_nudged_by_one_button():
    said = soup_of(screens.get("console-opening")).select_one(".nudging").get_text(" ", strip=True)

    assert said == "Nudge all 27 who are awaited"


def test_a_class_that_stands_is_not_nudged():
    assert not soup_of(screens.get("console-paused")).select("form[action$='/nudge']")


def test_extra_time_is_said_of_who_is_awaited_while_clocks_run():
    frame = console(at_response(), 40)
    seats = {4: "A1"}
    groups = tuple(
        replace(
            group,
            seats=tuple(
                replace(seat, extra=50 if seats.get(group.number) == seat.seat else 0)
                for seat in group.seats
            ),
        )
        for group in frame.groups
    )

    said = read(shown(replace(frame, groups=groups)), "#status")
    assert "Belmar in group 4 (extra time), Arven in group 9," in said
    untimed = replace(frame, groups=groups, timers=False)
    assert "extra time" not in read(shown(untimed), "#status")


def test_a_group_whose_stage_has_closed_is_through_whoever_was_missing():
    frame = console(at_response(), 40)
    shut = tuple(
        replace(group, open=False, seats=tuple(replace(s, status="idle") for s in group.seats))
        for group in frame.groups
    )
    cards = read(shown(replace(frame, groups=shut)), "#list")

    assert cards.count("through") == len(shut)
    assert "all in" not in cards
