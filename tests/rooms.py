"""A class on paper: a real store, a clock one turns by hand, students who send messages."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from itertools import count

import pytest

from game.classroom import conducting, joining, playing
from game.classroom.classroom import Classroom
from game.classroom.live import LiveSession
from game.classroom.making import Choices, make_session
from game.classroom.timekeeper import Timekeeper
from game.core.commands import SeatCommand
from game.core.pledges import Asked
from game.core.rules.deadlines import own_deadline
from game.core.scenario import Scenario
from game.core.state import GroupState
from game.core.views import seat_view
from game.core.views.own import SeatView
from game.core.vocabulary import PATRON, ParticipantId, Refusal, Refused, SeatId
from game.log.store import Store
from game.log.writers import Direct
from tests.builders import NOW, a_scenario, student_moves

NAMES = {
    "StateBelief": "state_belief",
    "SendCable": "send_cable",
    "PublishCommunique": "publish_communique",
    "PutIn": "put_in_writing",
    "DeclareReady": "declare_ready",
    "CommitForces": "commit_forces",
    "StateAppraisal": "state_appraisal",
    "SealResponse": "seal_response",
    "SealOrders": "seal_orders",
}


def message(command: SeatCommand, state: GroupState, command_id: str = "") -> dict[str, object]:
    """The message a page would send for this command now."""
    args: dict[str, object] = {}
    for item in fields(command):
        value = getattr(command, item.name)
        if isinstance(value, Asked):
            args |= {"code": value.code, "units": value.units, "round": value.round}
            args |= {"condition": value.condition} if value.condition else {}
        else:
            args[item.name] = dict(value) if isinstance(value, Mapping) else value
    return {
        "id": command_id,
        "name": NAMES[type(command).__name__],
        "round": state.round.number,
        "stage": state.stage,
        "args": args,
    }


class Room:
    """A classroom with one session. `clock` is the time; nothing else moves it."""

    def __init__(self, scenario: Scenario | None = None, url: str = "sqlite://") -> None:
        self.scenario = scenario or a_scenario()
        self.clock = NOW
        self.writer = Direct(Store(url))
        self._ids = count(1)
        self.open_doors()

    def open_doors(self) -> None:
        """A classroom made of what the store holds, as after a restart."""
        self.classroom = Classroom(self.writer, lambda: self.clock, lambda _: self.scenario)
        self.timekeeper = Timekeeper(self.classroom)

    def restart(self) -> "Room":
        """The server stops and starts: all that was in memory is gone."""
        self.open_doors()
        return self

    # ------------------------------------------------------------------ the session

    def makes(self, students: int = 0, **choices: object) -> "Room":
        """The instructor makes a session; so many students join it."""
        pinned = {"claims": "c" * 64, "claims_text": "claims", "seed": "seed", **choices}
        chosen = Choices(self.scenario, "text", **pinned)  # type: ignore[arg-type]
        self.id = make_session(self.classroom, chosen).id
        self.joins(students)
        return self

    @property
    def live(self) -> LiveSession:
        """The session as it stands."""
        found = self.classroom.session(self.id)
        assert found is not None
        return found

    def joins(self, students: int = 1) -> list[ParticipantId]:
        """So many more students come in."""
        return [
            joining.join(self.classroom, self.live, f"Student {next(self._ids)}").participant
            for _ in range(students)
        ]

    def begins(self) -> "Room":
        """Seats are dealt and round 1 opens."""
        conducting.deal_seats(self.classroom, self.live)
        conducting.begin(self.classroom, self.live)
        return self

    def passes(self, seconds: float, step: float = 1) -> "Room":
        """Time goes by; the timekeeper looks at the clock every `step` seconds."""
        end = self.clock + int(1000 * seconds)
        while self.clock < end:
            self.clock = min(end, self.clock + int(1000 * step))
            self.timekeeper.tick()
        return self

    # ------------------------------------------------------------------ the groups

    def state(self, index: int = 0) -> GroupState:
        """A group's state."""
        return self.live.groups[index].state

    def view(self, participant: ParticipantId) -> SeatView:
        """What the student sees."""
        index, seat = self.live.seats[participant]
        group = self.live.groups[index]
        return seat_view(group.state, seat, group.versions.of(seat))

    def holder(self, index: int, seat: SeatId) -> ParticipantId:
        """The first student who holds the seat."""
        return self.state(index).seats[seat].holders[0]

    def sends(
        self, participant: ParticipantId, command: SeatCommand, command_id: str = ""
    ) -> "Room":
        """A student's command, as a message."""
        index, _ = self.live.seats[participant]
        sent = message(command, self.state(index), command_id)
        playing.act(self.classroom, self.live, participant, sent)
        return self

    def moves(self, participant: ParticipantId, strategy: str = "noisy") -> "Room":
        """The student does all that is asked now, as a bot of this strategy would."""
        index, seat = self.live.seats[participant]
        for command in student_moves(self.state(index), seat, strategy):
            if self.state(index).open:
                self.sends(participant, command)
        return self

    def everybody_moves(self, but: tuple[ParticipantId, ...] = ()) -> "Room":
        """All students but these do what is asked, and say that they are ready."""
        from game.core.commands import DeclareReady
        from game.core.rules.awaited import awaited

        for participant, (index, seat) in list(self.live.seats.items()):
            if participant in but or not self.may_move(index, seat):
                continue
            self.moves(participant)
            reading = "declare_ready" in self.view(participant).may
            if reading and seat in awaited(self.state(index)):
                self.sends(participant, DeclareReady())
        return self

    def may_move(self, index: int, seat: SeatId) -> bool:
        """Whether the clock of the seat still runs."""
        state = self.state(index)
        due = own_deadline(state, seat)
        in_time = due is None or self.clock <= due
        return state.ended is None and state.paused_at is None and in_time

    def until(
        self, round_number: int, stage: object, but: tuple[ParticipantId, ...] = ()
    ) -> "Room":
        """Play on, all but these moving, until this stage of this round is open everywhere."""
        for _ in range(400):
            states = [group.state for group in self.live.groups]
            if all(
                (s.round.number, s.stage, s.open) == (round_number, stage, True) for s in states
            ):
                return self
            self.everybody_moves(but)
            self.passes(5)
        raise AssertionError(f"{stage} of round {round_number} was never reached")

    def to_the_end(self, but: tuple[ParticipantId, ...] = ()) -> "Room":
        """Play on until the session is over."""
        for _ in range(400):
            if self.live.state.ended:
                return self
            self.everybody_moves(but)
            self.passes(5)
        raise AssertionError("the session never ended")


__all__ = ["PATRON", "Room", "message"]


def dealt(students: int = 6) -> Room:
    """Two groups of three, role cards on the phones."""
    room = Room().makes(students)
    conducting.deal_seats(room.classroom, room.live)
    return room


def begun(room: Room) -> Room:
    """Round 1 open."""
    conducting.begin(room.classroom, room.live)
    return room


def refusal(act: Callable[..., object], *given: object) -> Refusal:
    """The code with which it is refused."""
    with pytest.raises(Refused) as refused:
        act(*given)
    return refused.value.code
