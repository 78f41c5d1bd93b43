"""The opening of a twin stream: every draw and name that the viewer does not know is another."""

from collections.abc import Iterable
from dataclasses import replace
from random import Random

from game.core.events import GroupOpened
from game.core.nature import Common, Forecast, Nature
from game.core.state import GroupState
from game.core.treatments import Arm
from game.core.vocabulary import (
    ALLY_SEATS,
    PATRON,
    Card,
    Design,
    Posture,
    PrivateType,
    SeatId,
    Stage,
)

Viewer = SeatId | None  # None: the wall
COSTS_KNOWN = (Stage.RESPONSE, Stage.CRISIS, Stage.RECKONING)


def other_opening(event: GroupOpened, now: GroupState, viewer: Viewer, rng: Random) -> GroupOpened:
    """The opening as it might as well have been; `now` is where the true stream has come to."""
    seats = tuple(
        replace(
            setup,
            holders=tuple(f"X{holder}" for holder in setup.holders)
            if setup.seat == viewer
            else people(rng),
            bot=rng.choice((None, "maximiser")) if setup.seat == PATRON else setup.bot and "other",
        )
        for setup in event.seats
    )
    return replace(
        event,
        at=event.at + rng.randint(-999, 999),
        seed=f"another {rng.random()}",
        claims="d" * 64,
        number=event.number + 7,
        design=rng.choice(list(Design)),
        arm=event.arm if viewer == PATRON else another_arm(rng),
        simulated=rng.random() < 0.5,
        seats=seats,
        nature=other_nature(event.nature, now, viewer, rng),
    )


def another_arm(rng: Random) -> Arm:
    """Allies do not know their arm, nor the bands it sets."""
    return rng.choice(((), (("war_size", "light"),), (("script", "hawk"),)))


def other_nature(nature: Nature, now: GroupState, viewer: Viewer, rng: Random) -> Nature:
    """Other draws: all that lie ahead, and of those behind what the viewer has not learnt."""
    rounds, played, patron = now.opened.rounds, now.round.number, viewer == PATRON
    terms = 2 if played > rounds // 2 else 1  # how many governments there have been
    return replace(
        nature,
        common=other_common(nature.common, now, viewer, rng),
        types=tuple(
            dealt if patron and term <= terms else rng.choice(list(PrivateType))
            for term, dealt in enumerate(nature.types, start=1)
        ),
        cards=tuple(
            card if patron and row < played else rng.choice(list(Card))
            for row, card in enumerate(nature.cards)
        ),
        postures=tuple(rng.choice(list(Posture)) for _ in nature.postures),
        units=tuple(rng.randint(0, 6) for _ in nature.units),
        partner=tuple(tuple(rng.random() < 0.5 for _ in ALLY_SEATS) for _ in range(rounds)),
        arrival=tuple(tuple(rng.random() for _ in ALLY_SEATS) for _ in range(rounds)),
        forecasts=tuple(
            Forecast(rng.randint(1, rounds), rng.random() < 0.5, rng.random()) for _ in ALLY_SEATS
        ),
    )


def other_common(common: Common, now: GroupState, viewer: Viewer, rng: Random) -> Common:
    """Attacks and costs are the server's until they strike; of the news allies know the word."""

    def tidings(row: int, value: float) -> float:
        if row >= now.round.number:
            return rng.choice((-2, 0, 2))
        return value if viewer == PATRON else value * rng.choice((1, 2, 3))

    def bill(row: int, costs: tuple[float, ...]) -> tuple[float, ...]:
        present = row + 1 == now.round.number and now.stage in COSTS_KNOWN
        if viewer == PATRON and (present or row + 1 < now.round.number):
            return costs
        return tuple(rng.randint(0, 40) for _ in costs)

    return replace(
        common,
        news=tuple(tidings(row, value) for row, value in enumerate(common.news)),
        attacks=tuple(some(ALLY_SEATS, rng) for _ in common.attacks),
        costs=tuple(bill(row, costs) for row, costs in enumerate(common.costs)),
        drain=rng.random(),
    )


def people(rng: Random) -> tuple[str, ...]:
    """Some pseudonyms, or none."""
    return tuple(f"X{rng.randint(0, 999)}" for _ in range(rng.randint(0, 3)))


def some(seats: Iterable[SeatId], rng: Random) -> tuple[SeatId, ...]:
    """Some of the seats, or none, or all."""
    return tuple(seat for seat in sorted(seats) if rng.random() < 0.5)
