"""The only exit. Views are built here field by field; a state itself has no serialiser."""

from game.core.views.instructor import instructor_secrets, instructor_view
from game.core.views.public import public_view
from game.core.views.seat import seat_view

__all__ = ["instructor_secrets", "instructor_view", "projector_view", "public_view", "seat_view"]

projector_view = public_view  # the wall shows what the whole group knows, and nothing more
