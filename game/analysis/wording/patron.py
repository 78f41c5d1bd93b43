"""What the patron's private cards say: its type and its order card (rules 5)."""

from collections.abc import Mapping

from game.analysis.wording.figures import plain
from game.core.vocabulary import Card, PrivateType

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


def order_card(card: Card, bonus: float) -> tuple[str, str]:
    """What the public wants, and what obeying earns; empty without a card."""
    wish, gain = ORDERS[card]
    return wish, gain.format(bonus=plain(bonus))
