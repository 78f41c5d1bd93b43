"""What phones have reported just now: figures alone, no address, nothing that names a device."""

from collections import Counter, OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

MOST = 600
FRESH_MS = 15 * 60_000
WAYS = ("websocket", "polling", "none", "plain")  # plain: scripts are off
MOST_MS = 10**9
FAMILIES = (  # the first sign that fits; each browser also names those it descends from
    ("Edg", "Edge"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("OPR", "Opera"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)


@dataclass(frozen=True, slots=True)
class Report:
    """One phone: how it is connected, and what it measured in milliseconds."""

    way: str
    family: str
    cookies: bool
    steady: bool = True
    trip: int | None = None
    offset: int = 0  # the phone's clock before (+) or behind (-) the server's
    at: int = 0


class Phones:
    """The newest report of each phone that reported lately."""

    def __init__(self, now: Callable[[], int]) -> None:
        self._now = now
        self._reports: OrderedDict[str, Report] = OrderedDict()

    def note(self, made_by: str, report: Report) -> None:
        """Keep a report; a phone that checks again replaces its own."""
        self._reports.pop(made_by, None)
        self._reports[made_by] = report
        while len(self._reports) > MOST:
            self._reports.popitem(last=False)

    def lately(self) -> tuple[Report, ...]:
        """Those of the last quarter of an hour; older ones are forgotten."""
        oldest = self._now() - FRESH_MS
        for made_by in [one for one, report in self._reports.items() if report.at < oldest]:
            del self._reports[made_by]
        return tuple(self._reports.values())


def family_of(agent: str) -> str:
    """The browser's family; no version and no device."""
    return next((name for sign, name in FAMILIES if sign in agent), "another browser")


def read_report(posted: Mapping[str, str], agent: str, cookies: bool, at: int) -> Report | None:
    """A report as posted, or None where it is none."""
    way = posted.get("way", "")
    if way not in WAYS:
        return None
    return Report(
        way=way,
        family=family_of(agent),
        cookies=cookies,
        steady=posted.get("steady", "1") == "1",
        trip=_whole(posted.get("trip", "")),
        offset=_whole(posted.get("offset", "")) or 0,
        at=at,
    )


def _whole(typed: str) -> int | None:
    digits = typed.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 15):
        return None
    return max(-MOST_MS, min(MOST_MS, int(typed)))


def families(reports: tuple[Report, ...]) -> list[tuple[str, int]]:
    """How many phones of each family, most first."""
    return Counter(report.family for report in reports).most_common()
