"""The streams as one file: a line of JSON per event, complete enough to be replayed.

Each line names its stream (the group), its position in it, the kind and version of the event, when
it happened, and its body as the codec writes it. Without texts the free texts are null.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, cast

from game.analysis.sessionlog import GroupLog
from game.analysis.tables.cells import iso
from game.core.events import Event
from game.core.vocabulary import GroupId
from game.log.codec import Codec, canonical
from game.log.streams import GROUP_CODEC

FREE_TEXT = {"CableSent": "text", "CommuniquePublished": "text", "ResponseSealed": "reason"}


def event_lines(logs: Iterable[GroupLog], *, texts: bool, codec: Codec = GROUP_CODEC) -> bytes:
    """events.jsonl, by group and position."""
    return "".join(
        line + "\n" for log in logs for line in _lines(log, texts=texts, codec=codec)
    ).encode()


def _lines(log: GroupLog, *, texts: bool, codec: Codec) -> Iterator[str]:
    for position, event in enumerate(log.events, start=1):
        kind, version, written = codec.encode(event)
        body: dict[str, Any] = json.loads(written)
        if not texts and kind in FREE_TEXT:
            body[FREE_TEXT[kind]] = None
        yield canonical(
            {
                "stream": log.group,
                "position": position,
                "kind": kind,
                "version": version,
                "at": iso(event.at),
                "body": body,
            }
        )


def read_events(lines: str | bytes, codec: Codec = GROUP_CODEC) -> dict[GroupId, tuple[Event, ...]]:
    """Every group's stream, in order, ready to be replayed; texts left out come back empty.

    Raises:
        ValueError: a line is no event, or the positions of a stream have a gap.
    """
    streams: dict[GroupId, list[Event]] = {}
    text = lines.decode() if isinstance(lines, bytes) else lines
    for line in filter(None, text.split("\n")):
        written = json.loads(line)
        stream = streams.setdefault(GroupId(written["stream"]), [])
        if written["position"] != len(stream) + 1:
            raise ValueError(f"stream {written['stream']} lacks position {len(stream) + 1}")
        stream.append(_event(written, codec))
    return {group: tuple(stream) for group, stream in streams.items()}


def _event(written: dict[str, Any], codec: Codec) -> Event:
    kind, body = written["kind"], written["body"]
    left_out = FREE_TEXT.get(kind)
    if left_out and body[left_out] is None:
        body = {**body, left_out: ""}
    return cast(Event, codec.decode(kind, written["version"], canonical(body)))
