"""The comparison after a storm finds what is amiss: each lie in a log that was told truly."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from game.core.commands import StateBelief
from game.core.vocabulary import Refusal, Refused
from game.log.codec import plain
from game.log.store import Row
from tests.builders import A1, A2
from tests.live.chaos.figures import Figures
from tests.live.chaos.log import Log
from tests.live.chaos.power import Outage
from tests.live.chaos.told import Told
from tests.live.chaos.verdict_clock import assert_clocks
from tests.live.chaos.verdict_moves import assert_moves, assert_no_other_hand, assert_whole
from tests.live.chaos.verdict_views import assert_views
from tests.rooms import Room, message

AWAY = 60_000  # ms that the server was gone
MOVE = "b1"


@dataclass
class Case:
    """A small log, and what two students of it were told."""

    log: Log
    told: Told
    other: Told
    outages: list[Outage]

    @property
    def rows(self) -> list[Row]:
        """The group's."""
        return next(iter(self.log.groups.values()))

    def at(self, kind: str) -> int:
        """Where the last event of this kind is."""
        return max(place for place, row in enumerate(self.rows) if row.kind == kind)

    def rewrite(self, kind: str, **changes: object) -> None:
        """Put other words into the last event of this kind."""
        row = self.rows[self.at(kind)]
        body = json.dumps(json.loads(row.body) | changes)
        self.rows[self.at(kind)] = replace(row, body=body)

    def judge(self) -> None:
        """All that is asked of a class."""
        assert_whole(self.log)
        assert_moves(self.log, [self.told, self.other], set())
        assert_no_other_hand(self.log, {})
        assert_views(self.log, [self.told])
        assert_clocks(self.log, self.outages, slack=1_000)


@pytest.fixture
def case() -> Case:
    """A class of three: a belief, an outage, the end of the dispatch; one move too late."""
    room = Room().makes(3).begins().passes(5)
    who = room.holder(0, A1)
    told = Told(who, Figures("seed"))
    sends(room, told, MOVE, 40)
    room.timekeeper.beat()
    away = Outage(room.clock, room.clock + AWAY)
    room.clock += AWAY
    room.restart().timekeeper.wake()
    told.view({**seen(room, told), "now": 1}, 0)
    other = Told(room.holder(0, A2), Figures("seed"))
    sends(room, other, MOVE, 50)
    room.passes(1)
    sends(room, told, "b2", 60, late=True)
    return Case(log_of(room), told, other, [away])


def sends(room: Room, told: Told, number: str, belief: int, *, late: bool = False) -> None:
    """The student states a belief and is answered; and looks."""
    state = room.state()
    sent = message(StateBelief(belief), state, number)
    sent = json.loads(json.dumps({**sent, "round": 1, "stage": "dispatch"}))
    told.sends(sent)
    if late:
        with pytest.raises(Refused) as refused:
            room.sends(told.participant, StateBelief(belief), number)
        assert refused.value.code in (Refusal.LATE, Refusal.NOTHING_TO_DO)
        told.answer(number, {"ok": False, "code": "late"})
    else:
        room.sends(told.participant, StateBelief(belief), number)
        told.answer(number, {"ok": True})
    told.view({**seen(room, told), "now": 0}, told.newest)


def seen(room: Room, told: Told) -> dict[str, object]:
    """The student's view, as it is sent."""
    view = room.view(told.participant)
    news = {"version": view.version, "phase": "seated", "group": 1, "view": plain(view)}
    found: dict[str, object] = json.loads(json.dumps(news))
    return found


def log_of(room: Room) -> Log:
    """What the store holds."""
    store = room.writer.store
    groups = {group.group: store.read(group.group) for group in room.live.groups}
    return Log(store.read(f"{room.id}-session"), groups, room.scenario)


def test_the_truth_is_found_true(case):
    """Without a lie nothing is found."""
    case.judge()
    assert case.told.wrong == []


def lose(case):
    """An acknowledged move is not in the log."""
    case.told.sent["b3"] = {**case.told.sent[MOVE], "id": "b3"}
    case.told.answers["b3"] = [{"ok": True}]


def tear(case):
    """An event is missing."""
    del case.rows[2]


def double(case):
    """A move is there twice."""
    row = next(row for row in case.rows if row.command_id)
    case.rows.append(replace(row, position=len(case.rows) + 1))


def refuse(case):
    """What was refused is there."""
    case.told.answers[MOVE] = [{"ok": False, "code": "late"}]


def never(case):
    """A command has no answer."""
    case.told.answers[MOVE] = []


def invent(case):
    """What is there was never sent."""
    del case.told.sent[MOVE]


def other_words(case):
    """Something else was sent."""
    case.told.sent[MOVE]["args"]["belief"] = 41


def other_view(case):
    """A view is not the log's."""
    case.told.view({**case.told.news, "group": 2}, 0)


def version_of_nothing(case):
    """A version that the log never had."""
    case.told.view({**case.told.news, "version": 99}, 0)


def give_twice(case):
    """More time is given back than nothing happened in."""
    case.rewrite("ClockShifted", by_ms=AWAY + 1_000)


def give_less(case):
    """Less time is given back than the server was away."""
    case.rewrite("ClockShifted", by_ms=AWAY - 1_000)


def sleep(case):
    """A stage is open long after its time."""
    place = case.at("StageClosed")
    for step, row in enumerate(case.rows[place:], place):
        case.rows[step] = replace(row, at=row.at + 200_000)


def press_nothing(case):
    """The instructor closed a stage, and pressed no button."""
    case.rewrite("StageClosed", reason="instructor")


LIES: list[Callable[[Case], None]] = [
    lose, tear, double, refuse, never, invent, other_words, other_view, version_of_nothing,
    give_twice, give_less, sleep, press_nothing,
]  # fmt: skip


@pytest.mark.parametrize("lie", LIES, ids=lambda lie: lie.__name__)
def test_a_lie_is_found(case, lie):
    """Each by itself."""
    lie(case)
    with pytest.raises(AssertionError):
        case.judge()


def test_a_version_that_goes_back_is_noticed(case):
    """At once, since afterwards nobody knows what was known when."""
    case.told.view(case.told.news, case.told.newest + 1)
    assert len(case.told.wrong) == 1
