"""What hypothesis draws from: groups of every kind, wild play in them, and any command at all."""

from collections.abc import Callable, Sequence
from random import Random

from hypothesis import strategies as st

from game.core.commands import (
    CloseStage,
    Command,
    CommitForces,
    CoverSeat,
    DeclareReady,
    EndGame,
    ExtendStage,
    FromSeat,
    GiveExtraTime,
    HandBack,
    LeaveSeat,
    OpenSeat,
    OpenStage,
    Pause,
    PublishCommunique,
    PutIn,
    ReopenGame,
    Resume,
    SealOrders,
    SealResponse,
    SeatCommand,
    SendCable,
    ShiftClock,
    StateAppraisal,
    StateBelief,
    TakeSeat,
    UndoClosing,
)
from game.core.numbers import Numbers
from game.core.pledges import Asked, Code, Condition, may_use
from game.core.state import GroupState
from game.core.vocabulary import (
    ALL_SEATS,
    ALLY_SEATS,
    PATRON,
    Design,
    Distance,
    Move,
    MoveSource,
    Posture,
    Refused,
    SeatId,
    Stage,
    Stance,
)
from tests.builders import Script, a_scenario, an_opening

FACTORS = (
    {"script": ("hawk", "restrained")},
    {"script": ("restrained", "hold"), "exit_notice": ("announced", "abrupt")},
    {"script": ("hawk", "hold"), "garrison": ("present", "absent")},
    {"war_size": ("heavy", "light"), "theatre": ("far", "near")},
    {"consultation": ("on", "off")},
)
SCENARIOS = {
    (rounds, drain): a_scenario(Numbers(drain=drain), rounds)
    for rounds in (4, 6, 8)
    for drain in (0, 0.4)
}
WILD_STEPS = 300  # enough for most wild games to end


def a_wild_group(rng: Random) -> Script:
    """A group of any design, arm, size, length and cut, with nobody having moved."""
    design = rng.choice(list(Design))
    scenario = SCENARIOS[rng.choice((4, 6, 6, 8)), rng.choice((0, 0, 0.4))]
    opened = an_opening(
        rng.randint(1, 6),
        scenario=scenario,
        design=design,
        factors=rng.choice(FACTORS) if design is Design.D1 else {},
        group_size=rng.choice((3, 6)),
        cut=rng.choice(("full", "full", "short")),
        seed=str(rng.random()),
    )
    return Script(opened, scenario)


def wild_play(seed: int, steps: int = WILD_STEPS) -> Script:
    """A group in which anything happens: moves, second thoughts, covers, pauses, new seats."""
    rng = Random(seed)
    script = a_wild_group(rng)
    for _ in range(steps):
        if script.state.ended and not _goes_on_after(script, rng):
            break
        _tries(script, rng, rng.choices(*zip(*ACTIONS, strict=True))[0])
    return script


def _goes_on_after(script: Script, rng: Random) -> bool:
    """Whether a game that was stopped is reopened."""
    ended = script.state.ended
    if ended is None or ended.reason != "stopped" or rng.random() < 0.5:
        return False
    script.do(ReopenGame(), rng.choice((1000, 600_000)))
    return True


def _tries(script: Script, rng: Random, action: "Action") -> None:
    try:
        action(script, rng)
    except Refused:
        return


Action = Callable[[Script, Random], object]


def _everybody(script: Script, rng: Random) -> None:
    """Everybody does what is asked, so that the game goes on."""
    if script.state.open:
        script.bots_move(strategy=rng.choice(("noisy", "coin", "hrt_believer")))
    if script.state.open:
        script.all_ready()


def _somebody(script: Script, rng: Random) -> None:
    """One seat does something that fits the stage, well or badly."""
    seat = rng.choice(list(script.state.seats))
    script.seat(seat, wild_command(script.state, seat, rng))


def _next(script: Script, rng: Random) -> None:
    script.do(OpenStage(rng.choice((None, 60)), rng.choice((0, 0, 10))), rng.choice((1, 20_000)))


def _server(script: Script, rng: Random) -> None:
    """The server or the instructor does something."""
    script.do(server_command(script.state, rng), rng.choice((0, 1000, 60_000)))


def _goes_on(script: Script, rng: Random) -> None:
    if script.state.paused_at is not None:
        script.do(Resume())
    elif script.state.open:
        script.do(CloseStage("deadline"))
    else:
        _next(script, rng)


ACTIONS: Sequence[tuple[Action, int]] = (
    (_everybody, 5),
    (_somebody, 12),
    (_goes_on, 5),
    (_server, 2),
)


def server_command(state: GroupState, rng: Random) -> Command:
    """Anything the server may order, sensible or not."""
    seat = rng.choice(list(state.seats))
    fresh = SeatId(f"A{len(state.allies) + 1}")
    holders = state.seats[seat].holders or ("P99",)
    return rng.choice(
        [
            ExtendStage(30),
            Pause(),
            Resume(),
            ShiftClock(rng.randint(-5, 90_000)),
            CoverSeat(seat, "maximiser" if seat == PATRON else rng.choice(("maximiser", "noisy"))),
            HandBack(seat),
            TakeSeat(seat, f"P{rng.randint(50, 99)}"),
            LeaveSeat(seat, rng.choice(holders)),
            GiveExtraTime(seat, rng.choice((0, 25, 100))),
            UndoClosing(rng.choice((None, 30))),
            ReopenGame(),
            OpenSeat(fresh, "corvia", Distance.FAR, f"P{rng.randint(50, 99)}"),
            *([EndGame("stopped")] if rng.random() < 0.03 else []),
        ]
    )


def wild_command(state: GroupState, seat: SeatId, rng: Random) -> SeatCommand:
    """A command for the open stage with any contents the rules allow there, mostly."""
    others = [other for other in state.seats if (other == PATRON) != (seat == PATRON)]
    to = rng.choice(others) if others else PATRON
    percent = [rng.randint(0, 100) for _ in range(3)]
    match state.stage:
        case Stage.CONSULTATION:
            return rng.choice(
                [
                    *[SendCable(to, f"cable {rng.random()}")] * 4,
                    *[PutIn(to, wild_asked(seat, state.round.number, rng), rng.random() < 0.5)] * 4,
                    PublishCommunique(f"communique {rng.random()}"),
                    DeclareReady(),
                ]
            )
        case Stage.COMMITMENT:
            posture = rng.choice(list(Posture))
            away = rng.randint(*state.numbers.band(posture))
            return CommitForces(posture, away, {ally: rng.randint(0, 2) for ally in state.allies})
        case Stage.RESPONSE if seat == PATRON:
            return SealOrders({ally: rng.random() < 0.5 for ally in state.allies})
        case Stage.RESPONSE if rng.random() < 0.3 or seat not in state.round.appraisals:
            return StateAppraisal(*percent)
        case Stage.RESPONSE:
            move, stance = rng.choice(list(Move)), rng.choice(list(Stance))
            reason = f"reason {rng.random()}"
            return SealResponse(move, stance, rng.randint(0, 2), rng.random() < 0.5, reason)
        case Stage.DISPATCH:
            return StateBelief(percent[0])
        case _:
            return DeclareReady()


def wild_asked(seat: SeatId, round_number: int, rng: Random) -> Asked:
    """A request or pledge this seat may put in writing."""
    code = rng.choice([code for code in Code if may_use(code, seat)])
    ahead = round_number + rng.randint(0, 2)
    return Asked(code, rng.randint(1, 2), ahead, rng.choice(list(Condition)))


wild_seeds = st.integers(0, 10**6)
wild_plays = st.builds(wild_play, wild_seeds, st.sampled_from((20, 60, 120, WILD_STEPS)))

whole = st.integers(-3, 12) | st.integers()
seats = st.sampled_from(ALL_SEATS)
texts = st.text(max_size=300)
asked = st.builds(Asked, st.sampled_from(Code), whole, whole, st.sampled_from([None, *Condition]))
any_seat_command: st.SearchStrategy[SeatCommand] = st.one_of(
    st.builds(StateBelief, whole),
    st.builds(SendCable, seats, texts),
    st.builds(PublishCommunique, texts),
    st.builds(PutIn, seats, asked, st.booleans()),
    st.builds(DeclareReady),
    st.builds(
        CommitForces,
        st.sampled_from(Posture),
        whole,
        st.dictionaries(st.sampled_from(ALLY_SEATS), whole),
    ),
    st.builds(StateAppraisal, whole, whole, whole),
    st.builds(
        SealResponse,
        st.sampled_from(Move),
        st.sampled_from(Stance),
        whole,
        st.booleans(),
        texts,
    ),
    st.builds(SealOrders, st.dictionaries(st.sampled_from(ALLY_SEATS), st.booleans())),
)
any_sent = st.builds(
    FromSeat,
    seats,
    st.integers(-1, 9),
    st.sampled_from(Stage),
    any_seat_command,
    st.sampled_from(MoveSource),
    st.just(("P01",)),
)
any_server_command: st.SearchStrategy[Command] = st.one_of(
    st.builds(OpenStage, st.none() | st.integers(0, 10**5), st.integers(0, 60)),
    st.builds(CloseStage, st.sampled_from(["deadline", "instructor", "all_moved"])),
    st.builds(ExtendStage, st.integers(0, 600)),
    st.just(Pause()),
    st.just(Resume()),
    st.builds(ShiftClock, whole),
    st.builds(EndGame, st.sampled_from(["completed", "stopped"])),
    st.builds(TakeSeat, seats, st.just("P99")),
    st.builds(OpenSeat, seats, st.just("corvia"), st.sampled_from(Distance), st.just("P99")),
    st.builds(CoverSeat, seats, st.just("maximiser")),
    st.builds(HandBack, seats),
)
