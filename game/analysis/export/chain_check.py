"""Whether the lines of a log are a whole chain, and if not, where it breaks."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.analysis.chain import FREE_TEXT, Head, Line, commitment, linked, opening
from game.core.events import GroupOpened
from game.log.codec import canonical
from game.log.streams import GROUP_CODEC

UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Break:
    """A fault of the log. `position` is 0 where it is of the whole stream, and the number of the
    line where the stream is not known."""

    stream: str
    position: int
    said: str


def breaks(lines: str, heads: Iterable[Head], *, texts: bool) -> Iterator[Break]:
    """Every place where the chain does not hold; after it the stream goes on from what it says.

    `texts`: whether all free texts must be there; else none may.
    """
    ends = {head.stream: head for head in heads}
    last: dict[str, Line] = {}
    for number, text in enumerate(_ended(lines), start=1):
        try:
            line = json.loads(text)
            yield from _line(text, line, last.get(line["stream"]), texts)
        except UNREADABLE:
            yield Break("", number, f"Line {number} of events.jsonl is no event.")
            continue
        last[line["stream"]] = line
    if not lines.endswith("\n") and lines:
        yield Break("", lines.count("\n") + 1, "The last line of events.jsonl has no end.")
    for stream, line in last.items():
        if stream not in ends:
            yield Break(stream, 0, f"The manifest names no end of stream {stream}.")
        elif (line["position"], line["hash"]) != (ends[stream].length, ends[stream].hash):
            yield Break(stream, line["position"], f"Stream {stream} does not end as noted.")


def _ended(lines: str) -> Iterator[str]:
    """One at a time: a stranger's file may be of line ends alone."""
    begin = 0
    while (end := lines.find("\n", begin)) >= 0:
        yield lines[begin:end]
        begin = end + 1


def _line(text: str, line: Line, before: Line | None, texts: bool) -> Iterator[Break]:
    stream, position = line["stream"], line["position"]
    at = f"stream {stream}, position {position}"
    expected = before["position"] + 1 if before else 1
    if position != expected:
        yield Break(stream, position, f"Position {expected} of stream {stream} is missing.")
        return
    previous = before["hash"] if before else _opening(line)
    if linked(previous, line) != line["hash"]:
        yield Break(stream, position, f"The chain breaks at {at}.")
    elif not _text_fits(line):
        yield Break(stream, position, f"The text at {at} is not the one that was sealed.")
    elif said := _text_misplaced(line, texts):
        yield Break(stream, position, said.format(at=at))
    elif canonical(line) != text:
        yield Break(stream, position, f"The line of {at} is not as this program writes it.")


def _opening(line: Line) -> str:
    first = GROUP_CODEC.decode(line["kind"], line["version"], canonical(line["body"]))
    if not isinstance(first, GroupOpened):
        raise TypeError("a group's stream begins with GroupOpened")
    return opening(line["stream"], first)


def _text_fits(line: Line) -> bool:
    """Whether a text is there with its salt and fits its commitment, or is left out with it."""
    field = FREE_TEXT.get(line["kind"])
    if field is None:
        return True
    text, salt = line["body"][field], line["salt"]
    if salt is None or text is None:
        return salt is text
    return bool(commitment(salt, text) == line["text_sha256"])


def _text_misplaced(line: Line, texts: bool) -> str:
    """What is wrong if a text was left out that should be there, or the other way round."""
    field = FREE_TEXT.get(line["kind"])
    if field is None or texts == (line["body"][field] is not None):
        return ""
    if texts:
        return "The text at {at} was left out, but the manifest says that the texts are there."
    return "There is a text at {at}, but the manifest says that the texts were left out."
