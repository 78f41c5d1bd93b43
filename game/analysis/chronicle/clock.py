"""Stages and the clock in sentences, and the news that a round begins with."""

from collections.abc import Iterator

from game.analysis.chronicle.entry import Entry, Kind
from game.analysis.chronicle.scene import Scene
from game.analysis.wording.figures import listed, plain, some
from game.analysis.wording.patron import TYPES, order_card
from game.core.events import (
    ClockShifted,
    ClosingUndone,
    ExtraTimeGiven,
    ReadyDeclared,
    StageClosed,
    StageExtended,
    StageOpened,
)
from game.core.settle import PLACE
from game.core.state import GroupState
from game.core.views.public import new_government, news
from game.core.views.seat import intelligence
from game.core.vocabulary import PATRON, Stage

CLOSED = {
    "all_moved": "closed: nothing more was awaited",
    "deadline": "closed: its time had run out",
    "instructor": "was closed by the instructor",
}


def stage_name(stage: Stage | None) -> str:
    """`The stage of response`."""
    return f"the stage of {stage.value}" if stage else "the stage"


def opened(scene: Scene, event: StageOpened) -> Iterator[Entry]:
    """The stage, and what could be read from now on."""
    if event.stage is Stage.DISPATCH:
        yield from _dispatch(scene)
        return
    yield scene.entry(Kind.CLOCK, f"{stage_name(event.stage)} opened.")
    if event.stage is Stage.RESPONSE:
        yield _costs(scene)


def _dispatch(scene: Scene) -> Iterator[Entry]:
    state, item = scene.after, news(scene.after)
    if item is None:
        return
    number = state.round.number
    taken = " A new government took office." if item.new_government else ""
    headline = item.headline.rstrip(".")
    text = f"Round {number} began. {item.dateline}: {headline}. {item.tide_text}{taken}"
    yield scene.entry(Kind.NEWS, text, marks=(item.tide,))
    for seat in state.seats:
        line = intelligence(state, seat)
        if line:
            told = f"{scene.name(seat)} read in private:"
            yield scene.entry(Kind.NEWS, told, seat, known=(seat,), quote=line)
    yield from _cards(scene, state)


def _cards(scene: Scene, state: GroupState) -> Iterator[Entry]:
    """What the patron alone was dealt: its type at the start of a term, an order card."""
    number = state.round.number
    if number == 1 or new_government(state, number):
        lines = TYPES[state.patron_type(number)]
        yield scene.entry(
            Kind.NEWS,
            f"{scene.patron} was told in private:",
            PATRON,
            known=(PATRON,),
            quote=" ".join(lines),
        )
    card = state.opened.nature.cards[number - 1]
    wish, gain = order_card(card, state.numbers.card_bonus)
    if wish:
        told = f"{scene.patron} drew an order card:"
        yield scene.entry(Kind.NEWS, told, PATRON, known=(PATRON,), quote=f"{wish} {gain}")


def _costs(scene: Scene) -> Entry:
    """What coming would cost the patron, which it alone could read."""
    state = scene.after
    row = state.opened.nature.common.costs[state.round.number - 1]
    costs = [f"{plain(row[PLACE[seat]])} for {scene.name(seat)}" for seat in state.allies]
    stake = plain(state.numbers.stake(state.patron_type(state.round.number)))
    text = (
        f"{scene.patron} read what coming would cost it in points: {listed(costs)}. Not to come "
        f"would cost it {stake} each time."
    )
    return scene.entry(Kind.ORDERS, text, PATRON, known=(PATRON,))


def closed(scene: Scene, event: StageClosed) -> Entry:
    """How the stage ended, and who had not moved."""
    how = CLOSED.get(event.reason, CLOSED["deadline"])
    late = listed(scene.names(event.missed))
    missed = f"{late} had not moved." if late else ""
    text = f"{stage_name(scene.after.stage)} {how}."
    return scene.entry(Kind.CLOCK, text, *event.missed, aside=missed)


def extended(scene: Scene, event: StageExtended) -> Entry:
    """More time for all."""
    more = some(event.seconds, "more second")
    return scene.entry(Kind.CLOCK, f"The instructor gave {more}.")


def shifted(scene: Scene, event: ClockShifted) -> Entry:
    """The server was away."""
    lost = some(round(event.by_ms / 1000), "second")
    return scene.entry(Kind.CLOCK, f"The server had stopped for {lost}, which did not count.")


def opening_undone(scene: Scene) -> Entry:
    """A stage that should not have opened yet."""
    back = stage_name(scene.before.stage)
    text = f"{back} was taken back: the one before it had been closed too early."
    return scene.entry(Kind.CLOCK, text)


def closing_undone(scene: Scene, event: ClosingUndone) -> Entry:
    """A stage that is open again."""
    void = listed(scene.names(event.void))
    aside = f"What the rules had played for {void} was void." if void else ""
    text = f"{stage_name(scene.after.stage)} was open again."
    return scene.entry(Kind.CLOCK, text, *event.void, aside=aside)


def ready(scene: Scene, event: ReadyDeclared) -> Entry:
    """No more to say or to read."""
    return scene.entry(Kind.CLOCK, f"{scene.name(event.seat)} was ready to go on.", event.seat)


def extra_time(scene: Scene, event: ExtraTimeGiven) -> Entry:
    """A clock of its own."""
    name, seat = scene.name(event.seat), event.seat
    text = f"{name} was given {event.percent}% more time than the others."
    if not event.percent:
        text = f"{name} had the same time as the others again."
    return scene.entry(Kind.CLOCK, text, seat, known=(seat,))
