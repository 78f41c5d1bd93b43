"""A group's stream at any of its positions: what had happened, and what each seat could know."""

from game.analysis.replaying.moments import Moment, Moments, moments
from game.analysis.replaying.replay import NoSuchPosition, Replay

__all__ = ["Moment", "Moments", "NoSuchPosition", "Replay", "moments"]
