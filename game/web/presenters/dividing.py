"""Commitment: the patron's posture and the division of its pool, public as soon as it confirms."""

from dataclasses import dataclass

from game.core.pledges import Code
from game.core.views.own import PatronPart, PostureOffer, SeatView
from game.core.views.shapes import Place
from game.core.vocabulary import Card, Posture
from game.web.presenters.forms import Form, Posting, form
from game.web.presenters.maps import MapShown, to_divide
from game.web.presenters.screen import Screen
from game.web.presenters.writing import Said, due, said
from game.web.wording.figures import capital, signed
from game.web.wording.patron import order_card
from game.web.wording.words import POSTURES

ABOUT_POSTURE = (
    *(Code.PROMISE_RESTRAINT, Code.PROMISE_FIRMNESS, Code.ANNOUNCE_DRAWDOWN),
    *(Code.PROMISE_CONSULT, Code.ASK_CONSULT, Code.ASK_RESTRAINT, Code.ASK_FIRMNESS),
)
ABOUT_GARRISON = (Code.PROMISE_GARRISON, Code.ASK_GARRISON)


@dataclass(frozen=True, slots=True)
class OfferShown:
    """A posture to choose: its band, and what it earns."""

    posture: Posture
    name: str
    band: str
    earns: str
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Row:
    """A place of the division: the number of units, the places drawn, what was said of it."""

    field: str
    name: str
    home: str
    value: int
    most: int
    promised: int
    short: str  # said when less than promised is left, with {n} for the number
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Dividing:
    """The screen."""

    form: Form
    order: tuple[str, str]
    theatre: str
    offers: tuple[OfferShown, ...]
    pool: int
    war: Row
    rows: tuple[Row, ...]
    reserve: int
    said: tuple[Said, ...]
    map: MapShown


def commit(view: SeatView, posting: Posting) -> Screen:
    """The screen of the commitment stage, for the patron."""
    part, forces = view.patron, view.public.forces
    if part is None:
        raise ValueError("only the patron divides forces")
    fields = ("theatre", *(f"garrisons.{place.seat}" for place in forces.places[1:]))
    asked = form(view, posting, "commit_forces", "commit", shows=fields)
    war = Row("theatre", capital(forces.theatre), "", forces.at_war, _most(part), 0, "", ())
    shown = Dividing(
        form=asked,
        order=order_card(part.card, part.card_bonus),
        theatre=forces.theatre,
        offers=tuple(_offer(item, part.card) for item in part.offers),
        pool=part.pool,
        war=war,
        rows=tuple(_row(view, part, place) for place in forces.places[1:]),
        reserve=part.pool - forces.at_war - sum(place.here for place in forces.places[1:]),
        said=said(view, due(view, *ABOUT_POSTURE)),
        map=to_divide(view.public, "phone", "m"),
    )
    return Screen("commit", shown, (asked,))


def _most(part: PatronPart) -> int:
    return max(offer.most for offer in part.offers)


def _offer(item: PostureOffer, card: Card) -> OfferShown:
    earns = f"War {signed(item.war)}"
    if card is not Card.NONE:
        earns += f", card {signed(item.card)}"
    return OfferShown(
        item.posture, POSTURES[item.posture], band(item), earns, item.least, item.most
    )


def band(item: PostureOffer) -> str:
    """`5 or 6 units`, `2 to 4 units`."""
    if item.least == item.most:
        return f"{item.least} unit{'' if item.least == 1 else 's'}"
    word = "or" if item.most - item.least == 1 else "to"
    return f"{item.least} {word} {item.most} units"


def _row(view: SeatView, part: PatronPart, place: Place) -> Row:
    pledges = due(view, *ABOUT_GARRISON, ally=place.seat)
    mine = [item.units for item in pledges if item.code == Code.PROMISE_GARRISON]
    promised = max(mine, default=0)
    short = f"You promised more: you leave {{n}}. {place.name} will see it."
    return Row(
        field=f"garrisons.{place.seat}",
        name=place.name,
        home=place.home,
        value=place.here,
        most=part.garrison_max,
        promised=promised,
        short=short if promised else "",
        said=said(view, pledges),
    )
