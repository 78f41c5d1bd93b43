"""After a stop everybody is back: sockets, console, wall, and the clock where it stood."""

import signal
import time

import pytest

from tests.live.pupils import Message, Pupil, Seated, a_class, until
from tests.live.served import Served
from tests.live.storms import assert_nothing_lost, busy, storm

pytestmark = [pytest.mark.live, pytest.mark.chaos]


def shown(pupil: Pupil) -> Message:
    """What the seat sees; that the clock was moved is counted, and shows in nothing else."""
    return pupil.view | {"version": 0}


def test_everybody_comes_back_by_themselves(served: Served) -> None:
    """Sockets connect again, get their view and play on; the console and the wall are there."""
    with a_class(served) as seated:
        for one in seated.pupils:
            one.close()
            one.connect(again=True)
        before = [shown(one) for one in seated.pupils]
        counts = [len(one.views) for one in seated.pupils]
        served.kill()
        served.start()
        for one, count in zip(seated.pupils, counts, strict=True):
            one.sees(lambda _, one=one, count=count: len(one.views) > count)  # type: ignore[misc]
        assert [shown(one) for one in seated.pupils] == before
        assert seated.at("A1").moves("state_belief", belief=5) == {"ok": True}
        console = served.console()
        assert seated.session.code[:3] in console.get(f"/console/{seated.session.id}").text
        assert seated.session.code[:3] in console.get(f"/wall/{seated.session.code}").text
        console.close()


def left(seated: Seated) -> float:
    """Seconds until the deadline, by the newest view of the first student."""
    seen = seated.pupils[0].views[-1]
    return (seen["view"]["public"]["deadline"] - seen["now"]) / 1000


@pytest.mark.parametrize(
    ("how", "status"),
    [
        (signal.SIGKILL, -signal.SIGKILL),
        (signal.SIGINT, 0),
        pytest.param(signal.SIGTERM, 0, marks=pytest.mark.slow),
    ],
)
def test_the_clock_stands_while_the_server_is_away(
    served: Served, how: signal.Signals, status: int
) -> None:
    """However it ended, moves coming in: the class goes on with the seconds it had."""
    with a_class(served, timers="1", pace="clock") as seated:
        first = seated.pupils[0]
        deadline = first.view["public"]["deadline"] / 1000
        with storm(busy(seated)) as senders:
            until(lambda: all(sender.acknowledged for sender in senders), "moves")
            before = deadline - time.time()
            assert served.end(how) == status
        had = deadline - time.time()
        assert_nothing_lost(seated, senders)
        until(lambda: deadline - time.time() < had - 3, "three seconds without a server")
        served.start()
        first.close()
        first.connect()
        assert had - 1 < left(seated) < before + 1.5  # a busy machine takes its time to stop
        assert first.view["public"]["stage"] == "dispatch"
    assert served.errors() == ""


def test_a_paused_class_is_paused_still(served: Served) -> None:
    """And has the time it had when the instructor stopped the clock."""
    with a_class(served, timers="1", pace="clock") as seated:
        seated.session.order("pause")
        seated.everybody_sees(lambda m: m["view"]["public"]["paused"])
        had = seated.pupils[0].view["public"]["left_ms"]
        served.kill()
        served.start()
        seated.pupils[0].close()
        seated.pupils[0].connect()
        assert seated.pupils[0].view["public"]["paused"]
        assert abs(seated.pupils[0].view["public"]["left_ms"] - had) < 1500
