"""The patron's standing orders: for every ally, come or do not come if it is attacked."""

from dataclasses import dataclass

from game.core.pledges import Code
from game.core.views.own import Defence, SeatView
from game.web.presenters.forms import Form, Posting, form
from game.web.presenters.screen import Screen
from game.web.presenters.writing import Said, due, said
from game.web.wording.figures import plain

ABOUT_COMING = (Code.PROMISE_TO_COME, Code.ASK_TO_COME)


@dataclass(frozen=True, slots=True)
class OrderShown:
    """An ally, what coming to it costs and what staying away costs; the order if sealed."""

    field: str
    name: str
    cost: str
    stake: str
    come: bool | None
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Ordering:
    """The patron's screen."""

    form: Form
    orders: tuple[OrderShown, ...]
    again: bool


def orders(view: SeatView, posting: Posting) -> Screen:
    """The screen of the response stage, for the patron."""
    shown = ordering(view, posting)
    return Screen("orders", shown, (shown.form,))


def ordering(view: SeatView, posting: Posting, again: bool = False) -> Ordering:
    """The standing orders, empty or as they were sealed."""
    if view.patron is None:
        raise ValueError("only the patron gives orders")
    asked = form(view, posting, "seal_orders", "orders-again" if again else "orders")
    return Ordering(
        asked, tuple(_order(view, asked, item, again) for item in view.patron.defences), again
    )


def _order(view: SeatView, asked: Form, item: Defence, again: bool) -> OrderShown:
    field = f"orders.{item.seat}"
    come = item.come if again else None
    if asked.typed:
        come = {"true": True, "false": False}.get(asked.value(field))
    lines = said(view, due(view, *ABOUT_COMING, ally=item.seat))
    return OrderShown(field, item.name, plain(item.cost), plain(item.stake), come, lines)
