"""What a seat alone knew: its cards, what moves were worth, what it had sealed, its forecast."""

from collections.abc import Iterator

from game.cli.told.layout import table
from game.core.views.own import SeatView
from game.web.wording.figures import plain, signed, units
from game.web.wording.patron import order_card, type_card
from game.web.wording.words import POSTURES, STANCE_DONE


def private_cards(view: SeatView) -> Iterator[str]:
    """The secret of the country, and the patron's type and order card."""
    if view.brief.secret:
        yield view.brief.secret
    part = view.patron
    if part is None:
        return
    yield " ".join(type_card(part.private_type, part.stake))
    wish, gain = order_card(part.card, part.card_bonus)
    if wish:
        yield f"{wish} {gain}"


def offers(view: SeatView) -> str:
    """What its moves were worth, in points."""
    ally, part = view.ally, view.patron
    if ally:
        head = ("move", "not attacked", "attacked, patron comes", "attacked, alone")
        rows = [
            (item.label, signed(item.calm), signed(item.defended), signed(item.alone))
            for item in ally.choices
        ]
        return table(head, rows)
    if part is None or not part.offers:
        return ""
    postures = table(
        ("posture", "units", "war", "card"),
        [
            (
                POSTURES[item.posture],
                f"{item.least}-{item.most}",
                signed(item.war),
                signed(item.card),
            )
            for item in part.offers
        ],
    )
    if not part.defences:
        return postures
    costs = [
        (item.name, plain(item.cost), plain(item.stake), _ordered(item.come))
        for item in part.defences
    ]
    return f"{postures}\n\n{table(('ally', 'to come costs', 'to stay away', 'order'), costs)}"


def _ordered(come: bool | None) -> str:
    return {None: "not sealed", True: "come", False: "do not come"}[come]


def sealed(view: SeatView) -> Iterator[str]:
    """Its own response of the round."""
    response = view.ally.response if view.ally else None
    if response is None:
        return
    sent = units(response.units) if response.units else "no units"
    yield f"Sealed: {response.label}; {STANCE_DONE[response.stance]}; {sent}."
    if response.voice:
        yield "It asked for more forces at home."
    if response.reason:
        yield f"Its reason: “{response.reason}”"


def forecast(view: SeatView) -> Iterator[str]:
    """The round that paid its forecast, opened at the end; and what the patron had ordered."""
    paid = view.forecast
    if paid:
        when = "before" if paid.before else "after"
        report = "nothing" if paid.report is None else str(paid.report)
        would = "would" if paid.outcome else "would not"
        yield (
            f"Paid for its forecast of round {paid.round} ({when} the posture it had said "
            f"{report}; the patron {would} have come): {signed(paid.points)} in place of "
            f"{signed(paid.set_aside)}."
        )
    for number, come in view.ally.orders if view.ally else ():
        yield f"Round {number}: the patron’s order was {'to come' if come else 'not to come'}."
