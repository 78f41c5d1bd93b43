"""The instructor's hand on one seat, one student, one group: over HTTP, as the console does it."""

import pytest

from tests.live.served import Served
from tests.live.stranger import Stranger, join


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """One server for the file."""
    server = Served(tmp_path_factory.mktemp("by-hand")).start()
    yield server
    server.stop()
    assert server.errors() == ""


@pytest.fixture
def klass(served):
    """A session of six, dealt: the session, and the welcomes by name."""
    session = served.console().make()
    told = {name: join(served.url, session.code, name) for name in ("Ana", "Ben", "Eva", "Gül")}
    told |= {name: join(served.url, session.code, name) for name in ("Kim", "Lea")}
    session.order("deal")
    return session, told


def view(served, welcome):
    """What a student sees."""
    return Stranger(served.url, welcome["token"]).look()
