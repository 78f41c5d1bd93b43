"""What the wall shows, as pure functions from frozen values to HTML: never a secret of any seat,
never a student's name, and no coded word before the debrief."""

from game.web.wall_render.frame import Awaited, WallFrame, awaiting
from game.web.wall_render.page import REGIONS, wall_page, wall_regions

__all__ = ["REGIONS", "Awaited", "WallFrame", "awaiting", "wall_page", "wall_regions"]
