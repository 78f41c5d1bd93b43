"""Who plays with whom, in which seat and arm: dealt by the server from a recorded seed (rules 12).

Groups are as small as the design allows, because the group is the independent unit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from game.core.chance import Dice
from game.core.events import GroupOpened, SeatSetup
from game.core.nature import deal, patron_kind
from game.core.scenario import SEAT_DISTANCE, Scenario, cast
from game.core.treatments import Arm, arms, level
from game.core.vocabulary import (
    ALLY_SEATS,
    PATRON,
    RULES_VERSION,
    Design,
    Distance,
    GroupId,
    ParticipantId,
    SeatId,
    SessionId,
)

MOST_ALLIES = len(ALLY_SEATS)
EMPTY_SEAT_BOT = "maximiser"


@dataclass(frozen=True, slots=True)
class Plan:
    """A session as chosen by the instructor. `group_size` counts the patron: 2-6."""

    session: SessionId
    scenario: Scenario
    claims: str
    design: Design
    group_size: int
    cut: str
    seed: str
    factors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    actors: tuple[str, ...] = ()
    simulated: bool = False
    deal: int = 1  # a deal that was undone is followed by another draw

    @property
    def dice(self) -> str:
        """The seed of this deal's draws."""
        return self.seed if self.deal == 1 else f"{self.seed}/{self.deal}"

    def group(self, number: int) -> GroupId:
        """The id of a group, and the name of its stream."""
        again = "" if self.deal == 1 else f"D{self.deal}"
        return GroupId(f"{self.session}-{again}G{number}")

    @property
    def scripted(self) -> bool:
        """Whether the computer plays every patron, so that all students are allies."""
        return self.design is Design.D2_LOTTERY or (
            self.design is Design.D1 and "script" in self.factors
        )


def group_sizes(students: int, seats: int, most: int) -> list[int]:
    """Students per group: as many groups of `seats` as fit, the rest added one to a group.

    No group exceeds `most`; sizes differ by at most one; the larger groups come first.
    """
    if students <= 0:
        return []
    count = max(1, students // seats)
    while students > most * count:
        count += 1
    base, extra = divmod(students, count)
    return [base + (place < extra) for place in range(count)]


def seatings(
    plan: Plan, participants: Sequence[ParticipantId]
) -> list[dict[SeatId, ParticipantId]]:
    """Participants dealt at random to seats, in the order P (unless scripted), A1, A2 ...

    Only seats for which the scenario has a country are offered.
    """
    roles = cast(plan.scenario, plan.actors)
    allies = tuple(seat for seat in ALLY_SEATS if seat in roles)
    offered = allies if plan.scripted else (PATRON, *allies)
    sizes = group_sizes(len(participants), plan.group_size - plan.scripted, len(offered))
    dealt = iter(Dice(plan.dice, "seats").shuffled(participants))
    return [{seat: next(dealt) for seat in offered[:size]} for size in sizes]


def group_arms(plan: Plan, groups: int) -> list[Arm]:
    """Arms balanced over the groups: no two differ by more than one group."""
    if plan.design is not Design.D1:
        return [()] * groups
    options = arms(plan.factors)
    dice = Dice(plan.dice, "arms")
    full, rest = divmod(groups, len(options))
    return dice.shuffled(options * full + dice.shuffled(options)[:rest])


def deal_session(
    plan: Plan, participants: Sequence[ParticipantId], now: int
) -> tuple[GroupOpened, ...]:
    """The opening event of every group: seats, arms and all of Nature's draws."""
    tables = seatings(plan, participants)
    dealt_arms = group_arms(plan, len(tables))
    rounds = plan.scenario.cut(plan.cut).rounds
    natures = deal(plan.dice, plan.scenario.numbers, rounds, plan.design, dealt_arms)
    return tuple(
        _opening(plan, place, arm, table, now, rounds=rounds, nature=nature)
        for place, (arm, table, nature) in enumerate(
            zip(dealt_arms, tables, natures, strict=True), start=1
        )
    )


def _opening(
    plan: Plan,
    number: int,
    arm: Arm,
    table: Mapping[SeatId, ParticipantId],
    now: int,
    **dealt: object,
) -> GroupOpened:
    consultation = plan.scenario.cut(plan.cut).consultation
    if level(arm, "consultation"):
        consultation = level(arm, "consultation") == "on"
    return GroupOpened(
        at=now,
        session=plan.session,
        group=plan.group(number),
        number=number,
        rules_version=RULES_VERSION,
        scenario=plan.scenario.hash,
        claims=plan.claims,
        design=plan.design,
        arm=arm,
        patron_kind=patron_kind(plan.design, arm),
        cut=plan.cut,
        consultation=consultation,
        seed=plan.dice,
        seats=setups(plan, arm, table),
        simulated=plan.simulated,
        **dealt,  # type: ignore[arg-type]
    )


def setups(plan: Plan, arm: Arm, table: Mapping[SeatId, ParticipantId]) -> tuple[SeatSetup, ...]:
    """The seats of a group. A scripted patron is a bot; a patron without allies gets one."""
    roles = cast(plan.scenario, plan.actors)
    kind = patron_kind(plan.design, arm)
    seated = [seat for seat in ALLY_SEATS if seat in table and seat in roles]
    patron = SeatSetup(
        PATRON,
        plan.scenario.patron.id,
        None,
        (table[PATRON],) if PATRON in table else (),
        None if PATRON in table else kind.value if kind.scripted else EMPTY_SEAT_BOT,
    )
    allies = [
        SeatSetup(seat, roles[seat].id, ally_distance(arm, seat), (table[seat],)) for seat in seated
    ]
    if not allies:
        first = ALLY_SEATS[0]
        distance = ally_distance(arm, first)
        allies = [SeatSetup(first, roles[first].id, distance, (), EMPTY_SEAT_BOT)]
    return (patron, *allies)


def ally_distance(arm: Arm, seat: SeatId) -> Distance:
    """The seat's own distance, unless the treatment `theatre` sets that of all allies."""
    treated = level(arm, "theatre")
    return Distance(treated) if treated else SEAT_DISTANCE[seat]
