"""What Nature draws, when and for whom (rules 2). All of it before round 1, from one seed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.core.chance import Dice
from game.core.numbers import TYPES, Numbers
from game.core.treatments import Arm, arm_name, level, numbers_in
from game.core.vocabulary import (
    ALLY_SEATS,
    Card,
    Design,
    PatronKind,
    Posture,
    PrivateType,
    SeatId,
)

PAIRS = ((ALLY_SEATS[0], ALLY_SEATS[1]), (ALLY_SEATS[2], ALLY_SEATS[3]))
OPPOSITE = (
    (PrivateType.HIGH_CORE, PrivateType.LOW_PERIPHERY),
    (PrivateType.HIGH_PERIPHERY, PrivateType.LOW_CORE),
)


@dataclass(frozen=True, slots=True)
class Common:
    """Draws that are the same in every group of a session; index 0 is round 1."""

    news: tuple[float, ...]
    attacks: tuple[tuple[SeatId, ...], ...]
    costs: tuple[tuple[float, ...], ...]  # per round, in the order A1..A5
    drain: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """The round that pays a seat for its forecast, which belief, and the draw for the prize."""

    round: int
    before: bool
    luck: float


@dataclass(frozen=True, slots=True)
class Nature:
    """Everything Nature has decided for one group; inner tuples run over A1..A5."""

    common: Common
    types: tuple[PrivateType, ...]  # one per term
    cards: tuple[Card, ...]
    postures: tuple[Posture, ...]  # scripted patrons only, else empty
    units: tuple[int, ...]  # scripted patrons only, else empty
    partner: tuple[tuple[bool, ...], ...]
    arrival: tuple[tuple[float, ...], ...]  # help fails if this is under drain x share away
    forecasts: tuple[Forecast, ...]


def deal_common(seed: str, numbers: Numbers, rounds: int) -> Common:
    """Attacks, costs of coming and news: common random numbers for all groups."""
    span = range(1, rounds + 1)
    return Common(
        news=tuple(Dice(seed, f"news/{r}").pick(numbers.news) for r in span),
        attacks=tuple(_attacks(seed, r, numbers.crisis_chance) for r in span),
        costs=tuple(
            tuple(Dice(seed, f"cost/{r}/{seat}").pick(numbers.costs) for seat in ALLY_SEATS)
            for r in span
        ),
        drain=_drain(seed, numbers),
    )


def _attacks(seed: str, round_number: int, chance: float) -> tuple[SeatId, ...]:
    """One of each pair by a fair coin, A5 by a coin of its own; separate coins if q is not 1/2."""
    if chance != 0.5:
        coins = (seat for seat in ALLY_SEATS)
        return tuple(
            seat for seat in coins if Dice(seed, f"attack/{round_number}/{seat}").uniform() < chance
        )
    hit = [
        pair[Dice(seed, f"attack/{round_number}/{pair[0]}-{pair[1]}").below(2)] for pair in PAIRS
    ]
    if Dice(seed, f"attack/{round_number}/A5").coin():
        hit.append(ALLY_SEATS[4])
    return tuple(hit)


def _drain(seed: str, numbers: Numbers) -> float:
    if numbers.drain_hidden:
        return Dice(seed, "drain").pick((0.0, numbers.drain))
    return numbers.drain


def deal_types(seed: str, label: str, count: int, weights: Sequence[float]) -> list[PrivateType]:
    """Types without replacement over `count` groups: equal counts, and the rest balanced.

    A remainder of 2 is always an opposite pair; without it a class would lean to one side.
    """
    dice = Dice(seed, f"types/{label}")
    if len(set(weights)) > 1:
        return [dice.weighted(TYPES, weights) for _ in range(count)]
    full, rest = divmod(count, len(TYPES))
    dealt = list(TYPES) * full
    dealt += dice.pick(OPPOSITE) if rest == 2 else dice.shuffled(TYPES)[:rest]
    return dice.shuffled(dealt)


def balanced_rounds(dice: Dice, rounds: int) -> tuple[bool, ...]:
    """True for exactly half of the rounds; with 8 rounds also within each half of the game."""
    spans = (4, 4) if rounds == 8 else (rounds,)
    return tuple(
        drawn
        for span in spans
        for drawn in dice.shuffled([True] * (span // 2) + [False] * (span // 2))
    )


def script(kind: PatronKind, seed: str, label: str, rounds: int) -> tuple[Posture, ...]:
    """The postures of a scripted patron, round by round; empty for a student."""
    match kind:
        case PatronKind.STUDENT:
            return ()
        case PatronKind.SCRIPT_HAWK:
            return (Posture.ESCALATE,) * rounds
        case PatronKind.SCRIPT_HOLD:
            return (Posture.HOLD,) * rounds
        case PatronKind.SCRIPT_RESTRAINED:
            half = rounds // 2
            return (Posture.HOLD,) * half + (Posture.DRAW_DOWN,) * (rounds - half)
        case PatronKind.LOTTERY:
            dice = Dice(seed, f"{label}/lottery")
            drawn = balanced_rounds(dice, rounds)
            return tuple(
                Posture.ESCALATE if up else dice.pick((Posture.HOLD, Posture.DRAW_DOWN))
                for up in drawn
            )


def patron_kind(design: Design, arm: Arm) -> PatronKind:
    """Who plays the patron in this design and arm."""
    if design is Design.D2_LOTTERY:
        return PatronKind.LOTTERY
    played = level(arm, "script")
    return PatronKind(f"script_{played}") if played else PatronKind.STUDENT


def deal(
    seed: str, numbers: Numbers, rounds: int, design: Design, group_arms: Sequence[Arm]
) -> list[Nature]:
    """Nature for every group of a session, `group_arms` giving each group's arm in order."""
    common = deal_common(seed, numbers, rounds)
    types = _types_by_group(seed, numbers, group_arms)
    return [
        _deal_group(
            seed, f"group/{place}", numbers_in(numbers, arm), common, types[place - 1], design, arm
        )
        for place, arm in enumerate(group_arms, start=1)
    ]


def _types_by_group(
    seed: str, numbers: Numbers, group_arms: Sequence[Arm]
) -> list[tuple[PrivateType, ...]]:
    """Types dealt within (arm, term), so that no arm has the better patrons."""
    terms = 2 if numbers.government_changes else 1
    members: dict[str, list[int]] = {}
    for place, arm in enumerate(group_arms):
        members.setdefault(arm_name(arm), []).append(place)
    dealt: list[list[PrivateType]] = [[] for _ in group_arms]
    for name, places in members.items():
        for term in range(1, terms + 1):
            row = deal_types(seed, f"{name}/{term}", len(places), numbers.type_weights)
            for place, private_type in zip(places, row, strict=True):
                dealt[place].append(private_type)
    return [tuple(row) for row in dealt]


def _deal_group(
    seed: str,
    label: str,
    numbers: Numbers,
    common: Common,
    types: tuple[PrivateType, ...],
    design: Design,
    arm: Arm,
) -> Nature:
    rounds = len(common.news)
    postures = script(patron_kind(design, arm), seed, label, rounds)
    bands = Dice(seed, f"{label}/units")
    return Nature(
        common=common,
        types=types,
        cards=_cards(seed, label, rounds, design),
        postures=postures,
        units=tuple(_within(bands, numbers.band(posture)) for posture in postures),
        partner=_rows(seed, f"{label}/partner", rounds, numbers.plan_b_saves),
        arrival=_uniform_rows(seed, f"{label}/arrival", rounds),
        forecasts=tuple(_forecast(seed, label, seat, rounds) for seat in ALLY_SEATS),
    )


def _cards(seed: str, label: str, rounds: int, design: Design) -> tuple[Card, ...]:
    if design is not Design.D2_CARDS:
        return (Card.NONE,) * rounds
    drawn = balanced_rounds(Dice(seed, f"{label}/cards"), rounds)
    return tuple(Card.TOUGH if tough else Card.RESTRAINT for tough in drawn)


def _within(dice: Dice, band: tuple[int, int]) -> int:
    return band[0] + dice.below(band[1] - band[0] + 1)


def _uniform_rows(seed: str, label: str, rounds: int) -> tuple[tuple[float, ...], ...]:
    dice = Dice(seed, label)
    return tuple(tuple(dice.uniform() for _ in ALLY_SEATS) for _ in range(rounds))


def _rows(seed: str, label: str, rounds: int, chance: float) -> tuple[tuple[bool, ...], ...]:
    rows: Iterable[tuple[float, ...]] = _uniform_rows(seed, label, rounds)
    return tuple(tuple(value < chance for value in row) for row in rows)


def _forecast(seed: str, label: str, seat: SeatId, rounds: int) -> Forecast:
    dice = Dice(seed, f"{label}/forecast/{seat}")
    return Forecast(round=1 + dice.below(rounds), before=dice.coin(), luck=dice.uniform())
