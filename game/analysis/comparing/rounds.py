"""Facts of a round that every side has: the posture, the forces, who was attacked, the points."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.analysis.comparing.cells import Cell, Fact, Places, places
from game.analysis.replaying import Replay
from game.analysis.wording.figures import listed, plain, units
from game.analysis.wording.words import POSTURE_DONE
from game.core.state import GroupState, Round
from game.core.vocabulary import PATRON, SeatId


@dataclass(frozen=True, slots=True)
class Played:
    """A round of a group, with where its events stand."""

    state: GroupState  # at the end
    round: Round
    places: Places

    def at(self, event: str, seat: SeatId | None = None) -> int | None:
        """Where the event of this round stands."""
        return self.places.get((event, self.round.number, seat))

    def name(self, seat: SeatId) -> str:
        """The country at the seat."""
        return self.state.scenario.actor(self.state.seats[seat].actor).name


def played_rounds(replay: Replay) -> Iterator[Played]:
    """All rounds, in order."""
    state, found = replay.state(replay.last), places(replay)
    for played in state.rounds:
        yield Played(state, played, found)


def forces(played: Played) -> Iterator[Cell]:
    """The posture, and how much was away."""
    made, at = played.round.commitment, played.at("ForcesCommitted")
    if made is None:
        return
    pool = played.state.numbers.pool(len(made.garrisons))
    share = f"{round(100 * made.theatre / pool)}% ({made.theatre} of {units(pool)})"
    done = POSTURE_DONE[made.posture]
    yield Cell(Fact.POSTURE, done, at, made.posture, code=made.posture.value)
    yield Cell(Fact.AWAY, share, at, (made.theatre, pool))


def attack(played: Played, seat: SeatId) -> Iterator[Cell]:
    """Whether an ally was attacked, and who came."""
    crisis = played.round.crisis
    if crisis is None:
        return
    patron = played.name(PATRON)
    attacked, came = seat in crisis.attacked, seat in crisis.defended
    text = "not attacked"
    if attacked:
        alone = "help did not arrive" if seat in crisis.sent else f"{patron} did not come"
        text = f"attacked; {patron} came" if came else f"attacked; {alone}"
    yield Cell(Fact.ATTACK, text, played.at("CrisisStruck"), (attacked, came))


def attacks(played: Played) -> Iterator[Cell]:
    """The same of all allies."""
    crisis = played.round.crisis
    if crisis is None:
        return
    came = listed([played.name(seat) for seat in crisis.defended])
    alone = listed([played.name(s) for s in crisis.attacked if s not in crisis.defended])
    said = [f"{played.name(PATRON)} came to {came}"] if came else []
    said += [f"{alone} attacked and alone"] if alone else []
    text = "; ".join(said) or "nobody was attacked"
    yield Cell(Fact.ATTACK, text, played.at("CrisisStruck"), (crisis.attacked, crisis.defended))


def points(played: Played, seat: SeatId) -> Iterator[Cell]:
    """A seat's points of the round, and its par."""
    reckoning = played.round.reckoning
    for account in reckoning.accounts if reckoning else ():
        if account.seat == seat:
            text = f"{plain(account.points)} (par {plain(account.par)})"
            yield Cell(Fact.POINTS, text, played.at("RoundReckoned"))
