"""Who was last heard when: in words, as time passes, and after a restart. The clock is ours."""

import time

import pytest

from game.log.store import Store
from game.log.writers import Direct
from game.web.app import create_app
from game.web.instructor_pages.seen import seen
from game.web.presence import Presence
from tests.builders import NOW
from tests.rooms import Room

SECOND, MINUTE = 1000, 60_000


@pytest.fixture
def room():
    return Room().makes(students=2)


def present(room):
    """Who is where, by the console's words."""
    return Presence(lambda: room.clock, room.clock)


def words(presence, room):
    """What is said of each student."""
    roster = room.classroom.roster(room.id)
    return [one.words for one in presence.all(room.live, roster).values()]


def first(room):
    return room.live.state.participants[0]


@pytest.mark.parametrize(
    ("age", "said", "sign"),
    [
        (0, "here", "here"),
        (45 * SECOND, "here", "here"),
        (46 * SECOND, "seen a minute ago", "past"),
        (119 * SECOND, "seen a minute ago", "past"),
        (2 * MINUTE, "seen 2 min ago", "past"),
        (59 * MINUTE, "seen 59 min ago", "past"),
        (60 * MINUTE, "seen over an hour ago", "past"),
        (None, "not seen yet", "never"),
    ],
)
def test_an_age_has_words_and_a_sign(age, said, sign):
    found = seen(age)

    assert (found.words, found.sign, found.here) == (said, sign, sign == "here")


@pytest.mark.parametrize(("age", "gone"), [(119 * SECOND, False), (2 * MINUTE, True), (None, True)])
def test_only_a_long_silence_is_worth_naming(age, gone):
    assert seen(age).gone is gone


def test_a_word_is_news_only_after_a_silence(room):
    presence = present(room)

    assert presence.hear(room.id, first(room))
    room.clock += 20 * SECOND
    assert not presence.hear(room.id, first(room))
    room.clock += 46 * SECOND
    assert presence.hear(room.id, first(room))


def test_words_age_without_anything_happening(room):
    presence = present(room)
    presence.hear(room.id, first(room))
    roster = room.classroom.roster(room.id)
    assert words(presence, room) == ["here", "not seen yet"]
    presence.aged(room.live, roster)

    room.clock += 10 * SECOND
    assert not presence.aged(room.live, roster)
    room.clock += 3 * MINUTE
    assert presence.aged(room.live, roster)
    assert words(presence, room) == ["seen 3 min ago", "not seen yet"]


def test_a_restart_forgets_and_says_so(room):
    """Who was on the list before is another case than who was put there since."""
    present(room).hear(room.id, first(room))
    room.clock = NOW + MINUTE

    assert words(present(room), room) == ["not seen since the restart"] * 2


def test_a_session_knows_nothing_of_another(room):
    presence = present(room)
    presence.hear("another", first(room))

    assert words(presence, room)[0] == "not seen yet"


def test_setting_the_clock_of_the_computer_back_keeps_nobody_here(monkeypatch):
    """The server goes by what has passed, not by the time of day."""
    presence = create_app(Direct(Store("sqlite://")), "http://localhost:8000").site.presence
    room = Room().makes(students=1)
    presence.hear(room.id, first(room))
    at, passed = time.time_ns(), time.monotonic_ns()
    monkeypatch.setattr(time, "time_ns", lambda: at - 3_600_000_000_000)
    monkeypatch.setattr(time, "monotonic_ns", lambda: passed + 180_000_000_000)
    assert words(presence, room) == ["seen 3 min ago"]
