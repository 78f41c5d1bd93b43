"""The end of a game: one's own result, the forecast opened, the sealed orders opened."""

from dataclasses import dataclass

from game.core.views.own import AllyPart, SeatView
from game.web.presenters.forms import Posting
from game.web.presenters.maps import MapShown, now_shown
from game.web.presenters.screen import Screen
from game.web.wording import accounts
from game.web.wording.figures import capital, of, plain, points, signed


@dataclass(frozen=True, slots=True)
class Opened:
    """A sealed order, opened: what was believed, and what it said."""

    round: int
    said: str
    order: str


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One round of one's own, in points and against par."""

    number: int
    points: str
    par: str


@dataclass(frozen=True, slots=True)
class Over:
    """The end: own result, the forecast opened, the orders opened round by round."""

    heading: str
    why: str
    against: str
    forecast: tuple[str, ...]
    orders: tuple[Opened, ...]
    rounds: tuple[RoundLine, ...]
    patron: str
    par: str
    map: MapShown


def over(view: SeatView, _: Posting) -> Screen:
    """The screen when all is played."""
    par = sum(item.par for item in view.accounts)
    if view.forecast:
        set_aside = next(a.par for a in view.accounts if a.number == view.forecast.round)
        par += view.forecast.par - set_aside
    patron = view.public.patron.name
    shown = Over(
        heading=f"You end at {points(view.points)}",
        why=accounts.end(view.public.end_reason),
        against=_against(view.points - par),
        forecast=_forecast(view, patron),
        orders=_orders(view.ally) if view.ally else (),
        rounds=tuple(
            RoundLine(a.number, plain(a.points), signed(a.points - a.par)) for a in view.accounts
        ),
        patron=patron,
        par=accounts.PAR_ALLY if view.ally else accounts.PAR_PATRON,
        map=now_shown(view.public, "phone", "m"),
    )
    return Screen("over", shown)


def _against(by: float) -> str:
    if abs(by) < 0.05:
        return "That is exactly par."
    return f"That is {plain(abs(by))} {'above' if by > 0 else 'below'} par."


def _forecast(view: SeatView, patron: str) -> tuple[str, ...]:
    """The drawn round, in sentences."""
    paid = view.forecast
    if paid is None:
        return ()
    when = f"before {patron} moved" if paid.before else f"after {patron} moved"
    stated = (
        f"you said {paid.report}" if paid.report is not None else "you said nothing (taken as 50)"
    )
    order = "it would have come" if paid.outcome else "it would not have come"
    verb = "is" if paid.set_aside == 1 else "are"
    return (
        f"Round {paid.round} was drawn: {when}, {stated}.",
        f"{capital(of(patron))} sealed order is opened: {order}.",
        f"The forecast wins {points(paid.points)}. The {points(paid.set_aside)} of your moves in "
        f"that round {verb} set aside.",
    )


def _orders(part: AllyPart) -> tuple[Opened, ...]:
    """The patron's orders for this ally beside what the ally had said."""
    stated = {item.round: item for item in part.beliefs}
    return tuple(
        Opened(
            number,
            "nothing"
            if number not in stated or stated[number].after is None
            else str(stated[number].after),
            "come" if come else "do not come",
        )
        for number, come in part.orders
    )
