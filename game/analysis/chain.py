"""The hash chain over a log, so that nothing in it can be changed unseen.

Every event's hash covers its line and the hash before it. In place of a free text it covers a
commitment to the text, so that an export with texts and one without have the same chain, and a
short reason cannot be guessed from it. Why it is so: docs/decisions/0017.
"""

import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from game.core.events import GroupOpened
from game.log.codec import canonical

CHAIN = 1  # of the rules on this page
FREE_TEXT: Mapping[str, str] = {
    "CableSent": "text",
    "CommuniquePublished": "text",
    "ResponseSealed": "reason",
}
NOT_COVERED = ("hash", "salt")
Line = dict[str, Any]  # of events.jsonl


@dataclass(frozen=True, slots=True)
class Seal:
    """What stands for a free text. `digest`: SHA-256 of salt and text, None in files that had no
    chain. `salt` is None where the text was left out."""

    digest: str | None
    salt: str | None


@dataclass(frozen=True, slots=True, order=True)
class Head:
    """The end of a stream's chain."""

    stream: str
    length: int
    hash: str


def opening(stream: str, first: GroupOpened) -> str:
    """What stands before the first event of a stream, in place of a hash."""
    context = {
        "chain": CHAIN,
        "session": first.session,
        "stream": stream,
        "scenario": first.scenario,
        "claims": first.claims,
    }
    return _sha256(canonical(context))


def linked(previous: str, line: Line) -> str:
    """The hash of this line, which comes after the one with the hash `previous`."""
    covered = {key: value for key, value in line.items() if key not in NOT_COVERED}
    text = FREE_TEXT.get(line["kind"])
    if text:
        covered["body"] = {**line["body"], text: None}
    return _sha256(f"{previous}\n{canonical(covered)}")


def sealed(text: str, secret: str, stream: str, position: int) -> Seal:
    """A text's commitment. Without the secret the salt cannot be known, nor the text be guessed."""
    named = f"{stream}:{position}".encode()
    salt = hmac.new(secret.encode(), named, sha256).hexdigest()
    return Seal(commitment(salt, text), salt)


def commitment(salt: str, text: str) -> str:
    """SHA-256 of the salt, as it is written, followed by the text."""
    return _sha256(salt + text)


def fingerprint(session: str, heads: Iterable[Head]) -> str:
    """One number for the whole log of a class."""
    streams = [[head.stream, head.length, head.hash] for head in sorted(heads)]
    return _sha256(canonical({"chain": CHAIN, "session": session, "streams": streams}))


def _sha256(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
