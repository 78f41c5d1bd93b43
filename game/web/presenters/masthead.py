"""The masthead: who, where in the game, how long; and the tabs below."""

from dataclasses import dataclass

from game.core.views.own import SeatView
from game.core.vocabulary import PATRON, Stage
from game.web.wording.words import STAGES


@dataclass(frozen=True, slots=True)
class Masthead:
    """`rail` has a word for each stage: done, now or nothing. `left` stands while paused."""

    name: str
    role: str
    round: str
    stage: str
    place: str
    rail: tuple[str, ...]
    deadline: int | None
    left: int | None
    open: bool  # a stage is


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the four parts."""

    part: str
    text: str


def masthead(view: SeatView) -> Masthead:
    """The masthead of a seat."""
    public = view.public
    stages = [stage for stage in Stage if public.talk or stage is not Stage.CONSULTATION]
    at = stages.index(public.stage) if public.stage in stages else -1
    return Masthead(
        name=view.brief.name,
        role="the patron" if view.seat == PATRON else f"seat {view.seat}",
        round=_round(view),
        stage=STAGES[public.stage] if public.stage and not public.over else "",
        place=f"stage {at + 1} of {len(stages)}",
        rail=tuple(_mark(i, at, public.over) for i in range(len(stages))),
        deadline=public.deadline if public.open and not public.paused else None,
        left=public.left_ms,
        open=public.open and not public.over,
    )


def _round(view: SeatView) -> str:
    if view.public.over:
        return "The game is over"
    return f"Round {view.public.round}" if view.public.round else "Before round 1"


def _mark(number: int, at: int, over: bool) -> str:
    if over or number < at:
        return "done"
    return "now" if number == at else ""


def tabs(view: SeatView) -> tuple[Tab, ...]:
    """Now, what was written, what happened, who one is."""
    public = view.public
    count = sum(m.round == public.round and m.seat != view.seat for m in view.messages)
    letters = "Cables" if public.cables else "Words"
    talk = (Tab("cables", f"{letters} ({count})" if count else letters),) if public.talk else ()
    return (Tab("now", "Now"), *talk, Tab("record", "Record"), Tab("seat", "My seat"))


def clock(now_ms: int, deadline: int | None, left: int | None) -> str:
    """`1:35`, for pages without scripts; empty where no clock runs."""
    if left is None and deadline is None:
        return ""
    ms = left if left is not None else max(0, (deadline or 0) - now_ms)
    seconds = -(-ms // 1000)
    return f"{seconds // 60}:{seconds % 60:02}"
