"""What the patron alone reads: its type card, its order card (rules 5)."""

from collections.abc import Mapping

from game.core.vocabulary import Card, PrivateType
from game.web.wording.figures import plain

HIGH = "Backing down anywhere would hurt you."
LOW = "Backing down would do you little harm."
CORE = "Your allies’ regions matter most to you."
PERIPHERY = "The distant region matters most to you."

TYPES: Mapping[PrivateType, tuple[str, str]] = {
    PrivateType.HIGH_CORE: (HIGH, CORE),
    PrivateType.HIGH_PERIPHERY: (HIGH, PERIPHERY),
    PrivateType.LOW_CORE: (LOW, CORE),
    PrivateType.LOW_PERIPHERY: (LOW, PERIPHERY),
}
ORDERS: Mapping[Card, tuple[str, str]] = {  # same length, same tone
    Card.TOUGH: (
        "The public wants firmness in the distant war.",
        "Escalate this round and you gain {bonus}.",
    ),
    Card.RESTRAINT: (
        "The public wants restraint in the distant war.",
        "Hold or draw down this round and you gain {bonus}.",
    ),
    Card.NONE: ("", ""),
}
NO_PENALTY = "Nothing happens if you do not."
SECRET = "The allies never see it."
TOLD = (  # what allies are told of their patron, and no more
    "Patrons differ. Some nearly always come, some hardly ever, most are in between. Some are "
    "played by the computer, some by students under private pressure at home; you do not know "
    "which."
)


def type_card(private_type: PrivateType, stake: float) -> tuple[str, str]:
    """The two facts of the type, and what they come to."""
    first, second = TYPES[private_type]
    cost = f"Not coming to an ally that is attacked costs you {plain(stake)}."
    return f"{first} {second}", cost


def order_card(card: Card, bonus: float) -> tuple[str, str]:
    """What the public wants, and what obeying earns; empty without a card."""
    wish, gain = ORDERS[card]
    return wish, gain.format(bonus=plain(bonus))
