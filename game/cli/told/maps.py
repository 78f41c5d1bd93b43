"""The map of forces as a table."""

from game.cli.told.layout import paragraph, table
from game.core.views.shapes import Forces
from game.core.vocabulary import PATRON
from game.web.wording.figures import capital, units


def forces_table(forces: Forces) -> str:
    """Where the patron's units are, and what the allies sent."""
    patron = forces.places[0]
    said = f"{capital(forces.theatre)}: {forces.at_war} of {patron.name}’s {units(forces.pool)}."
    sent = [f"{place.name} sent {units(place.sent)}." for place in forces.places if place.sent]
    head = ("", f"{patron.name}’s units", "at the outset", "attacked")
    rows = [
        (
            place.home if place.seat != PATRON else f"{place.home}, in reserve",
            place.here,
            place.start,
            "yes" if place.attacked else "",
        )
        for place in forces.places
    ]
    when = f"Round {forces.round}." if forces.round else "At the outset."
    return "\n".join((paragraph(" ".join((when, said, *sent))), table(head, rows)))
