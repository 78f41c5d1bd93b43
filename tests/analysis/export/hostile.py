"""Files with whole chains over logs that no game could have written."""

import json
from collections.abc import Callable
from dataclasses import replace

from game.analysis.export import export_zip
from game.analysis.export.event_lines import chained, heads, written
from game.analysis.sessionlog import SessionLog
from game.core.events import Event
from game.log.codec import plain
from tests.analysis.zipping import MANIFEST, canonical, members, packed

Events = tuple[Event, ...]


def with_events(log: SessionLog, change: Callable[[Events], Events]) -> bytes:
    """The export of this class with the events of its first group changed, and the chain remade."""
    first, *others = log.groups
    changed = replace(first, events=change(first.events), written=(), seals={})
    chains = {one.group: tuple(chained(one, log.secret)) for one in (changed, *others)}
    files = members(export_zip(log, texts=True))
    said = json.loads(files[MANIFEST])
    said["chain"]["streams"] = [plain(head) for head in heads(chains)]
    lines = written(chains.values(), texts=True)
    return packed({**files, "events.jsonl": lines, MANIFEST: canonical(said)})


def with_beside(log: SessionLog, **changes: object) -> bytes:
    """The same with another session.json."""
    files = members(export_zip(log, texts=True))
    said = json.loads(files["session.json"]) | changes
    return packed({**files, "session.json": json.dumps(said).encode()})


def first_of(events: Events, kind: type, **changes: object) -> Events:
    """The first event of this kind changed."""
    at = next(at for at, event in enumerate(events) if isinstance(event, kind))
    return (*events[:at], replace(events[at], **changes), *events[at + 1 :])
