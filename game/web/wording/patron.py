"""What the patron alone reads: its type card, its order card (rules 5)."""

from game.analysis.wording.patron import ORDERS as ORDERS
from game.analysis.wording.patron import TYPES as TYPES
from game.analysis.wording.patron import order_card as order_card
from game.core.vocabulary import PrivateType
from game.web.wording.figures import plain

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
