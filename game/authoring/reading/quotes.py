"""Faults of quotation marks: opened and not closed, or closed before the text was over."""

from game.authoring.reading.fault import Fault
from game.authoring.reading.stumbles import (
    Diagnosis,
    Stumble,
    head_of,
    quoted,
    value_of,
    with_line,
)


def unclosed(stumble: Stumble) -> Diagnosis | None:
    """A quotation that runs on to the next mark, or to the end of the file."""
    line = _line_left_open(stumble)
    if line is None:
        return None
    text, mark = stumble.at(line), value_of(stumble.at(line))[:1]
    sentence = f"The quotation mark ({mark}) that opens here is not closed at the end of the text."
    fault = Fault(line + 1, len(head_of(text)) + 1, sentence)
    return Diagnosis(fault, with_line(stumble.lines, line, text.rstrip() + mark))


def _line_left_open(stumble: Stumble) -> int | None:
    """The line whose quotation swallowed what follows, if that is what happened."""
    if "quoted scalar" in stumble.context and stumble.begun:
        line = stumble.begun[0]
        return line if _open_quote(stumble.at(line)) else None
    before = stumble.here[: stumble.column].rstrip()
    mark = before[-1:]
    if mark not in ('"', "'") or before[:-1].rstrip() != head_of(stumble.here).rstrip():
        return None  # the mark before the stumble did not seem to open a value
    above = range(stumble.line - 1, -1, -1)
    return next((n for n in above if _open_quote(stumble.at(n)) == mark), None)


def _open_quote(line: str) -> str:
    """The quotation mark that begins the line's value and does not end in the line."""
    value = value_of(line)
    mark = value[:1]
    return mark if mark in ("'", '"') and value.count(mark) % 2 else ""


def text_behind(stumble: Stumble) -> Diagnosis | None:
    """`"Quoted" and more`, or an apostrophe inside single quotes."""
    value, before = value_of(stumble.here), stumble.here[: stumble.column].rstrip()
    if value[:1] not in ("'", '"') or not before.endswith(("'", '"')):
        return None
    sentence = "The text goes on behind its closing quotation mark. " + (
        "Write an apostrophe inside single quotes twice ('')."
        if value[0] == "'"
        else "Put the whole text in single quotes (') if it holds double ones (\")."
    )
    return quoted(stumble, Fault(stumble.line + 1, stumble.column + 1, sentence))
