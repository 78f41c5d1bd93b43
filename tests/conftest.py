"""What every kind of test may want; each kind keeps the rest in its own folder."""

from pathlib import Path

import pytest

from tests.browsers import DESKTOP, PHONE, advice, find_browser

__all__ = ["DESKTOP", "PHONE"]  # from here, or from tests.browsers


@pytest.fixture(scope="session")
def browser_path() -> Path:
    """The browser to drive; a test that needs one fails without it, it is never skipped."""
    found = find_browser()
    assert found is not None, f"no browser here; type: {advice()}"
    return found
