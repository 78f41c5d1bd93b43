"""Somebody who reads a session afterwards, in a browser."""

import pytest
from bs4 import BeautifulSoup

from tests.rooms import Room
from tests.web.archive_desk import LOTTERY, Desk


class Reader:
    """Somebody with a browser before a session."""

    def __init__(self, desk, role=None):
        self.desk, self.room = desk, desk.room
        self.client = desk.client
        if role:
            self.client = desk.served.app.test_client()
            _, token = desk.served.site.links.make(self.room.id, role, "Reader")
            self.client.get(f"/open/{token}")
        self.base = f"/console/{self.room.id}"

    def asks(self, path, **headers):
        return self.client.get(self.base + path, headers=headers)

    def page(self, path):
        answer = self.asks(path)
        assert answer.status_code == 200, path
        return BeautifulSoup(answer.text, "html.parser")

    def step(self, path):
        answer = self.asks(path, Accept="application/json")
        assert answer.status_code == 200
        assert answer.headers["Vary"] == "Accept"
        return answer.json

    @property
    def replay(self):
        return self.desk.served.site.shelf.replay(self.room.id, 1)

    @property
    def moments(self):
        return self.desk.served.site.shelf.moments(self.room.id, 1)


@pytest.fixture(scope="module")
def played():
    """A class that has ended."""
    with pytest.MonkeyPatch.context() as patched:
        room = Room().makes(6, **LOTTERY, title="Tuesday").begins().to_the_end()
        yield Desk(room, patched)
