"""Groups at a moment worth looking at, each with what a class might have said and done."""

from dataclasses import replace

from game.core.commands import (
    CommitForces,
    PublishCommunique,
    PutIn,
    SealOrders,
    SealResponse,
    SendCable,
    StateAppraisal,
)
from game.core.pledges import Asked, Code, Condition
from game.core.scenario import Scenario
from game.core.views.own import SeatView
from game.core.views.seat import seat_view
from game.core.vocabulary import PATRON, Design, Distance, Move, Posture, SeatId, Stage, Stance
from tests.builders import A1, A2, Script, a_scenario, an_actor, an_opening

HOSTILE = '<script>alert("1")</script>&amp;"\'>'
ENDLESS = "M" * 10_000


def seen(script: Script, seat: SeatId, version: int = 7) -> SeatView:
    """What this seat sees now."""
    return seat_view(script.state, seat, version)


def group(allies: int = 2, scenario: Scenario | None = None, **plan: object) -> Script:
    """A group of this many allies, before round 1."""
    chosen = scenario or a_scenario()
    opened = an_opening(students=allies + 1, scenario=chosen, group_size=allies + 1, **plan)
    return Script(opened, chosen)


def at_dispatch(number: int = 3, allies: int = 2) -> Script:
    """A round begins."""
    return group(allies).at(number, Stage.DISPATCH)


def at_talk(allies: int = 2, scenario: Scenario | None = None) -> Script:
    """Round 3, consultation, before anybody spoke."""
    return group(allies, scenario).at(3, Stage.CONSULTATION)


def talked(script: Script | None = None) -> Script:
    """The consultation as a class might have it, everybody still at the table."""
    script = script or at_talk()
    script.seat(PATRON, SendCable(A1, "Even a field hospital would be seen."))
    script.seat(PATRON, PutIn(A1, Asked(Code.ASK_UNITS, units=2), public=False))
    script.seat(A1, SendCable(PATRON, "Soldiers we cannot send. A hospital ship we can."))
    script.seat(PATRON, PutIn(A1, Asked(Code.PROMISE_GARRISON, units=2), public=False))
    script.seat(PATRON, PutIn(A2, Asked(Code.PROMISE_TO_COME), public=True))
    script.seat(A2, PublishCommunique("We stand where we stood. Let others speak for themselves."))
    warned = Asked(Code.WARN_ELSEWHERE, condition=Condition.ESCALATE)
    return script.seat(A2, PutIn(PATRON, warned, public=False))


def at_commitment() -> Script:
    """Round 3, the patron divides its forces."""
    return talked().all_ready().at(3, Stage.COMMITMENT)


def committed(script: Script) -> Script:
    """The patron has escalated, in sight of all; the response stage is open."""
    if script.state.stage is Stage.CONSULTATION:
        script.all_ready()
    number, allies = script.state.round.number, script.state.allies
    script.at(number, Stage.COMMITMENT)
    garrisons = {seat: (1, 2)[place % 2] for place, seat in enumerate(allies)}
    script.seat(PATRON, CommitForces(Posture.ESCALATE, 6, garrisons))
    return script.at(number, Stage.RESPONSE)


def at_response(allies: int = 2) -> Script:
    """Round 3, response: six units are at the war."""
    return committed(talked(at_talk(allies)))


def stated(script: Script | None = None, seat: SeatId = A2) -> Script:
    """This ally has said what it believes."""
    return (script or at_response()).seat(seat, StateAppraisal(70, 45, 55))


def sealed(script: Script | None = None, seat: SeatId = A2) -> Script:
    """This ally has stated and sealed."""
    reason = "It may well want to help us. But six of ten are gone, and a promise was broken."
    decision = SealResponse(Move.ACCOMMODATE, Stance.SILENT, 1, True, reason)
    return stated(script, seat).seat(seat, decision)


def ordered(script: Script | None = None) -> Script:
    """The patron has sealed its orders."""
    return (script or at_response()).seat(PATRON, SealOrders({A1: True, A2: False}))


def all_sealed() -> Script:
    """Round 3, everything sealed and revealed; the stage has closed."""
    script = sealed().seat(A1, StateAppraisal(80, 60, 75))
    stands = SealResponse(Move.STAND, Stance.ENDORSE, 2, False, "It fights for its word.")
    return ordered(script.seat(A1, stands))


def struck(own: bool, defended: bool, move: Move | None = None) -> SeatView:
    """A crisis in which the ally is attacked or not, and defended or not."""
    for number in range(1, 7):
        script = committed(at_dispatch(number))
        if move:
            script.seat(A1, StateAppraisal(20, 20, 20))
            script.seat(A1, SealResponse(move, Stance.DISSOCIATE, 0, False, ""))
        script.seat(PATRON, SealOrders({A1: defended, A2: defended})).at(number, Stage.CRISIS)
        view = seen(script, A1)
        attacks = (view.public.present.attacked if view.public.present else None) or ()
        if (A1 in {item.seat for item in attacks}) == own:
            return view
    raise AssertionError("six rounds, and never so")


def without_cables() -> SeatView:
    """A session with scripted patrons: words to everybody, and no cables."""
    scenario = a_scenario()
    opened = an_opening(students=4, scenario=scenario, design=Design.D2_LOTTERY)
    script = Script(opened, scenario).at(2, Stage.CONSULTATION)
    return seen(script.seat(A2, PublishCommunique("We wait and see.")), A1)


def all_near() -> SeatView:
    """Five allies, all near the war, as a treatment may have it."""
    script = group(5)
    seats = {
        seat: replace(held, distance=None if seat == PATRON else Distance.NEAR)
        for seat, held in script.state.seats.items()
    }
    script.state = replace(script.state, seats=seats)
    return seen(script.at(2, Stage.RESPONSE), A1)


def long_names() -> Scenario:
    """Twelve letters each."""
    plain = a_scenario()
    called = ("constantinia", "schwarzwalde", "mesopotamias", "transmontana", "wallachiania")
    allies = tuple(
        an_actor(name, actor.distance) for name, actor in zip(called, plain.allies, strict=True)
    )
    dispatches = tuple(
        replace(item, private=(("schwarzwalde", "A line."),)) for item in plain.dispatches
    )
    patron = an_actor("metropolitan", None, "Metropolitan")
    return replace(plain, allies=allies, patron=patron, dispatches=dispatches)


def hostile_words() -> Scenario:
    """Names and texts that a careless page would run, and some that have no end."""
    plain = a_scenario()
    allies = tuple(
        replace(
            actor,
            name=f"{HOSTILE}{actor.id}",
            home=ENDLESS if actor.id == "arven" else f"{HOSTILE} lands",
            brief=f"{HOSTILE} **bold** [link](javascript:alert(1))",
            wants=(HOSTILE,),
            secret=HOSTILE,
            moves=tuple(
                replace(label, label=f"{HOSTILE}{label.move}", done=HOSTILE)
                for label in actor.moves
            ),
        )
        for actor in plain.allies
    )
    words = {"headline": HOSTILE, "text": HOSTILE + ENDLESS, "good": HOSTILE, "question": HOSTILE}
    dispatches = tuple(replace(item, **words) for item in plain.dispatches)  # type: ignore[arg-type]
    return replace(plain, theatre=HOSTILE, allies=allies, dispatches=dispatches)
