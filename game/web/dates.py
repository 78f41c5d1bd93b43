"""Days as forms send them and people read them, by this machine's clock."""

from datetime import UTC, date, datetime, time


class NoDay(Exception):  # noqa: N818  an answer
    """This is no day."""


def beginning(typed: str) -> int | None:
    """The first moment of the day 2027-03-22, UTC in milliseconds; None where nothing was typed.

    Raises:
        NoDay: it cannot be read.
    """
    if not typed.strip():
        return None
    try:
        day = date.fromisoformat(typed.strip())
        return int(datetime.combine(day, time()).astimezone().timestamp() * 1000)
    except (ValueError, OverflowError, OSError) as fault:
        raise NoDay from fault


def as_typed(at_ms: int | None) -> str:
    """The day as a form has it; empty for None."""
    if at_ms is None:
        return ""
    return _here(at_ms).date().isoformat()


def day(at_ms: int) -> str:
    """The day as people say it: 21 November 2026."""
    moment = _here(at_ms)
    return f"{moment.day} {moment:%B %Y}"


def short_day(at_ms: int) -> str:
    """21 Nov 26, where there is little room."""
    moment = _here(at_ms)
    return f"{moment.day} {moment:%b %y}"


def time_of_day(at_ms: int) -> str:
    """14:05."""
    return f"{_here(at_ms):%H:%M}"


def to_the_second(at_ms: int) -> str:
    """14:05:09."""
    return f"{_here(at_ms):%H:%M:%S}"


def moment(at_ms: int) -> str:
    """Day and time: 21 November 2026, 14:05."""
    return f"{day(at_ms)}, {time_of_day(at_ms)}"


def _here(at_ms: int) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone()
