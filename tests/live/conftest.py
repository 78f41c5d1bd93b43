"""A server for each test that wants one, in a folder that goes away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live.plays import WHOLE, Played, played
from tests.live.pupils import Seated, a_class, assert_plays_on
from tests.live.served import Served
from tests.live.zipped import Zipped, unzip


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A real server in a subprocess; it must not have written anything but what it should."""
    server = Served(tmp_path).start()
    yield server
    server.kill()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for all tests of a module that do not stop it."""
    server = Served(tmp_path_factory.mktemp("served")).start()
    yield server
    server.kill()


@pytest.fixture(scope="module")
def seated(shared: Served) -> Iterator[Seated]:
    """A class of four in its first dispatch; A3 never answers, so that the stage stays open."""
    with a_class(shared) as seated:
        yield seated


@pytest.fixture
def room(seated: Seated) -> Iterator[Seated]:
    """The class, and afterwards: did the others play on, and did the server stay silent?"""
    errors = seated.served.errors()
    yield seated
    assert_plays_on(seated.at("A2"))
    assert seated.served.errors() == errors


@pytest.fixture
def calm(room: Seated) -> Iterator[Seated]:
    """The same; and the student in the next seat has been told nothing at all meanwhile."""
    neighbour = room.at("A2")
    seen = len(neighbour.views)
    yield room
    assert_plays_on(neighbour)
    assert len(neighbour.views) == seen + 1, neighbour.views[seen:]


@pytest.fixture(params=WHOLE, ids=str)
def session(request: pytest.FixtureRequest) -> Played:
    """A session of which all is kept."""
    return played(request.param)


@pytest.fixture
def zipped(session: Played) -> Zipped:
    """Its zip."""
    return unzip(session.zip)
