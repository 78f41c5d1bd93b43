"""Who held a seat and who moved for it, in sentences. Nobody is named."""

from game.analysis.chronicle.entry import Entry, Kind
from game.analysis.chronicle.scene import Scene
from game.analysis.wording.figures import listed
from game.analysis.wording.words import DISTANCES, PATRONS
from game.core.disclosure import learners
from game.core.events import (
    GroupOpened,
    SeatCovered,
    SeatHandedBack,
    SeatLeft,
    SeatOpened,
    SeatTaken,
)
from game.core.vocabulary import PATRON, SeatId

WHY_COVERED = {
    "timeouts": "Twice in a row it had not moved.",
    "instructor": "The instructor asked for it.",
    "left": "Nobody held the seat any more.",
}


def group_opened(scene: Scene, event: GroupOpened) -> Entry:
    """Which countries are at the table, and which of the allies are bots."""
    allies = scene.after.allies
    text = f"{listed(scene.names(allies))} sat down with {scene.patron}, the patron."
    bots = [item.seat for item in event.seats if item.bot and item.seat != PATRON]
    if bots:
        text += f" Bots moved for {listed(scene.names(bots))}."
    patron_bot = any(item.bot for item in event.seats if item.seat == PATRON)
    who = "a bot" if patron_bot else PATRONS[event.patron_kind]
    aside = f"The patron was played by {who}."
    return scene.entry(Kind.SEATS, text, *event_seats(event), aside=aside)


def event_seats(event: GroupOpened) -> tuple[SeatId, ...]:
    """All seats dealt."""
    return tuple(setup.seat for setup in event.seats)


def taken(scene: Scene, event: SeatTaken) -> Entry:
    """A student came to a seat."""
    name, held = scene.name(event.seat), scene.after.seats[event.seat]
    bot = event.seat != PATRON and scene.before.seats[event.seat].bot is not None
    text = f"a student took the seat of {name}."
    if bot:
        text = f"a student took the seat of {name} from a bot."
    elif len(held.holders) > 1:
        text = f"another student joined in the seat of {name}."
    return scene.entry(Kind.SEATS, text, event.seat, known=_known(scene))


def left(scene: Scene, event: SeatLeft) -> Entry:
    """A student gave a seat up."""
    text = f"a student left the seat of {scene.name(event.seat)}."
    return scene.entry(Kind.SEATS, text, event.seat, known=_known(scene))


def covered(scene: Scene, event: SeatCovered) -> Entry:
    """A bot for the time being."""
    text = f"from now on a bot moved for {scene.name(event.seat)}."
    aside = WHY_COVERED.get(event.reason, "")
    return scene.entry(Kind.SEATS, text, event.seat, known=_known(scene), aside=aside)


def handed_back(scene: Scene, event: SeatHandedBack) -> Entry:
    """The student is back."""
    text = f"the bot gave the seat of {scene.name(event.seat)} back to its student."
    return scene.entry(Kind.SEATS, text, event.seat, known=_known(scene))


def opened(scene: Scene, event: SeatOpened) -> Entry:
    """A late seat."""
    where = DISTANCES[event.distance]
    text = f"{scene.name(event.seat)}, {where}, joined the allies."
    return scene.entry(Kind.SEATS, text, event.seat)


def _known(scene: Scene) -> tuple[SeatId, ...] | None:
    public, seats = learners(scene.before, scene.event)
    return None if public else seats
