"""The streams as one file: a line of JSON per event, complete enough to be replayed.

Each line names its stream (the group), its position in it, the kind and version of the event, when
it happened, and its body as the codec writes it; its hash makes it a link of a chain. Without texts
the free texts are null, and only their commitments are there.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from game.analysis.chain import FREE_TEXT, Head, Line, Seal, fingerprint, linked, opening, sealed
from game.analysis.export.possible import MOST_EVENTS, loaded
from game.analysis.sessionlog import GroupLog, SessionLog, Written
from game.analysis.tables.cells import iso
from game.core.events import Event
from game.core.vocabulary import GroupId
from game.log.codec import Codec, canonical
from game.log.streams import GROUP_CODEC


def event_lines(
    logs: Iterable[GroupLog], *, texts: bool, secret: str = "", codec: Codec = GROUP_CODEC
) -> bytes:
    """events.jsonl, by group and position."""
    return written((chained(log, secret, codec) for log in logs), texts=texts)


def written(chains: Iterable[Iterable[Line]], *, texts: bool) -> bytes:
    """The same, of streams that are chained already."""
    lines = (line for chain in chains for line in chain)
    shown = lines if texts else map(_wordless, lines)
    return "".join(canonical(line) + "\n" for line in shown).encode()


def heads(
    chains: Mapping[GroupId, Sequence[Line]], absent: Iterable[Head] = ()
) -> tuple[Head, ...]:
    """The ends of all chains of a class, those too that are not at hand, in order."""
    ends = (Head(group, len(chain), chain[-1]["hash"]) for group, chain in chains.items())
    return tuple(sorted((*ends, *absent)))


def fingerprint_of(log: SessionLog, codec: Codec = GROUP_CODEC) -> str:
    """The fingerprint of the class as it stands."""
    chains = {group.group: tuple(chained(group, log.secret, codec)) for group in log.groups}
    return fingerprint(log.session, heads(chains, log.absent))


def chained(log: GroupLog, secret: str, codec: Codec = GROUP_CODEC) -> Iterator[Line]:
    """The lines of a stream, with what is known of its texts."""
    before = opening(log.group, log.opened)
    for position, (kind, version, written) in enumerate(_stored(log, codec), start=1):
        body = json.loads(written)
        line = {
            "stream": log.group,
            "position": position,
            "kind": kind,
            "version": version,
            "at": iso(body["at"]),
            "body": body,
        }
        if kind in FREE_TEXT:
            line |= _sealed(log, position, body, FREE_TEXT[kind], secret)
        before = line["hash"] = linked(before, line)
        yield line


def _stored(log: GroupLog, codec: Codec) -> Iterable[Written]:
    return log.written or map(codec.encode, log.events)


def _sealed(log: GroupLog, position: int, body: Line, text: str, secret: str) -> Line:
    """The commitment to the line's text; takes the text out of the body where it is not known."""
    seal = log.seals.get(position) or sealed(body[text] or "", secret, log.group, position)
    if seal.salt is None:
        body[text] = None
    return {"text_sha256": seal.digest, "salt": seal.salt}


def _wordless(line: Line) -> Line:
    if line["kind"] not in FREE_TEXT:
        return line
    return {**line, "salt": None, "body": {**line["body"], FREE_TEXT[line["kind"]]: None}}


def read_events(lines: str | bytes, codec: Codec = GROUP_CODEC) -> dict[GroupId, tuple[Event, ...]]:
    """Every group's stream, in order, ready to be replayed; texts left out come back empty.

    Raises:
        ValueError: a line is no event, or the positions of a stream have a gap.
    """
    return {log.group: log.events for log in read_groups(lines, codec)}


def read_groups(lines: str | bytes, codec: Codec = GROUP_CODEC) -> tuple[GroupLog, ...]:
    """The same, with what is needed to write them again as they are.

    Raises:
        ValueError: a line is no event, or the positions of a stream have a gap.
    """
    streams: dict[GroupId, _Stream] = {}
    text = lines.decode() if isinstance(lines, bytes) else lines
    for line in filter(None, text.split("\n")):
        written = loaded(line)
        stream = streams.setdefault(GroupId(written["stream"]), _Stream())
        if written["position"] != len(stream.events) + 1:
            raise ValueError(f"stream {written['stream']} lacks position {len(stream.events) + 1}")
        if len(stream.events) == MOST_EVENTS:
            raise ValueError(f"stream {written['stream'][:40]} has more events than any game")
        stream.take(written, codec)
    return tuple(
        GroupLog(group, tuple(stream.events), tuple(stream.written), stream.seals)
        for group, stream in streams.items()
    )


@dataclass(slots=True)
class _Stream:
    """A stream that is being read."""

    events: list[Event] = field(default_factory=list)
    written: list[Written] = field(default_factory=list)
    seals: dict[int, Seal] = field(default_factory=dict)

    def take(self, line: Line, codec: Codec) -> None:
        """The next line."""
        kind, version, body = line["kind"], line["version"], line["body"]
        self.written.append((kind, version, canonical(body)))
        self.events.append(_event(kind, version, body, codec))
        text = FREE_TEXT.get(kind)
        if text and ("text_sha256" in line or body[text] is None):
            self.seals[len(self.events)] = Seal(line.get("text_sha256"), line.get("salt"))


def _event(kind: str, version: int, body: dict[str, Any], codec: Codec) -> Event:
    left_out = FREE_TEXT.get(kind)
    if left_out and body[left_out] is None:
        body = {**body, left_out: ""}
    return cast(Event, codec.decode(kind, version, canonical(body)))
