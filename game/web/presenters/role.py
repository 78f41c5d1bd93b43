"""Who one is: the role card with its numbers, the patron's private cards, one's points so far."""

from dataclasses import dataclass

from game.core.scenario import Source
from game.core.views.own import SeatView
from game.core.views.shapes import ActorView
from game.core.vocabulary import PATRON, Distance, SeatId
from game.web.presenters.reckoning import Line, lines
from game.web.wording import patron as cards
from game.web.wording import rules
from game.web.wording.figures import points, signed
from game.web.wording.words import DISTANCES, POSTURES, TIDES


@dataclass(frozen=True, slots=True)
class Account:
    """One's own points of a round."""

    number: int
    lines: tuple[Line, ...]
    total: str


@dataclass(frozen=True, slots=True)
class Role:
    """The role card. `type_card` is the patron's alone."""

    name: str
    distance: Distance | None
    place: str
    tie: str
    text: str
    wants: tuple[str, ...]
    rules: tuple[str, ...]
    secret: str
    type_card: tuple[str, str]
    unknown: str
    sources: tuple[Source, ...]
    table: tuple[ActorView, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the patron reads before anybody speaks: its card, the war in points, the order."""

    type_card: tuple[str, str]
    war: tuple[tuple[str, str, str], ...]
    news: str
    order: tuple[str, str]
    penalty: str
    secret: str


def role(view: SeatView) -> Role:
    """The card of this seat; within a game it changes with the government alone."""
    brief, public, part = view.brief, view.public, view.patron
    patron = public.patron.name
    told = (
        rules.patron_rules(view.stakes, part.stand_value, part.pool)
        if part
        else rules.ally_rules(view.stakes, patron)
    )
    return Role(
        name=brief.name,
        distance=brief.distance,
        place=DISTANCES[brief.distance] if brief.distance else "",
        tie=f"ally of {patron}" if view.seat != PATRON else "the patron",
        text=brief.text,
        wants=brief.wants,
        rules=told,
        secret=brief.secret,
        type_card=cards.type_card(part.private_type, part.stake) if part else ("", ""),
        unknown=cards.TOLD if view.ally else "",
        sources=brief.sources,
        table=public.table,
    )


def reading(view: SeatView) -> Reading | None:
    """The patron's private cards of the round."""
    part, news = view.patron, view.public.news
    if part is None or news is None:
        return None
    return Reading(
        type_card=cards.type_card(part.private_type, part.stake),
        war=tuple(
            (item.posture.value, POSTURES[item.posture], signed(item.war)) for item in part.offers
        ),
        news=TIDES[news.tide],
        order=cards.order_card(part.card, part.card_bonus),
        penalty=cards.NO_PENALTY,
        secret=cards.SECRET,
    )


@dataclass(frozen=True, slots=True)
class MySeat:
    """Who one is, what one has, how the game goes."""

    seat: SeatId
    card: Role
    standing: str
    accounts: tuple[Account, ...]
    stages: tuple[tuple[str, str], ...]
    forecast: tuple[str, ...]


def my_seat(view: SeatView) -> MySeat:
    """The part of the page."""
    public = view.public
    return MySeat(
        seat=view.seat,
        card=role(view),
        standing=f"You have {points(view.points)}." if view.accounts else "No points yet.",
        accounts=tuple(
            Account(own.number, lines(view, own), signed(own.points))
            for own in reversed(view.accounts)
        ),
        stages=rules.stages(public.talk),
        forecast=rules.forecast(view.stakes, public.patron.name) if view.ally else (),
    )
