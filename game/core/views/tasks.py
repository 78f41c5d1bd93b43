"""What a seat can do now: the screen it needs and the commands that would be taken."""

from game.core.state import GroupState
from game.core.vocabulary import PATRON, SeatId, Stage

WAIT = "wait"


def task(state: GroupState, seat: SeatId) -> str:
    """The name of the screen: brief, belief, read, talk, commit, appraise, respond, orders,
    crisis, reckoning, wait or over."""
    if state.ended:
        return "over"
    if state.stage is None:
        return "brief"
    if state.stage in (Stage.CRISIS, Stage.RECKONING):
        return state.stage.value if _took_part(state, seat) else WAIT
    if not state.open:
        return WAIT
    return _patron_task(state) if seat == PATRON else _ally_task(state, seat)


def _took_part(state: GroupState, seat: SeatId) -> bool:
    """Whether the outcome is there, and this seat was in the round (latecomers were not)."""
    played = state.round
    outcome = played.reckoning if state.stage is Stage.RECKONING else played.crisis
    return outcome is not None and (seat == PATRON or seat in played.responses)


def _patron_task(state: GroupState) -> str:
    match state.stage:
        case Stage.DISPATCH:
            return "read"
        case Stage.CONSULTATION:
            return "talk"
        case Stage.COMMITMENT:
            return WAIT if state.round.commitment else "commit"
        case _:
            return WAIT if state.round.orders else "orders"


def _ally_task(state: GroupState, seat: SeatId) -> str:
    played = state.round
    match state.stage:
        case Stage.DISPATCH:
            return WAIT if seat in played.before else "belief"
        case Stage.CONSULTATION:
            return "talk"
        case Stage.COMMITMENT:
            return WAIT
        case _:
            if seat in played.responses:
                return WAIT
            return "respond" if seat in played.appraisals else "appraise"


def may(state: GroupState, seat: SeatId) -> tuple[str, ...]:
    """The commands this seat could send now without being refused for the stage."""
    if state.ended or not state.open or state.paused_at is not None:
        return ()
    ready = () if seat in state.round.ready else ("declare_ready",)
    match state.stage:
        case Stage.DISPATCH:
            return () if seat == PATRON else ("state_belief",)
        case Stage.CONSULTATION:
            return (*_talk(state), *ready)
        case Stage.COMMITMENT:
            return ("commit_forces",) if task(state, seat) == "commit" else ()
        case Stage.RESPONSE:
            return _response(state, seat)
        case _:
            return ready


def _talk(state: GroupState) -> tuple[str, ...]:
    if not state.cables_allowed():
        return ("publish_communique",)
    return ("send_cable", "publish_communique", "put_in_writing")


def _response(state: GroupState, seat: SeatId) -> tuple[str, ...]:
    if seat == PATRON:
        return ("seal_orders",)
    return ("seal_response",) if seat in state.round.appraisals else ("state_appraisal",)
