"""Every screen a student can meet, by name: for the tests, the previews and the README.

`python3 -m tools.preview` writes them as files. A screen is a page (whole HTML) and, for a seat's
page, the view and the frame it was made from.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from game.core.commands import (
    CoverSeat,
    DeclareReady,
    EndGame,
    Pause,
    PublishCommunique,
    PutIn,
    SealOrders,
    SealResponse,
    SendCable,
    StateAppraisal,
    StateBelief,
    TakeSeat,
)
from game.core.pledges import Asked, Code, Condition
from game.core.scenario import Scenario
from game.core.views.own import SeatView
from game.core.views.seat import seat_view
from game.core.vocabulary import (
    PATRON,
    Design,
    Distance,
    Move,
    ParticipantId,
    Posture,
    SeatId,
    Stage,
    Stance,
)
from game.web.render import (
    DoorRefused,
    LobbyFrame,
    RefusedForm,
    SeatFrame,
    join_page,
    lobby_page,
    plain_page,
    seat_page,
)
from tests.builders import A1, A2, A3, NOW, Script, a_scenario, an_actor, an_opening

FRAME = SeatFrame("HK7 M4R", 4, "Tuesday seminar", "4711")
NONCE = "n0nce"
NO_SEAT = ("join", "lobby", "removed", "elsewhere", "ended", "not-", "malformed", "broken")
HOSTILE = '<script>alert("1")</script>&amp;"\'>'


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen. `view` is None for pages that belong to no seat."""

    name: str
    page: str
    view: SeatView | None = None
    frame: SeatFrame = FRAME


Maker = Callable[[], Screen]
MAKERS: dict[str, Maker] = {}


def screen(made: Callable[[], object]) -> Callable[[], object]:
    """Register a maker under the name of its function."""
    name = made.__name__.replace("_", "-")

    def make() -> Screen:
        result = made()
        if isinstance(result, str):
            return Screen(name, result)
        view, *rest = result if isinstance(result, tuple) else (result,)
        frame = next((item for item in rest if isinstance(item, SeatFrame)), FRAME)
        refused = next((item for item in rest if isinstance(item, RefusedForm)), None)
        return Screen(name, seat_page(view, frame, NOW + 5000, NONCE, refused), view, frame)

    MAKERS[name] = lru_cache(maxsize=1)(make)
    return made


def names() -> list[str]:
    """All names, in the order in which a student meets them."""
    return list(MAKERS)


def get(name: str) -> Screen:
    """One screen; the same object each time."""
    return MAKERS[name]()


def every() -> Iterator[Screen]:
    """All of them."""
    return (get(name) for name in MAKERS)


# ------------------------------------------------------------------ groups to look at


def seen(script: Script, seat: SeatId, version: int = 7) -> SeatView:
    """What this seat sees now."""
    return seat_view(script.state, seat, version)


def group(allies: int = 2, scenario: Scenario | None = None) -> Script:
    """A group of this many allies."""
    chosen = scenario or a_scenario()
    opened = an_opening(students=allies + 1, scenario=chosen, group_size=allies + 1)
    return Script(opened, chosen)


def talked(script: Script) -> Script:
    """The consultation as a class might have it, everybody still at the table."""
    script.seat(PATRON, SendCable(A1, "Even a field hospital would be seen."))
    script.seat(PATRON, PutIn(A1, Asked(Code.ASK_UNITS, units=2), public=False))
    script.seat(A1, SendCable(PATRON, "Soldiers we cannot send. A hospital ship we can."))
    script.seat(PATRON, PutIn(A1, Asked(Code.PROMISE_GARRISON, units=2), public=False))
    script.seat(PATRON, PutIn(A2, Asked(Code.PROMISE_TO_COME), public=True))
    script.seat(A2, PublishCommunique("We stand where we stood. Let others speak for themselves."))
    script.seat(A2, PutIn(PATRON, Asked(Code.WARN_ELSEWHERE, condition=Condition.ESCALATE), False))
    return script


def sealed(script: Script, seat: SeatId) -> Script:
    """This ally has stated and sealed."""
    script.seat(seat, StateAppraisal(70, 45, 55))
    reason = "It may well want to help us. But two of five are gone, and a promise was broken."
    return script.seat(seat, SealResponse(Move.ACCOMMODATE, Stance.SILENT, 1, True, reason))


def at_talk(allies: int = 2, scenario: Scenario | None = None) -> Script:
    """Round 3, consultation."""
    return group(allies, scenario).at(3, Stage.CONSULTATION)


def all_sealed() -> Script:
    """Round 3, everything sealed and revealed."""
    script = talked(at_talk()).all_ready().at(3, Stage.RESPONSE)
    for ally in (A1, A2):
        sealed(script, ally)
    return script.seat(PATRON, SealOrders({A1: True, A2: False}))


def long_names() -> Scenario:
    """Twelve letters each."""
    plain = a_scenario()
    called = ("constantinia", "schwarzwalde", "mesopotamias", "transmontana", "wallachiania")
    allies = tuple(
        an_actor(name, actor.distance) for name, actor in zip(called, plain.allies, strict=True)
    )
    patron = an_actor("metropolitan", None, "Metropolitan")
    dispatches = tuple(
        replace(item, private=(("schwarzwalde", "A line."),)) for item in plain.dispatches
    )
    return replace(plain, allies=allies, patron=patron, dispatches=dispatches)


def hostile_words() -> Scenario:
    """Names and texts that a careless page would run, and one that has no end."""
    plain = a_scenario()
    allies = tuple(
        replace(
            actor,
            name=f"{HOSTILE}{actor.id}",
            home="M" * 10_000 if actor.id == "arven" else f"{HOSTILE} lands",
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
    dispatches = tuple(
        replace(item, headline=HOSTILE, text=HOSTILE + "M" * 10_000, good=HOSTILE, question=HOSTILE)
        for item in plain.dispatches
    )
    return replace(plain, theatre=HOSTILE, allies=allies, dispatches=dispatches)


# ------------------------------------------------------------------ before the game


@screen
def join() -> str:
    return join_page()


@screen
def join_with_code() -> str:
    return join_page("HK7 M4R", given=True, title="Tuesday seminar")


@screen
def join_refused() -> str:
    sentence = "No class is open under HK7 M4B. No code has B in it: look again."
    return join_page("HK7 M4B", "Seat 14", refused=DoorRefused("code", sentence))


@screen
def join_name_taken() -> str:
    sentence = "That name is taken by somebody here now. Add a letter."
    return join_page("HK7 M4R", "Ada", given=True, refused=DoorRefused("name", sentence))


@screen
def join_return_refused() -> str:
    sentence = "Nobody in this class has that return number. It stands at the foot of “My seat”."
    return join_page("HK7 M4R", number="0815", refused=DoorRefused("number", sentence))


@screen
def lobby() -> str:
    return lobby_page(LobbyFrame("HK7 M4R", "Tuesday seminar", 19, "4711"), NOW)


@screen
def lobby_late() -> str:
    return lobby_page(LobbyFrame("HK7 M4R", "Tuesday seminar", 24, "4711", True, late=True), NOW)


@screen
def brief_ally() -> SeatView:
    return seen(group(), A2)


@screen
def brief_patron() -> SeatView:
    return seen(group(), PATRON)


# ------------------------------------------------------------------ a round


@screen
def belief_first_round() -> SeatView:
    return seen(group().at(1, Stage.DISPATCH), A2)


@screen
def belief() -> SeatView:
    return seen(group().at(3, Stage.DISPATCH), A2)


@screen
def belief_new_government() -> SeatView:
    return seen(group().at(4, Stage.DISPATCH), A1)


@screen
def belief_refused() -> tuple[SeatView, RefusedForm]:
    sentence = "The number must lie between 0 and 100. You typed 620."
    fields = (("belief", "620"),)
    return seen(group().at(3, Stage.DISPATCH), A2), RefusedForm(
        "state_belief", sentence, fields, "belief"
    )


@screen
def belief_waiting() -> SeatView:
    return seen(group().at(3, Stage.DISPATCH).seat(A2, StateBelief(62)), A2)


@screen
def read_patron() -> SeatView:
    return seen(group().at(3, Stage.DISPATCH), PATRON)


@screen
def read_new_government() -> SeatView:
    return seen(group().at(4, Stage.DISPATCH), PATRON)


@screen
def talk_nothing_yet() -> SeatView:
    return seen(at_talk(), A2)


@screen
def talk_ally() -> SeatView:
    return seen(talked(at_talk()), A1)


@screen
def talk_patron() -> SeatView:
    return seen(talked(at_talk()), PATRON)


@screen
def talk_patron_five_allies() -> SeatView:
    return seen(talked(at_talk(5)), PATRON)


@screen
def talk_last_words() -> SeatView:
    script = talked(at_talk())
    script.seat(A2, *(SendCable(PATRON, f"Cable number {word}.") for word in ("one", "two", "3")))
    return seen(script.seat(A2, DeclareReady()), A2)


@screen
def talk_refused() -> tuple[SeatView, RefusedForm]:
    text = "A cable that is too long. " * 12
    fields = (("to", "P"), ("text", text))
    sentence = "This is 32 letters too long; 280 is the most. Nothing is lost."
    return seen(talked(at_talk()), A1), RefusedForm("send_cable", sentence, fields, "text")


@screen
def talk_without_cables() -> SeatView:
    scenario = a_scenario()
    opened = an_opening(students=4, scenario=scenario, design=Design.D2_LOTTERY)
    script = Script(opened, scenario).at(2, Stage.CONSULTATION)
    return seen(script.seat(A2, PublishCommunique("We wait and see.")), A1)


@screen
def commit_first_round() -> SeatView:
    return seen(group().at(1, Stage.COMMITMENT), PATRON)


@screen
def commit() -> SeatView:
    return seen(talked(at_talk()).all_ready().at(3, Stage.COMMITMENT), PATRON)


@screen
def commit_five_allies() -> SeatView:
    return seen(group(5).at(2, Stage.COMMITMENT), PATRON)


@screen
def commit_refused() -> tuple[SeatView, RefusedForm]:
    typed = {"posture": "escalate", "theatre": "6", "garrisons.A1": "3", "garrisons.A2": "2"}
    sentence = "Units for Belmar must lie between 0 and 2. You typed 3."
    script = group().at(3, Stage.COMMITMENT)
    return seen(script, PATRON), RefusedForm(
        "commit_forces", sentence, tuple(typed.items()), "garrisons.A1"
    )


@screen
def wait_for_the_patron() -> SeatView:
    return seen(talked(at_talk()).all_ready().at(3, Stage.COMMITMENT), A1)


@screen
def appraise() -> SeatView:
    return seen(talked(at_talk()).all_ready().at(3, Stage.RESPONSE), A2)


@screen
def respond() -> SeatView:
    script = talked(at_talk()).all_ready().at(3, Stage.RESPONSE)
    return seen(script.seat(A2, StateAppraisal(70, 45, 55)), A2)


@screen
def respond_refused() -> tuple[SeatView, RefusedForm]:
    script = group().at(3, Stage.RESPONSE).seat(A2, StateAppraisal(70, 45, 55))
    fields = (("stance", "endorse"), ("units", "1"), ("reason", "It came twice."))
    return seen(script, A2), RefusedForm("seal_response", "No move is chosen yet.", fields, "move")


@screen
def orders() -> SeatView:
    return seen(talked(at_talk()).all_ready().at(3, Stage.RESPONSE), PATRON)


@screen
def orders_five_allies() -> SeatView:
    return seen(group(5).at(2, Stage.RESPONSE), PATRON)


@screen
def wait_sealed() -> SeatView:
    return seen(sealed(group().at(3, Stage.RESPONSE), A2), A2)


@screen
def wait_orders_sealed() -> SeatView:
    script = group().at(3, Stage.RESPONSE)
    return seen(script.seat(PATRON, SealOrders({A1: True, A2: False})), PATRON)


@screen
def wait_other_groups() -> SeatView:
    return seen(all_sealed(), A1)


def struck(own: bool, defended: bool, move: Move | None = None) -> SeatView:
    """A crisis in which the ally is attacked or not, and defended or not."""
    for number in range(1, 7):
        script = group().at(number, Stage.RESPONSE)
        if move:
            script.seat(A1, StateAppraisal(20, 20, 20))
            script.seat(A1, SealResponse(move, Stance.DISSOCIATE, 0, False, ""))
        script.seat(PATRON, SealOrders({A1: defended, A2: defended})).at(number, Stage.CRISIS)
        view = seen(script, A1)
        record = view.public.present
        attacked = {item.seat for item in (record.attacked if record else None) or ()}
        if (A1 in attacked) == own:
            return view
    raise AssertionError("six rounds, and never so")


@screen
def crisis_defended() -> SeatView:
    return struck(own=True, defended=True)


@screen
def crisis_alone() -> SeatView:
    return struck(own=True, defended=False)


@screen
def crisis_partner() -> SeatView:
    return struck(own=True, defended=False, move=Move.SEEK_PARTNER)


@screen
def crisis_bystander() -> SeatView:
    return struck(own=False, defended=False)


@screen
def crisis_patron() -> SeatView:
    return seen(group(5).at(2, Stage.CRISIS), PATRON)


@screen
def crisis_read() -> SeatView:
    return seen(group().at(3, Stage.CRISIS).seat(A1, DeclareReady()), A1)


@screen
def reckoning() -> SeatView:
    return seen(all_sealed().at(3, Stage.RECKONING), A1)


@screen
def reckoning_patron() -> SeatView:
    return seen(all_sealed().at(3, Stage.RECKONING), PATRON)


@screen
def over() -> SeatView:
    return seen(group().to_the_end(), A1)


@screen
def over_patron() -> SeatView:
    return seen(group().to_the_end(), PATRON)


@screen
def over_stopped() -> SeatView:
    return seen(group().at(2, Stage.RESPONSE).do(EndGame("stopped")), A2)


# ------------------------------------------------------------------ special cases


@screen
def paused() -> SeatView:
    return seen(group().at(3, Stage.DISPATCH).do(Pause()), A2)


@screen
def covered() -> SeatView:
    script = group().at(3, Stage.DISPATCH)
    return seen(script.do(CoverSeat(A2, "maximiser", "timeouts")), A2)


@screen
def mirrored_and_simulated() -> tuple[SeatView, SeatFrame]:
    script = group().at(3, Stage.DISPATCH).do(TakeSeat(A2, ParticipantId("P99")))
    return seen(script, A2), replace(FRAME, simulated=True)


@screen
def late_form() -> tuple[SeatView, RefusedForm]:
    sentence = "The stage closed before your move came. What you typed is kept."
    fields = (("to", "P"), ("text", "We shall need one more week, and then an answer."))
    return seen(group().at(3, Stage.COMMITMENT), A1), RefusedForm("send_cable", sentence, fields)


@screen
def five_allies() -> SeatView:
    return seen(sealed(group(5).at(3, Stage.RESPONSE), A3), A3)


@screen
def long_names_appraise() -> SeatView:
    return seen(at_talk(5, long_names()).at(3, Stage.RESPONSE), A2)


@screen
def long_names_commit() -> SeatView:
    return seen(group(5, long_names()).at(2, Stage.COMMITMENT), PATRON)


@screen
def all_near() -> SeatView:
    script = group(5)
    seats = {
        seat: replace(held, distance=Distance.NEAR if seat != PATRON else None)
        for seat, held in script.state.seats.items()
    }
    script.state = replace(script.state, seats=seats)
    return seen(script.at(2, Stage.RESPONSE), A1)


@screen
def hostile() -> SeatView:
    script = talked(group(2, hostile_words()).at(2, Stage.CONSULTATION))
    script.seat(A1, SendCable(PATRON, HOSTILE), PublishCommunique(HOSTILE))
    return seen(script, A1)


@screen
def hostile_reckoning() -> SeatView:
    return seen(group(2, hostile_words()).at(2, Stage.RECKONING), A2)


# ------------------------------------------------------------------ plain pages


@screen
def removed() -> str:
    return plain_page("removed")


@screen
def elsewhere() -> str:
    return plain_page("elsewhere", title="Tuesday seminar")


@screen
def ended() -> str:
    return plain_page("ended", title="Tuesday seminar")


@screen
def not_found() -> str:
    return plain_page("not_found")


@screen
def malformed() -> str:
    return plain_page("malformed")


@screen
def not_taken() -> str:
    return plain_page("refused", sentence="This seat is Arven. Each country answers for itself.")


@screen
def broken() -> str:
    return plain_page("broken", reference="10:42:07, 7f3a")


__all__ = ["FRAME", "HOSTILE", "Posture", "Screen", "every", "get", "names", "seen"]
