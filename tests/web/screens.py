"""Every screen a student can meet, by name: for the tests, the previews and the README.

`python3 -m tools.preview` writes them as files. A screen is a page (whole HTML) and, for a seat's
page, the view and the frame it was made from.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from game.core.commands import (
    CloseStage,
    CoverSeat,
    DeclareReady,
    EndGame,
    Pause,
    PublishCommunique,
    SendCable,
    StateBelief,
    TakeSeat,
)
from game.core.views import projector_view
from game.core.views.own import SeatView
from game.core.vocabulary import PATRON, Expectation, Move, ParticipantId, Stage
from game.web.lobby import lobby_page
from game.web.presenters.asked import Asked, prediction
from game.web.presenters.looking import Looking, looking
from game.web.render import (
    DoorRefused,
    LobbyFrame,
    RefusedForm,
    SeatFrame,
    join_page,
    plain_page,
    seat_page,
)
from game.web.wall_render import Awaited, WallFrame
from tests.builders import A1, A2, A3, NOW, Script
from tests.web.scenes import (
    HOSTILE,
    all_near,
    all_sealed,
    at_commitment,
    at_dispatch,
    at_response,
    at_talk,
    committed,
    group,
    hostile_words,
    long_names,
    ordered,
    sealed,
    seen,
    stated,
    struck,
    talked,
    without_cables,
)

FRAME = SeatFrame("HK7 M4R", 4, "Tuesday seminar", "4711")
CODE, TITLE = FRAME.code, FRAME.title
NONCE = "n0nce"
UNSAID = Asked(prediction("P01"))
WHY = "Whoever fights for a small country far away will fight for us, too."
PREDICTED = Asked(prediction("P07", Expectation.MORE, WHY))
LATE = "Your move came too late: the time for it was up. What you typed is kept."
CABLE = "We shall need one more week, and then an answer."
DIVISION = {"posture": "escalate", "theatre": "6", "garrisons.A1": "3", "garrisons.A2": "2"}

Made = SeatView | tuple[SeatView, RefusedForm | SeatFrame]


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen. `view` is None for pages that belong to no seat."""

    name: str
    page: str
    view: SeatView | None = None
    frame: SeatFrame = FRAME


def refusal(command: str, sentence: str, field: str = "", **typed: str) -> RefusedForm:
    """A form that was not taken."""
    return RefusedForm(command, sentence, tuple(typed.items()), field)


def three_cables() -> SeatView:
    """Everything this ally may write is written."""
    script = talked()
    script.seat(A2, *(SendCable(PATRON, f"Cable number {n}.") for n in ("one", "two", "three")))
    return seen(script.seat(A2, DeclareReady()), A2)


def hostile_talk() -> SeatView:
    """The same words in a cable and for all to read."""
    script = talked(group(2, hostile_words()).at(2, Stage.CONSULTATION))
    return seen(script.seat(A1, SendCable(PATRON, HOSTILE), PublishCommunique(HOSTILE)), A1)


def looked_at(script: Script, open_groups: int = 0) -> Looking:
    """The second of five groups, as somebody without a seat sees it."""
    state = script.state
    awaited = Awaited(allies=4, patrons=1, of_allies=10, of_patrons=5, groups=(1, 3, 4))
    frame = WallFrame(
        CODE, "", TITLE, "play", round=state.round.number, stage=state.stage, group=2, groups=5,
        awaited=replace(awaited, open=open_groups),
    )  # fmt: skip
    return looking(frame, projector_view(state))


AROUND: Mapping[str, Callable[[], str]] = {
    "join": join_page,
    "join-with-code": lambda: join_page(CODE, given=True, title=TITLE),
    "join-seated": lambda: join_page(seated=TITLE),
    "join-refused": lambda: join_page(
        "HK7 M4B",
        "Seat 14",
        refused=DoorRefused("code", "No class is open under HK7 M4B. No code has B in it."),
    ),
    "join-name-taken": lambda: join_page(
        CODE, "Ada", given=True, refused=DoorRefused("name", "That name is taken. Add a letter.")
    ),
    "join-return-refused": lambda: join_page(
        CODE, number="0815", refused=DoorRefused("number", "Nobody here has that return number.")
    ),
    "lobby": lambda: lobby_page(LobbyFrame(CODE, TITLE, 19, "4711"), NOW, asked=UNSAID),
    "lobby-predicted": lambda: lobby_page(
        LobbyFrame(CODE, TITLE, 19, "4711"), NOW, asked=PREDICTED, hold=True
    ),
    "lobby-late": lambda: lobby_page(LobbyFrame(CODE, TITLE, 24, "4711", True, late=True), NOW),
    "lobby-looking-on": lambda: lobby_page(
        LobbyFrame(CODE, TITLE, 24, "4711", True, late=True, watching=True),
        NOW,
        looking=looked_at(group(2).at(2, Stage.RECKONING)),
    ),
    "lobby-late-in-play": lambda: lobby_page(
        LobbyFrame(CODE, TITLE, 24, "4711", late=True),
        NOW,
        looking=looked_at(group(2).at(2, Stage.RESPONSE).bots_move([A1]), open_groups=3),
    ),
    "lobby-late-dealt": lambda: lobby_page(
        LobbyFrame(CODE, TITLE, 24, "4711", late=True), NOW, looking=looked_at(group())
    ),
    "lobby-over": lambda: lobby_page(LobbyFrame(CODE, TITLE, 24, "4711", over=True), NOW),
    "removed": lambda: plain_page("removed"),
    "elsewhere": lambda: plain_page("elsewhere", title=TITLE),
    "ended": lambda: plain_page("ended", title=TITLE),
    "not-found": lambda: plain_page("not_found"),
    "malformed": lambda: plain_page("malformed"),
    "not-taken": lambda: plain_page("refused", sentence="This seat is Arven, not Belmar."),
    "broken": lambda: plain_page("broken", reference="10:42:07, 7f3a"),
}
SEATED: Mapping[str, Callable[[], Made]] = {
    "brief-ally": lambda: seen(group(), A2),
    "brief-asked": lambda: (seen(group(), A2), replace(FRAME, asked=UNSAID)),
    "brief-patron": lambda: seen(group(), PATRON),
    "belief-first-round": lambda: seen(at_dispatch(1), A2),
    "belief": lambda: seen(at_dispatch(), A2),
    "belief-new-government": lambda: seen(at_dispatch(4), A1),
    "belief-refused": lambda: (
        seen(at_dispatch(), A2),
        refusal(
            "state_belief",
            "The number must lie between 0 and 100. You typed 620.",
            "belief",
            belief="620",
        ),
    ),
    "belief-waiting": lambda: seen(at_dispatch().seat(A2, StateBelief(62)), A2),
    "read-patron": lambda: seen(at_dispatch(), PATRON),
    "read-new-government": lambda: seen(at_dispatch(4), PATRON),
    "talk-nothing-yet": lambda: seen(at_talk(), A2),
    "talk-ally": lambda: seen(talked(), A1),
    "talk-patron": lambda: seen(talked(), PATRON),
    "talk-patron-five-allies": lambda: seen(talked(at_talk(5)), PATRON),
    "talk-last-words": three_cables,
    "talk-refused": lambda: (
        seen(talked(), A1),
        refusal(
            "send_cable",
            "This is 32 letters too long; 280 is the most. Nothing is lost.",
            "text",
            to="P",
            text="A cable that is too long. " * 12,
        ),
    ),
    "talk-without-cables": without_cables,
    "commit-first-round": lambda: seen(group().at(1, Stage.COMMITMENT), PATRON),
    "commit": lambda: seen(at_commitment(), PATRON),
    "commit-five-allies": lambda: seen(group(5).at(2, Stage.COMMITMENT), PATRON),
    "commit-refused": lambda: (
        seen(group().at(3, Stage.COMMITMENT), PATRON),
        refusal(
            "commit_forces",
            "Units for Belmar must lie between 0 and 2. You typed 3.",
            "garrisons.A1",
            **DIVISION,
        ),
    ),
    "wait-for-the-patron": lambda: seen(at_commitment(), A1),
    "appraise": lambda: seen(at_response(), A2),
    "respond": lambda: seen(stated(), A2),
    "respond-refused": lambda: (
        seen(stated(), A2),
        refusal(
            "seal_response",
            "No move is chosen yet.",
            "move",
            stance="endorse",
            units="1",
            reason="It came twice.",
        ),
    ),
    "orders": lambda: seen(at_response(), PATRON),
    "orders-five-allies": lambda: seen(group(5).at(2, Stage.RESPONSE), PATRON),
    "wait-sealed": lambda: seen(sealed(), A2),
    "wait-refused": lambda: (
        seen(sealed(), A2),
        refusal("seal_response", "No move is chosen yet.", "move", stance="silent", units="2"),
    ),
    "wait-orders-sealed": lambda: seen(ordered(), PATRON),
    "wait-other-groups": lambda: seen(all_sealed(), A1),
    "wait-time-ran-out": lambda: seen(at_response().do(CloseStage("deadline")), A1),
    "crisis-defended": lambda: struck(own=True, defended=True),
    "crisis-alone": lambda: struck(own=True, defended=False),
    "crisis-partner": lambda: struck(own=True, defended=False, move=Move.SEEK_PARTNER),
    "crisis-bystander": lambda: struck(own=False, defended=False),
    "crisis-patron": lambda: seen(committed(at_dispatch(2, 5)).at(2, Stage.CRISIS), PATRON),
    "crisis-read": lambda: seen(all_sealed().at(3, Stage.CRISIS).seat(A1, DeclareReady()), A1),
    "reckoning": lambda: seen(all_sealed().at(3, Stage.RECKONING), A1),
    "reckoning-patron": lambda: seen(all_sealed().at(3, Stage.RECKONING), PATRON),
    "over": lambda: seen(all_sealed().to_the_end(), A1),
    "over-patron": lambda: seen(all_sealed().to_the_end(), PATRON),
    "over-stopped": lambda: seen(group().at(2, Stage.RESPONSE).do(EndGame("stopped")), A2),
    "paused": lambda: seen(at_dispatch().do(Pause()), A2),
    "covered": lambda: seen(at_dispatch().do(CoverSeat(A2, "maximiser", "timeouts")), A2),
    "mirrored-and-simulated": lambda: (
        seen(at_dispatch().do(TakeSeat(A2, ParticipantId("P99"))), A2),
        replace(FRAME, simulated=True),
    ),
    "late-form": lambda: (
        seen(at_commitment(), A1),
        refusal("send_cable", LATE, to="P", text=CABLE),
    ),
    "five-allies": lambda: seen(sealed(at_response(5), A3), A3),
    "long-names-appraise": lambda: seen(committed(at_talk(5, long_names())), A2),
    "long-names-commit": lambda: seen(group(5, long_names()).at(2, Stage.COMMITMENT), PATRON),
    "all-near": all_near,
    "hostile": hostile_talk,
    "hostile-reckoning": lambda: seen(group(2, hostile_words()).at(2, Stage.RECKONING), A2),
}


def names() -> list[str]:
    """All names, in the order in which a student meets them."""
    return [*AROUND, *SEATED]


@cache
def get(name: str) -> Screen:
    """One screen; the same object each time."""
    if name in AROUND:
        return Screen(name, AROUND[name]())
    made = SEATED[name]()
    view, extra = made if isinstance(made, tuple) else (made, None)
    frame = extra if isinstance(extra, SeatFrame) else FRAME
    refused = extra if isinstance(extra, RefusedForm) else None
    return Screen(name, seat_page(view, frame, NOW + 5000, NONCE, refused), view, frame)


def every() -> Iterator[Screen]:
    """All of them."""
    return (get(name) for name in names())
