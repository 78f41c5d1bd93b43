"""A group's log as a text to read: who did what, in plain sentences."""

from game.analysis.chronicle.entry import Entry, Kind
from game.analysis.chronicle.prose import Paragraph, Told, rounds, told
from game.analysis.chronicle.telling import entries, tell

__all__ = ["Entry", "Kind", "Paragraph", "Told", "entries", "rounds", "tell", "told"]
