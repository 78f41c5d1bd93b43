"""What the instructor did by hand: opened a stage again, gave a seat time, chose who sits there."""

from collections.abc import Sequence

from game.analysis.codebook import Row
from game.analysis.records import AllyRecord, PatronRecord
from game.analysis.sessionlog import SessionLog
from game.analysis.tables.cells import bit, word
from game.analysis.tables.placed import placed
from game.core.vocabulary import SeatId, Stage


def by_hand(log: SessionLog, record: AllyRecord | PatronRecord, seat: SeatId) -> Row:
    """The last columns of ally_rounds and patron_rounds."""
    return {
        "reopened": in_order(tuple(record.played.reopened)),
        "extra_time": record.held.extra,
        "placed": bit(placed(log, record.history, seat, record.holders)),
    }


def in_order(stages: Sequence[Stage]) -> str | None:
    """Stages as a list, in the order of the game."""
    return word(";".join(stage.value for stage in Stage if stage in stages))
