"""The map of forces with what stands around it: a sentence, a key, a table that says the same."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from game.core.views.shapes import Forces, Place, PublicView
from game.core.vocabulary import SeatId
from game.web.charts.forces import forces_map
from game.web.wording.figures import capital, listed, of, spelt


@dataclass(frozen=True, slots=True)
class MapRow:
    """A line of the table: units of the patron there at the outset and now, and what it sent."""

    name: str
    home: str
    start: int
    here: int
    own: int
    sent: int


@dataclass(frozen=True, slots=True)
class MapShown:
    """A map and its words."""

    svg: Markup
    caption: str
    theatre: str
    at_war: int
    pool: int
    rows: tuple[MapRow, ...]
    heading: str


def map_shown(forces: Forces, size: str, prefix: str, present: int = 0) -> MapShown:
    """The map at a size; `prefix` keeps its ids apart from those of another map on the page.
    In a later round than the one it shows (`present`) its sentence says so."""
    told = caption(forces)
    if forces.round and present > forces.round:
        told = f"After round {forces.round}: {told[:1].lower()}{told[1:]}"
    heading = f"Forces in round {forces.round}" if forces.round else "Forces at the outset"
    return MapShown(
        svg=forces_map(forces, size, prefix, f"Map. {heading}", f"{told} {_sent(forces)}".strip()),
        caption=told,
        theatre=forces.theatre,
        at_war=forces.at_war,
        pool=forces.pool,
        rows=tuple(_row(place) for place in forces.places),
        heading=heading,
    )


def caption(forces: Forces) -> str:
    """The map in one breath."""
    patron, *allies = forces.places
    with_allies = listed([f"{_some(place.here)} in {place.home}" for place in allies])
    if not forces.round:
        return (
            f"Before its first move the {spelt(forces.pool)} units that {patron.name} can move are "
            f"in their places: {_some(patron.here)} at home; with the allies, {with_allies}."
        )
    count = forces.at_war
    first = f"{capital(spelt(count)) if count else 'None'} of {of(patron.name)}"
    first += f" {spelt(forces.pool)} units {'are' if count > 1 else 'is'} in {forces.theatre}"
    reserve = f"{_some(patron.here)} {'are' if patron.here != 1 else 'is'} in reserve at home"
    return f"{first}; {reserve}. With the allies: {with_allies}."


def _some(count: int) -> str:
    return spelt(count) if count else "none"


def _sent(forces: Forces) -> str:
    sent = [f"{place.name} sent {spelt(place.sent)}" for place in forces.places if place.sent]
    attacked = [place.name for place in forces.places if place.attacked]
    said = f"{listed(sent)} of its own. " if len(sent) == 1 else ""
    said = f"Of their own, {listed(sent)}. " if len(sent) > 1 else said
    return said + (f"Attacked at home: {listed(attacked)}." if attacked else "")


def _row(place: Place) -> MapRow:
    return MapRow(place.name, place.home, place.start, place.here, place.own, place.sent)


def now_shown(public: PublicView, size: str, prefix: str) -> MapShown:
    """The map as it stands."""
    return map_shown(public.forces, size, prefix, public.round)


def to_divide(public: PublicView, size: str, prefix: str) -> MapShown:
    """The map before the patron moves anything: last round's units, and nothing of its crisis."""
    here = {place.seat: place.here for place in public.forces.places[1:]}
    still = divided(public, public.forces.at_war, here)
    return map_shown(still or public.forces, size, prefix, public.round)


def divided(public: PublicView, theatre: int, garrisons: Mapping[SeatId, int]) -> Forces | None:
    """The map as it would be; None if the units do not go round."""
    forces = public.forces
    reserve = forces.pool - theatre - sum(garrisons.get(p.seat, 0) for p in forces.places[1:])
    if reserve < 0 or theatre < 0 or any(units < 0 for units in garrisons.values()):
        return None
    patron, *allies = forces.places
    places = (
        replace(patron, here=reserve),
        *(replace(p, here=garrisons.get(p.seat, 0), sent=0, attacked=False) for p in allies),
    )
    return replace(forces, round=public.round, at_war=theatre, places=places)
