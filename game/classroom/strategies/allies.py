"""Ally bots: small pure functions from what an ally sees to what it says and does (rules 11)."""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, exp, log, pi, sqrt

from game.classroom.strategies import inference
from game.classroom.strategies.inference import Likelihood
from game.core.chance import Dice
from game.core.payoffs import Attack, security
from game.core.state import GroupState
from game.core.vocabulary import Move, Posture, SeatId, Stance

CAPACITY_DISCOUNT = 0.3
SPEAKS_UP = 0.7
PERSON_SD = ROUND_SD = 0.12
LOGIT = 0.3


@dataclass(frozen=True, slots=True)
class Table:
    """What a bot ally looks at: the group as it stands, its seat, and its own dice.

    `reads_posture` is True when the patron is known to maximise, or the scenario is tilted;
    before a scripted patron, or a noisy one in a neutral scenario, a maximiser ignores posture.
    """

    state: GroupState
    seat: SeatId
    reads_posture: bool

    def dice(self, label: str) -> Dice:
        """The bot's own dice for this round; they disturb nobody else's."""
        opened = self.state.opened
        return Dice(
            opened.seed, f"bot/{opened.number}/{self.seat}/{self.state.round.number}/{label}"
        )

    def person(self) -> Dice:
        """Dice that fall the same way in every round: what sort of player this is."""
        opened = self.state.opened
        return Dice(opened.seed, f"bot/{opened.number}/{self.seat}/person")

    @property
    def posture(self) -> Posture | None:
        """What the patron did this round."""
        return self.state.round.posture

    @property
    def share_away(self) -> float:
        """Share of the pool in the distant theatre this round."""
        commitment = self.state.round.commitment
        return commitment.theatre / self.state.pool if commitment else 0


@dataclass(frozen=True, slots=True)
class Opinion:
    """Chances, 0-1: that the patron would come, could come, and will come all in all."""

    would: float
    could: float
    belief: float


@dataclass(frozen=True, slots=True)
class AllyBot:
    """A strategy: what it believes before and after the posture, what it does and says."""

    before: Callable[[Table], float]
    after: Callable[[Table], Opinion]
    move: Callable[[Table, float], Move]
    stance: Callable[[Table], Stance]
    units: Callable[[Table], int]


def _likelihood(table: Table) -> Likelihood:
    if table.reads_posture:
        return inference.rational_patron(table.state)
    return inference.ignores_posture


def _rational_before(table: Table) -> float:
    return inference.before_posture(table.state, _likelihood(table))


def _rational_after(table: Table) -> Opinion:
    p = inference.after_posture(table.state, _likelihood(table))
    return Opinion(p, 1.0, p)


def _reader(
    likelihood: Likelihood, discount: float
) -> tuple[Callable[[Table], float], Callable[[Table], Opinion]]:
    """A believer in one reading of the posture, with or without a discount for capacity."""

    def before(table: Table) -> float:
        return inference.before_posture(table.state, likelihood)

    def after(table: Table) -> Opinion:
        would = inference.after_posture(table.state, likelihood)
        could = 1 - discount * table.share_away
        return Opinion(would, could, would * could)

    return before, after


def normal(dice: Dice) -> float:
    """A standard normal draw (Box-Muller)."""
    return sqrt(-2 * log(1 - dice.uniform())) * cos(2 * pi * dice.uniform())


def _noisy(p: float, table: Table, label: str) -> float:
    noise = PERSON_SD * normal(table.person()) + ROUND_SD * normal(table.dice(label))
    return min(1.0, max(0.0, p + noise))


def _noisy_before(table: Table) -> float:
    return _noisy(_rational_before(table), table, "before")


def _noisy_after(table: Table) -> Opinion:
    p = _noisy(_rational_after(table).belief, table, "after")
    return Opinion(p, 1.0, p)


def gain_from_standing(table: Table, p: float) -> float:
    """Expected points of standing over arms at belief p."""
    n = table.state.numbers
    return sum(
        sign * chance * security(n, move, attack)
        for sign, move in ((1, Move.STAND), (-1, Move.BUILD_ARMS))
        for chance, attack in (
            (1 - n.crisis_chance, Attack(False)),
            (n.crisis_chance * p, Attack(True, defended=True)),
            (n.crisis_chance * (1 - p), Attack(True)),
        )
    )


def plan_b(table: Table) -> Move:
    """Arms (rules 11), or the first form of Plan B that the scenario offers."""
    actor = table.state.scenario.actor(table.state.seats[table.seat].actor)
    offered = [label.move for label in actor.moves if label.move is not Move.STAND]
    return Move.BUILD_ARMS if Move.BUILD_ARMS in offered else offered[0]


def _best(table: Table, p: float) -> Move:
    gain = gain_from_standing(table, p)
    stands = table.dice("tie").coin() if abs(gain) < 1e-9 else gain > 0
    return Move.STAND if stands else plan_b(table)


def _logit(table: Table, p: float) -> Move:
    chance = 1 / (1 + exp(-LOGIT * gain_from_standing(table, p)))
    return Move.STAND if table.dice("move").uniform() < chance else plan_b(table)


def _coin(table: Table, _: float) -> Move:
    return Move.STAND if table.dice("move").coin() else plan_b(table)


def _silent(_: Table) -> Stance:
    return Stance.SILENT


def _speaker(backed: Posture, deplored: Posture) -> Callable[[Table], Stance]:
    def stance(table: Table) -> Stance:
        if table.dice("stance").uniform() >= SPEAKS_UP:
            return Stance.SILENT
        if table.posture is backed:
            return Stance.ENDORSE
        return Stance.DISSOCIATE if table.posture is deplored else Stance.SILENT

    return stance


def _answers_units(table: Table) -> int:
    """Units for units: as many as the patron keeps in garrison here."""
    return min(table.state.round.garrison(table.seat), table.state.numbers.ally_units)


_hrt = _reader(inference.by_resolve, 0)
_divided = _reader(inference.by_priority, CAPACITY_DISCOUNT)
_undiscounted = _reader(inference.by_priority, 0)
_backs_firmness = _speaker(Posture.ESCALATE, Posture.DRAW_DOWN)
_backs_restraint = _speaker(Posture.DRAW_DOWN, Posture.ESCALATE)

ALLY_BOTS: dict[str, AllyBot] = {
    "maximiser": AllyBot(_rational_before, _rational_after, _best, _silent, _answers_units),
    "hrt_believer": AllyBot(*_hrt, _best, _backs_firmness, _answers_units),
    "divided_believer": AllyBot(*_divided, _best, _backs_restraint, _answers_units),
    "divided_undiscounted": AllyBot(*_undiscounted, _best, _backs_restraint, _answers_units),
    "noisy": AllyBot(_noisy_before, _noisy_after, _logit, _silent, _answers_units),
    "always_stand": AllyBot(
        _rational_before, _rational_after, lambda *_: Move.STAND, _silent, _answers_units
    ),
    "always_plan_b": AllyBot(
        _rational_before,
        _rational_after,
        lambda table, _: plan_b(table),
        _silent,
        _answers_units,
    ),
    "coin": AllyBot(_rational_before, _rational_after, _coin, _silent, _answers_units),
}
# Who sits at the tables of a mixed troupe, in tenths (docs/decisions/0011).
MIXED = {"maximiser": 3, "hrt_believer": 2, "divided_believer": 2, "noisy": 3}
SILENT = "silent"  # states nothing and does nothing: the time-out defaults play for it
