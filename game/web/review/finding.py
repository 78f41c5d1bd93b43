"""What an address of the review names, or an answer that there is nothing to see there."""

from flask import abort

from game.analysis.export.unpacking import NoExport
from game.analysis.replaying import Replay
from game.classroom.links import Role
from game.web import rights
from game.web.doors import plain_page
from game.web.review.volumes import Volume
from game.web.site import Site
from game.web.wording.imports import NOT_READ

ANY_TIME = (Role.INSTRUCTOR, Role.CO_INSTRUCTOR)  # everybody else: when the game has ended


class StillPlayed(Exception):  # noqa: N818  an answer, with a page of its own
    """The game goes on: what seats keep from each other is not for this reader yet."""

    def __init__(self, volume: Volume) -> None:
        super().__init__(volume.title)
        self.volume = volume


def still_played(told: StillPlayed) -> tuple[str, int]:
    """The page that says so."""
    return plain_page("still_played", title=told.volume.title), 409


def not_read(why: NoExport) -> tuple[str, int]:
    """An imported session that another version could read."""
    return plain_page("not_read", sentence=NOT_READ.format(why=why)), 409


def volume_of(site: Site, session: str) -> Volume:
    """The session, or an answer that there is none, or that its game goes on.

    Raises:
        StillPlayed: this reader has to wait for the end.
    """
    volume = site.shelf.volume(session) or abort(404)
    if not volume.over and rights.granted().role not in ANY_TIME:
        raise StillPlayed(volume)
    return volume


def replay_of(site: Site, session: str, group: int) -> Replay:
    """One of its groups."""
    volume_of(site, session)
    return site.shelf.replay(session, group) or abort(404)
