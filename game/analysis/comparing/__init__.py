"""Two groups, two seats, or a seat and its country’s record: side by side, round by round."""

from game.analysis.comparing.cells import Cell, Fact, Side
from game.analysis.comparing.groups import group_side
from game.analysis.comparing.recorded import record_side
from game.analysis.comparing.seats import seat_side

__all__ = ["Cell", "Fact", "Side", "group_side", "record_side", "seat_side"]
