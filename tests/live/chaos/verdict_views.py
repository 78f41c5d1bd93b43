"""Every view that anybody was told is the view of the replayed log at that version."""

import json
import zlib
from collections import defaultdict
from collections.abc import Iterator

from game.classroom.live import LiveGroup
from game.core.views import seat_view
from game.log.codec import plain
from tests.live.chaos.log import Log
from tests.live.chaos.told import Told
from tests.live.stranger import Json

Known = dict[str, dict[int, list[Json]]]  # by participant and version


def assert_views(log: Log, everybody: list[Told]) -> int:
    """Compare all; how many different ones there were."""
    wanted = {told.participant: set(told.views) for told in everybody}
    known = _replayed(log, wanted)
    compared = 0
    for told in everybody:
        for version, packed in told.views.items():
            for view in map(_unpacked, packed):
                assert _is_known(view, known[told.participant][version]), _difference(
                    view, known[told.participant][version]
                )
                compared += 1
    return compared


def _unpacked(packed: bytes) -> Json:
    found: Json = json.loads(zlib.decompress(packed))
    return found


def _is_known(view: Json, known: list[Json]) -> bool:
    """The lobby is not in a group's log; a seat's view must be."""
    if view["phase"] in ("lobby", "late"):
        return bool(view["version"] == 0)
    return view in known


def _replayed(log: Log, wanted: dict[str, set[int]]) -> Known:
    """What each seat knew after each event, where somebody was told of that version."""
    known: Known = defaultdict(lambda: defaultdict(list))
    for rows in log.groups.values():
        group = LiveGroup.from_rows(log.scenario, rows[:1])
        for at in range(len(rows)):
            if at:
                group.catch_up(rows[at : at + 1])
            for holder, news in _told_of(group, wanted):
                if news not in known[holder][news["version"]]:
                    known[holder][news["version"]].append(news)
    return known


def _told_of(group: LiveGroup, wanted: dict[str, set[int]]) -> Iterator[tuple[str, Json]]:
    for seat, held in group.state.seats.items():
        version = group.versions.of(seat)
        for holder in held.holders:
            if version in wanted.get(holder, ()):
                view = plain(seat_view(group.state, seat, version))
                number = group.state.opened.number
                news = {"version": version, "phase": "seated", "group": number, "view": view}
                yield holder, json.loads(json.dumps(news))


def _difference(view: Json, known: list[Json]) -> str:
    """Where a view is unlike the nearest one of the log."""
    if not known:
        return f"version {view['version']} is in no log"
    own, other = view["view"], known[-1]["view"]
    keys = [key for key in own if own[key] != other.get(key)]
    return f"version {view['version']}: " + "; ".join(
        f"{key}: {own[key]} is not {other.get(key)}"[:2000] for key in keys
    )
