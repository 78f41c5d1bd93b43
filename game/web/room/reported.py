"""What the phones' reports amount to, and what to do about it."""

from game.web.doctor import Finding, fine, mend, note
from game.web.room.phones import Report, families
from game.web.wording.figures import listed, some

SLOW_MS = 1_000
OFF_MS = 60_000
NOBODY = "No phone has reported yet. Show them the address on this page."


def reported(reports: tuple[Report, ...]) -> list[Finding]:
    """Some lines for all of them together."""
    if not reports:
        return [note("phones", NOBODY)]
    return [
        _count(reports),
        _ways(reports),
        *_without(reports),
        *_cookies(reports),
        *_lost(reports),
        *_slowest(reports),
        *_clocks(reports),
    ]


def _count(reports: tuple[Report, ...]) -> Finding:
    kinds = listed([f"{name} {count}" for name, count in families(reports)])
    have = "has" if len(reports) == 1 else "have"
    lately = "in the last quarter of an hour"
    return fine("phones", f"{some(len(reports), 'phone')} {have} reported {lately}: {kinds}.")


def _ways(reports: tuple[Report, ...]) -> Finding:
    sockets = sum(report.way == "websocket" for report in reports)
    others = sum(report.way == "polling" for report in reports)
    fact = f"{sockets} by WebSocket, {others} by polling."
    if not others:
        return fine("ways", fact)
    todo = "A filter in the network stops WebSockets. Polling is slower, but it will do."
    return note("ways", fact, todo)


def _without(reports: tuple[Report, ...]) -> list[Finding]:
    plain = sum(report.way == "plain" for report in reports)
    none = sum(report.way == "none" for report in reports)
    found = []
    if plain:
        told = "The game works all the same, one page at a time."
        found.append(note("plain", f"{some(plain, 'phone')} without scripts.", told))
    if none:
        fact = f"{some(none, 'phone')} without a lasting connection."
        found.append(mend("none", fact, "They can play by plain pages. Try another network."))
    return found


def _cookies(reports: tuple[Report, ...]) -> list[Finding]:
    count = sum(not report.cookies for report in reports)
    todo = "Allow cookies for this address, or leave the private window. A seat needs one."
    return [mend("cookies", f"{some(count, 'phone')} without cookies.", todo)] if count else []


def _lost(reports: tuple[Report, ...]) -> list[Finding]:
    count = sum(not report.steady for report in reports if report.way != "none")
    todo = "Move nearer to the wifi’s antenna, or try another network."
    fact = f"{some(count, 'phone')} lost the connection within ten seconds."
    return [mend("lost", fact, todo)] if count else []


def _slowest(reports: tuple[Report, ...]) -> list[Finding]:
    trips = [report.trip for report in reports if report.trip is not None]
    if not trips:
        return []
    fact = f"Slowest round trip: {max(trips)} ms."
    if max(trips) < SLOW_MS:
        return [fine("trip", fact)]
    return [mend("trip", fact, "The wifi is busy or weak. Fewer devices on it, or another one.")]


def _clocks(reports: tuple[Report, ...]) -> list[Finding]:
    offsets = [abs(report.offset) for report in reports if report.way != "plain"]
    if not offsets:
        return []
    fact = f"The clock that is farthest off: {round(max(offsets) / 1000)} s."
    todo = "It does no harm: the game goes by the server’s clock."
    return [note("clocks", fact, todo) if max(offsets) >= OFF_MS else fine("clocks", fact)]
