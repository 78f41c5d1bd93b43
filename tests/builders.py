"""Values with sane defaults, for tests and previews: a scenario, a group, a group part-way."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace

from game.classroom.assignment import Plan, deal_session
from game.classroom.playthrough import with_bots
from game.classroom.strategies import moves_of
from game.core.commands import Command, FromSeat, OpenStage, SeatCommand
from game.core.disclosure import Versions, learn
from game.core.events import Event, GroupOpened
from game.core.evolve import evolve
from game.core.numbers import Numbers
from game.core.rules import decide
from game.core.scenario import Actor, Cut, Dispatch, MoveLabel, Reveal, Scenario, Source
from game.core.state import GroupState, is_student, opening_state
from game.core.vocabulary import (
    PATRON,
    Design,
    Distance,
    Move,
    MoveSource,
    ParticipantId,
    SeatId,
    SessionId,
    Stage,
)

NOW = 1_900_000_000_000
A1, A2, A3 = SeatId("A1"), SeatId("A2"), SeatId("A3")
LABELS = (
    MoveLabel(Move.STAND, "Stand with Meridia", "stood with Meridia"),
    MoveLabel(Move.BUILD_ARMS, "Build up our own arms", "built up its own arms"),
    MoveLabel(Move.ACCOMMODATE, "Make terms with Ostrava", "made terms with Ostrava"),
    MoveLabel(Move.SEEK_PARTNER, "Look for another protector", "looked for another protector"),
)
SECONDS = (45, 110, 40, 85, 15, 35)
MOST_STEPS = 500  # a long game has eight rounds of six stages


def an_actor(actor_id: str, distance: Distance | None, home: str = "") -> Actor:
    """A country with a short brief."""
    name = actor_id.title()
    return Actor(
        id=actor_id,
        name=name,
        home=home or f"{name} lands",
        brief=f"You speak for **{name}**.",
        wants=("If attacked, to be defended.", "The benefits of the alliance."),
        distance=distance,
        secret=f"Only {name} knows this.",
        sources=("S1",),
        moves=LABELS if distance else (),
    )


def a_scenario(numbers: Numbers | None = None, rounds: int = 6) -> Scenario:
    """Meridia fights in the Straits; five allies, two near and three far."""
    allies = (
        an_actor("belmar", Distance.NEAR),
        an_actor("arven", Distance.FAR),
        an_actor("corvia", Distance.FAR),
        an_actor("dunholt", Distance.NEAR),
        an_actor("estmark", Distance.FAR),
    )
    dispatches = tuple(a_dispatch(number) for number in range(1, rounds + 1))
    every = tuple(item.id for item in dispatches)
    return Scenario(
        id="test-straits",
        title="The Straits",
        hash="0" * 64,
        summary="A great power fights far away.",
        disguised=True,
        status="draft",
        authors=("Nobody",),
        licence="CC0-1.0",
        theatre="the Straits",
        rival="Ostrava",
        patron=an_actor("meridia", None, "Meridia"),
        allies=allies,
        dispatches=dispatches,
        cuts=(
            Cut("full", "35 minutes", 35, every, True, tuple(zip(Stage, SECONDS, strict=True))),
            Cut("short", "20 minutes", 20, every, False, tuple((stage, 30) for stage in Stage)),
        ),
        numbers=numbers or Numbers(),
        sources=(Source("S1", "A made-up source, p. 1", "invented"),),
        questions=("What would you need to see to believe a promise?",),
        reveal=Reveal("It was Vietnam", "The Straits stand for **Vietnam**."),
    )


def a_dispatch(number: int) -> Dispatch:
    """The news of one round."""
    return Dispatch(
        id=f"d{number}",
        dateline=f"Month {number}",
        headline=f"The front in the Straits, part {number}",
        text="Convoys leave every night. Nobody says for how long.",
        good="The front has moved forward.",
        mixed="The front has not moved.",
        bad="The front has moved back.",
        private=(("arven", f"A line only Arven reads in round {number}."),),
        sources=("S1",),
        question="What would you need to see to believe a promise?",
    )


def a_plan(scenario: Scenario | None = None, **changes: object) -> Plan:
    """A session of the default design: order cards, groups of a patron and two allies."""
    plan = Plan(
        session=SessionId("S1"),
        scenario=scenario or a_scenario(),
        claims="c" * 64,
        design=Design.D2_CARDS,
        group_size=3,
        cut="full",
        seed="seed",
    )
    return replace(plan, **changes)  # type: ignore[arg-type]


def participants(count: int) -> list[ParticipantId]:
    """Pseudonyms P01, P02 ..."""
    return [ParticipantId(f"P{number:02}") for number in range(1, count + 1)]


def an_opening(students: int = 3, **changes: object) -> GroupOpened:
    """The opening of the first group of a class."""
    return deal_session(a_plan(**changes), participants(students), NOW)[0]


class Script:
    """A group one can order about: every method returns the script, the clock ticks by itself."""

    def __init__(self, opened: GroupOpened | None = None, scenario: Scenario | None = None) -> None:
        self.scenario = scenario or a_scenario()
        opened = opened or an_opening(scenario=self.scenario)
        self.state: GroupState = opening_state(self.scenario, opened)
        self.versions = Versions(public=1)
        self.log: list[Event] = [opened]
        self.now = NOW

    def do(self, command: Command, wait_ms: int = 1000) -> "Script":
        """Decide and evolve; refusals come through as `Refused`."""
        self.now += wait_ms
        for event in decide(self.state, command, self.now):
            self.versions = learn(self.versions, self.state, event)
            self.state = evolve(self.state, event)
            self.log.append(event)
        return self

    def opens(self, seconds: int | None = 60, least: int = 0) -> "Script":
        """The next stage opens."""
        return self.do(OpenStage(seconds, least))

    def seat(self, seat: SeatId, *commands: SeatCommand, **changes: object) -> "Script":
        """Whoever plays the seat moves for it, in the present round and stage."""
        for command in commands:
            student = is_student(self.state, seat)
            sent = FromSeat(
                seat,
                self.state.round.number,
                self.state.stage or Stage.DISPATCH,
                command,
                MoveSource.STUDENT if student else MoveSource.BOT,
                self.state.seats[seat].holders,
            )
            self.do(replace(sent, **changes))  # type: ignore[arg-type]
        return self

    def bots_move(self, seats: Iterable[SeatId] | None = None, strategy: str = "noisy") -> "Script":
        """Students move as bots of this strategy would; source `student`."""
        for seat in seats or tuple(self.state.seats):
            for command in student_moves(self.state, seat, strategy):
                self.seat(seat, command)
        return self

    def until(self, reached: Callable[[GroupState], bool]) -> "Script":
        """Play on, everybody moving as a bot would, until `reached` holds."""
        for _ in range(MOST_STEPS):
            if reached(self.state):
                return self
            if self.state.open:
                self.bots_move()
            if self.state.open:
                self.all_ready()
            if not self.state.open:
                if reached(self.state):
                    return self
                self.opens()
        raise AssertionError("that moment never came")

    def all_ready(self) -> "Script":
        """Everybody says that there is nothing more to say or to read."""
        from game.core.commands import DeclareReady
        from game.core.rules.awaited import awaited

        for seat in awaited(self.state):
            if self.state.open:
                self.seat(seat, DeclareReady())
        return self

    def at(self, round_number: int, stage: Stage) -> "Script":
        """Play on until this stage of this round is open."""
        return self.until(lambda s: s.open and s.round.number == round_number and s.stage is stage)

    def to_the_end(self) -> "Script":
        """Play the whole game."""
        return self.until(lambda s: s.ended is not None)


def student_moves(state: GroupState, seat: SeatId, strategy: str) -> tuple[SeatCommand, ...]:
    """What a bot would send, for a seat that a student holds."""
    played = "free_mixed" if seat == PATRON else strategy
    held = replace(state.seats[seat], bot=state.seats[seat].bot or played)
    return moves_of(replace(state, seats={**state.seats, seat: held}), seat, reads_posture=False)


def leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every plain value in a view with the way to it, e.g. `.public.forces.places[2].here`."""
    if is_dataclass(value) and not isinstance(value, type):
        for item in fields(value):
            yield from leaves(getattr(value, item.name), f"{path}.{item.name}")
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from leaves(item, f"{path}[{key}]")
    elif isinstance(value, tuple | list | frozenset):
        for place, item in enumerate(value):
            yield from leaves(item, f"{path}[{place}]")
    else:
        yield path, value


__all__ = [
    "A1",
    "A2",
    "A3",
    "LABELS",
    "NOW",
    "PATRON",
    "MoveSource",
    "Script",
    "a_plan",
    "a_scenario",
    "an_opening",
    "leaves",
    "participants",
    "student_moves",
    "with_bots",
]
