"""Links to one session, on a disk that takes nothing more."""

import pytest

from game.classroom.links import Links, Role
from game.log.store import CannotWrite, Store
from game.log.writers import Direct
from tests.rooms import Room


class Full(Direct):
    """A writer whose disk can be filled."""

    full = False

    def submit(self, job):
        if self.full:
            raise CannotWrite("database or disk is full")
        return super().submit(job)


def test_on_a_full_disk_a_link_still_opens_what_can_be_read():
    """When it was used last is not worth a page; that it is revoked must be kept."""
    writer, room = Full(Store("sqlite://")), Room().makes()
    links = Links(writer, lambda: room.clock)
    link, secret = links.make(room.id, Role.CO_INSTRUCTOR, "Ada")
    told: list[bool] = []
    links.listeners.append(lambda: told.append(True))
    writer.full = True
    links.used(link)
    assert links.open(secret)
    with pytest.raises(CannotWrite):
        links.revoke(room.id, link.id)
    assert links.open(secret) is None
    assert told
