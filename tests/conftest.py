"""What every kind of test may want; each kind keeps the rest in its own folder."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.browsers import DESKTOP, PHONE, advice, find_browser

# A busy machine is no fault of the code: examples are counted, not timed.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

__all__ = ["DESKTOP", "PHONE"]  # from here, or from tests.browsers


@pytest.fixture(scope="session")
def browser_path() -> Path:
    """The browser to drive; a test that needs one fails without it, it is never skipped."""
    found = find_browser()
    assert found is not None, f"no browser here; type: {advice()}"
    return found


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Our own order for loadfile; any other way of sharing out is left alone."""
    from tests.scheduling import LongFirst

    return LongFirst(config, log) if config.option.dist == "loadfile" else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What long runs have counted (`record_property("figures", ...)`), below the results."""
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            told = [said for name, said in report.user_properties if name == "figures"]
            if told:
                terminalreporter.section(report.nodeid)
                terminalreporter.write_line("\n".join(map(str, told)))
    _tries(terminalreporter)


def _tries(terminalreporter: pytest.TerminalReporter) -> None:
    """Each hostile try (`record_property("try", (who, what, answer, changed))`), and how many."""
    rows = [
        row
        for outcome in ("passed", "failed")
        for report in terminalreporter.getreports(outcome)
        for name, row in report.user_properties
        if name == "try"
    ]
    if not rows:
        return
    terminalreporter.section("hostile tries: who, what, answer, what changed")
    if "hostile" in str(terminalreporter.config.getoption("markexpr")):  # asked for: -m hostile
        _table(terminalreporter, rows)
    harmed = sum(row[3] != "nothing" for row in rows)
    kinds = len({row[0] for row in rows})
    terminalreporter.write_line(
        f"{len(rows)} tries by {kinds} kinds of people; {harmed} had effect"
    )


def _table(terminalreporter: pytest.TerminalReporter, rows: list[tuple[str, ...]]) -> None:
    wide = [max(len(str(row[column])) for row in rows) for column in range(3)]
    for row in rows:
        cells = [str(cell).ljust(width) for cell, width in zip(row, (*wide, 0), strict=True)]
        terminalreporter.write_line("  ".join(cells))
