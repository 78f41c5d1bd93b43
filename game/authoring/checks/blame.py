"""Which key to point at when several numbers together are at fault."""

from game.authoring.outline import Outline
from game.authoring.problems import Path


def blame(outline: Outline, *paths: Path) -> Path:
    """The first of the keys that the author wrote; the first of all when none was."""
    return next((path for path in paths if outline.written(*path)), paths[0])
