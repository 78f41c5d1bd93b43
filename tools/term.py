"""A made-up term to measure on or to look at: `python3 -m tools.term FOLDER [--sessions N]`.

Every session is played to its end by the real rules, at once: students with the bots' moves, as
many cables and communiqués as the rules allow, and reasons in sentences. Nothing of it is a class:
keep it in a folder of its own.
"""

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from game.analysis.claims import claims_hash, claims_text
from game.authoring import load
from game.authoring.library import SCENARIOS
from game.classroom import conducting
from game.classroom.classroom import Classroom
from game.classroom.joining import answer_consent, join
from game.classroom.live import LiveGroup, LiveSession
from game.classroom.making import Choices, make_session
from game.classroom.session.events import SessionEnded
from game.classroom.strategies import MIXED, moves_of
from game.core.chance import Dice
from game.core.commands import (
    CloseStage,
    Command,
    FromSeat,
    OpenStage,
    PublishCommunique,
    SealResponse,
    SeatCommand,
    SendCable,
)
from game.core.events import Event
from game.core.evolve import evolve
from game.core.rules import decide
from game.core.rules.defaults import owing
from game.core.rules.talk import CABLES_A_ROUND
from game.core.state import GroupState
from game.core.vocabulary import PATRON, Design, MoveSource, SeatId, Stage
from game.log.store import Store
from game.log.writers import Direct
from game.web.app import read_scenario
from game.web.server import DATABASE

STAGE_MS = 60_000
FIRST = 1_790_000_000_000  # UTC, milliseconds
A_WEEK = 7 * 24 * 3_600_000
SAID = (
    "We hear that more of your divisions are on the way to the war. What stays here?",
    "Our public asks what a promise is worth, made ten thousand kilometres away.",
    "You have our word. The garrison is not touched, whatever the news of the week.",
    "If you draw down now, everybody who relies on you will draw their conclusions.",
    "Parliament has met. We can send medicine and trucks, and no soldiers, until spring.",
    "Déjà vu: the last government said it, too. We want it in writing; “soon” is no date.",
    "Be quick: the other side has offered talks, and not everybody here wants to say no.",
    "You ask for support, but you did not ask us before. Was wir nicht wissen, tragen wir nicht.",
)
WHY = (
    "It fights out there, so it will fight for us when it has to.",
    "Half its army is away; what is left here would not be enough.",
    "We are not what it cares about this year, and it shows.",
    "A Plan B costs less this round than being left alone.",
    "It kept what it promised twice; we wait one more round.",
    "Same as last time.",
)


class Played:
    """One group on its way to the end, and what was decided since."""

    def __init__(self, group: LiveGroup, at: int) -> None:
        self.group, self.state, self.now = group, group.state, at
        self.events: list[Event] = []
        opened = group.state.opened
        self.dice = Dice(opened.seed, f"term/{opened.number}")

    def to_the_end(self) -> tuple[LiveGroup, tuple[Event, ...]]:
        """Every stage: all move, it closes, the next one opens."""
        while self.state.ended is None:
            if not self.state.open:
                self._obey(OpenStage(None))
            for command in list(self._commands()):
                self._obey(command)
            if self.state.open:
                self._obey(CloseStage("deadline" if owing(self.state) else "all_moved"))
        return self.group, tuple(self.events)

    def _commands(self) -> Iterator[Command]:
        at = (self.state.round.number, self.state.stage or Stage.DISPATCH)
        if self.state.stage is Stage.CONSULTATION:
            said = list(self._talk())
            for number in self.dice.shuffled(range(len(said))):
                seat, talk = said[number]
                yield self._from(seat, at, talk)
            return
        for seat in self.state.seats:
            for command in moves_of(_played_by_bots(self.state), seat, reads_posture=False):
                yield self._from(seat, at, self._reasoned(command))

    def _from(self, seat: SeatId, at: tuple[int, Stage], command: SeatCommand) -> FromSeat:
        held = self.state.seats[seat]
        source = MoveSource.STUDENT if held.holders else MoveSource.BOT
        return FromSeat(seat, *at, command, source, held.holders[:1])

    def _talk(self) -> Iterator[tuple[SeatId, SeatCommand]]:
        for seat in self.state.seats:
            yield seat, PublishCommunique(self.dice.pick(SAID))
        for seat in self.state.allies if self.state.cables_allowed() else ():
            for _ in range(CABLES_A_ROUND):
                yield seat, SendCable(PATRON, self.dice.pick(SAID))
                yield PATRON, SendCable(seat, self.dice.pick(SAID))

    def _reasoned(self, command: SeatCommand) -> SeatCommand:
        if not isinstance(command, SealResponse):
            return command
        return replace(command, reason=self.dice.pick(WHY))

    def _obey(self, command: Command) -> None:
        self.now += self.dice.below(STAGE_MS // 20)
        for event in decide(self.state, command, self.now):
            self.state = evolve(self.state, event)
            self.events.append(event)


def _played_by_bots(state: GroupState) -> GroupState:
    """The same table with a strategy at every seat: what it would do is what the student does."""
    seats = {
        seat: held if held.strategy else replace(held, cover=_strategy(state, seat))
        for seat, held in state.seats.items()
    }
    return replace(state, seats=seats)


def _strategy(state: GroupState, seat: SeatId) -> str:
    if seat == PATRON:
        return "free_mixed"
    dice = Dice(state.opened.seed, f"term/{state.opened.number}/{seat}")
    return dice.weighted(list(MIXED), list(MIXED.values()))


class Term:
    """Sessions in one database, a week apart."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.store = Store(f"sqlite:///{(folder / DATABASE).resolve()}")
        self.now = FIRST
        self.room = Classroom(Direct(self.store), lambda: self.now, read_scenario)

    def add(
        self, scenario: str, students: int, choices: Mapping[str, object], number: int
    ) -> LiveSession:
        """A session played to its end; every seventh student did not agree to research."""
        file = next(path for path in SCENARIOS.glob("*.yaml") if path.stem == scenario)
        found = load(file)
        if found.scenario is None:
            raise SystemExit(f"{file} cannot be played.")
        made = Choices(found.scenario, file.read_text("utf-8"), claims_hash(), claims_text())
        self.now = FIRST + number * A_WEEK
        live = make_session(self.room, replace(made, **choices))  # type: ignore[arg-type]
        for one in range(students):
            entry = join(self.room, live, f"Student {one + 1}")
            answer_consent(self.room, live, entry.participant, one % 7 != 0)
        self._play(live)
        return live

    def _play(self, live: LiveSession) -> None:
        conducting.deal_seats(self.room, live)
        conducting.begin(self.room, live)
        decided = [Played(group, self.now).to_the_end() for group in live.groups]
        over = SessionEnded(max(events[-1].at for _, events in decided), "completed")
        with conducting.whole_class(live):
            self.room.order_all(live, decided, (over,))


def a_class(term: Term, number: int) -> LiveSession:
    """The largest that a seminar is: 60 students, eight rounds, cables without end."""
    choices = {
        "title": f"Week {number + 1}",
        "design": Design.D2_CARDS,
        "group_size": 6,
        "seed": f"term-{number}",
    }
    return term.add("vietnam-1964-75", 60, choices, number)


def main() -> None:
    """Make the term and say what is in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sessions", type=int, default=1)
    asked = parser.parse_args()
    term = Term(asked.folder)
    for number in range(asked.sessions):
        live = a_class(term, number)
        events = sum(group.position for group in live.groups)
        print(f"{live.state.created.code} {live.id}: {len(live.groups)} groups, {events} events")
    term.store.close()


if __name__ == "__main__":
    main()
