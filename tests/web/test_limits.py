"""How often one may try in vain, and how fast one may send, on a clock of the test's own."""

from game.web.limits import (
    CODES,
    MARKS_A_MINUTE,
    PASSWORDS,
    SEAT,
    Budget,
    Limits,
    Pace,
    Rates,
    Tries,
)

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
