"""Whole sessions played by bots, without a server, by the same rules. Never evidence."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.classroom.assignment import Plan, deal_session
from game.classroom.playthrough import play, with_bots
from game.classroom.strategies import MIXED
from game.core.chance import Dice
from game.core.events import Event, GroupOpened
from game.core.state import GroupState
from game.core.vocabulary import PATRON, ParticipantId, SeatId, SessionId

START_MS = 946_684_800_000  # 2000-01-01T00:00:00Z: a made-up clock, the same in every rehearsal
MIX = "mixed"
OPTIMISERS = frozenset({"maximiser"})


@dataclass(frozen=True, slots=True)
class Troupe:
    """Who plays: the allies' strategy (or `mixed`), and the patron's if it is not scripted."""

    allies: str = MIX
    patron: str = "free_mixed"

    def strategy(self, opened: GroupOpened, seat: SeatId) -> str:
        """The strategy at this seat; in a mixed troupe drawn for each seat."""
        if seat == PATRON:
            return self.patron
        if self.allies != MIX:
            return self.allies
        dice = Dice(opened.seed, f"troupe/{opened.number}/{seat}")
        return dice.weighted(list(MIXED), list(MIXED.values()))


def rehearse(
    plan: Plan, students: int, troupe: Troupe, at: int = START_MS
) -> Iterator[tuple[GroupState, list[Event]]]:
    """Every group of a class of this size, played to its end; dealt at that time (UTC, ms)."""
    plan = replace(plan, simulated=True)
    everybody = [ParticipantId(f"bot{number:03}") for number in range(1, students + 1)]
    reads = reads_posture(plan, troupe)
    for opened in deal_session(plan, everybody, at):
        cast = {setup.seat: troupe.strategy(opened, setup.seat) for setup in opened.seats}
        yield play(plan.scenario, with_bots(opened, cast), reads_posture=reads)


def reads_posture(plan: Plan, troupe: Troupe) -> bool:
    """Whether a maximising ally takes the posture as a sign (rules 11).

    It does before a maximising patron, and in a tilted scenario; not before a script, nor before
    a noisy patron in a neutral scenario.
    """
    if plan.scripted:
        return False
    tilted = plan.scenario.numbers.war_resolve != plan.scenario.numbers.war_priority
    return tilted or troupe.patron in OPTIMISERS


def classes(plan: Plan, students: int, troupe: Troupe, groups: int) -> Iterator[GroupState]:
    """At least this many groups, class after class, each with a seed of its own."""
    played = number = 0
    while played < groups:
        number += 1
        again = replace(plan, session=SessionId(f"S{number}"), seed=f"{plan.seed}/{number}")
        for state, _ in rehearse(again, students, troupe):
            played += 1
            yield state
