"""Requests and pledges in words: on the list one picks from, in a cable, and judged."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.analysis.wording.pledges import OBJECTS as OBJECTS
from game.analysis.wording.pledges import OUTCOMES as OUTCOMES
from game.analysis.wording.pledges import asked_for, verb
from game.core.pledges import Asked, Code, Condition
from game.core.views.shapes import Pledge, PublicView
from game.core.vocabulary import PATRON, SeatId


@dataclass(frozen=True, slots=True)
class Option:
    """A line of the list one picks from; `needs` names the one extra field it uses."""

    code: str
    text: str
    request: bool
    needs: str


def phrase(public: PublicView, pledge: Pledge) -> str:
    """`Asks Arven for 2 units in the Straits.`: under the maker's name."""
    present = verb(Code(pledge.code))[1]
    return f"{present.capitalize()} {_object(public, pledge)}."


def sentence(public: PublicView, pledge: Pledge, reader: SeatId | None = None) -> str:
    """`You promised 2 units in Arven this round.` or `Meridia promised …`."""
    maker = "You" if pledge.seat == reader else public.name_of(pledge.seat)
    return f"{maker} {verb(Code(pledge.code))[2]} {_object(public, pledge)}."


def _object(public: PublicView, pledge: Pledge) -> str:
    ally = pledge.to if pledge.seat == PATRON else pledge.seat
    actor = next(item for item in public.allies if item.seat == ally)
    names = {
        "ally": actor.name,
        "home": actor.home,
        "patron": public.patron.name,
        "theatre": public.theatre,
    }
    condition = Condition(pledge.condition) if pledge.condition else None
    asked = Asked(Code(pledge.code), pledge.units, pledge.round, condition)
    return asked_for(asked, names)


def option(code: Code, names: Mapping[str, str], needs: str) -> Option:
    """The line of the list: `Promise units for the Straits this round`."""
    filled = OBJECTS[code].format(**names, units="units", round="…", condition="in some case")
    said = filled.replace(" in some case", ", if …")
    return Option(code.value, f"{verb(code)[0]} {said}", code.is_request, needs)
