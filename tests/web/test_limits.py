"""How often one may try in vain, and how fast one may send, on a clock of the test's own."""

import time

from game.log.store import Store
from game.log.writers import Direct
from game.web.app import create_app
from game.web.limits import (
    CODES,
    MARKS_A_MINUTE,
    PASSWORDS,
    SEAT,
    Budget,
    Failures,
    Limits,
    Pace,
    Rates,
    Tries,
)
from game.web.tokens import MARK_SECONDS

MINUTE = 60_000


class Clock:
    """Says what it is told."""

    def __init__(self) -> None:
        self.at = 1_000_000

    def __call__(self) -> int:
        return self.at


def flooded(clock: Clock, budget: Budget = CODES) -> Tries:
    """Everything has been tried in vain that may be: without a mark, and by many marks."""
    tries = Tries(clock, budget)
    for number in range(2000):
        for device in (None, f"old {number % 100}", f"new {number}"):
            if not tries.exhausted("k", device):
                tries.failed("k", device)
    return tries


def test_a_device_gets_a_few_tries_and_more_after_a_minute():
    clock = Clock()
    tries = Tries(clock, CODES)
    for _ in range(CODES.device):
        assert not tries.exhausted("k", "mine")
        tries.failed("k", "mine")

    assert tries.exhausted("k", "mine")
    assert not tries.exhausted("k", "yours")
    clock.at += MINUTE
    assert not tries.exhausted("k", "mine")


def test_a_device_that_has_not_failed_is_let_in_while_others_flood():
    tries = flooded(Clock())

    assert tries.exhausted("k", None)
    assert tries.exhausted("k", "old 1")
    assert not tries.exhausted("k", "an honest one")
    assert not tries.exhausted("another class", None)


def test_marks_that_were_saved_up_are_good_for_one_try_each():
    """However long somebody collects them, and however long they wait between two tries."""
    clock = Clock()
    tries = Tries(clock, CODES)
    taken = 0
    for _ in range(5):
        for number in range(2000):
            if not tries.exhausted("k", f"saved {number}"):
                tries.failed("k", f"saved {number}")
                taken += 1
        clock.at += MINUTE
    assert taken <= 2000 + 4 * CODES.all


def test_what_is_remembered_of_devices_ends_with_their_marks():
    clock = Clock()
    tries = Tries(clock, CODES)
    for number in range(50):
        tries.failed("k", f"old {number}")
    clock.at += MARK_SECONDS * 1000 + 1
    tries.failed("k", "new")

    assert list(tries._failed) == ["new"]


def test_a_flood_of_keys_is_not_looked_through_at_every_one(monkeypatch):
    """Ten thousand that are none of them over are looked at now and then."""
    looked = []
    failures = Failures(Clock())
    count = failures.count
    monkeypatch.setattr(failures, "count", lambda key: looked.append(key) or count(key))
    for number in range(12_000):
        failures.note(str(number))
    assert len(looked) < 3 * 12_000


def test_setting_the_clock_of_the_computer_back_shuts_nobody_out(monkeypatch):
    """What the server limits by is not the time of day."""
    served = create_app(Direct(Store("sqlite://")), "http://localhost:8000")
    limits = served.site.limits
    for _ in range(CODES.device):
        limits.codes.failed("k", "mine")
    before = limits.seats.level("seat"), limits.seats.take("seat")
    an_hour_ago = time.time_ns() - 3_600_000_000_000
    monkeypatch.setattr(time, "time_ns", lambda: an_hour_ago)
    assert (limits.seats.level("other"), limits.seats.take("seat")) == before


def test_marks_are_no_way_around_a_password():
    assert flooded(Clock(), PASSWORDS).exhausted("k", "an honest one")


def test_few_marks_are_given_a_minute():
    clock = Clock()
    limits = Limits(clock)

    assert sum(limits.may_mark() for _ in range(5000)) == MARKS_A_MINUTE
    clock.at += MINUTE
    assert limits.may_mark()


def test_a_seat_that_floods_is_cut_and_comes_back():
    clock = Clock()
    rates = Rates(clock, SEAT)
    paces = [rates.take("seat") for _ in range(1000)]

    assert paces.count(Pace.FINE) == SEAT.at_once
    assert paces.count(Pace.TOO_FAST) == SEAT.patience
    assert paces[-1] is Pace.FAR_TOO_FAST
    assert rates.take("another") is Pace.FINE
    clock.at += 11_000
    assert rates.level("seat") > 0
    assert rates.take("seat") is Pace.FINE


def test_what_is_sent_at_the_pace_of_a_seat_is_always_taken():
    clock = Clock()
    rates = Rates(clock, SEAT)
    for _ in range(1000):
        clock.at += int(1000 / SEAT.a_second)
        assert rates.take("seat") is Pace.FINE
