"""Requests and pledges in sentences: when they were made, and what became of them."""

from game.analysis.chronicle.entry import Entry, Kind
from game.analysis.chronicle.scene import Scene
from game.analysis.wording.pledges import OUTCOMES, asked_for, verb
from game.core.pledges import Asked, Judged
from game.core.vocabulary import PATRON, SeatId

IN_ORDER = {
    "kept_in_order": "The sealed order was to come.",
    "broken_in_order": "The sealed order was not to come.",
}


def put(scene: Scene, seat: SeatId, to: SeatId, asked: Asked, had: str = "") -> str:
    """`Meridia promised 2 units in Arven this round`."""
    ally = to if seat == PATRON else seat
    names = {
        "ally": scene.name(ally),
        "home": scene.home(ally),
        "patron": scene.patron,
        "theatre": scene.theatre,
    }
    return f"{scene.name(seat)} {had}{verb(asked.code)[2]} {asked_for(asked, names)}"


def judged(scene: Scene, item: Judged) -> Entry:
    """What became of one that fell due."""
    made = item.proposal
    pair = (made.seat, made.to)
    when = "" if made.made == scene.after.round.number else f"in round {made.made} "
    text = f"{when}{put(scene, *pair, made.asked, had='had ')}: {OUTCOMES[item.label]}."
    return scene.entry(
        Kind.PLEDGE,
        text,
        *pair,
        known=None if made.public else pair,
        aside=IN_ORDER.get(item.in_order, ""),
        marks=(item.label,),
    )
