"""A server for each test that wants one, in a folder that goes away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live.served import Served


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
