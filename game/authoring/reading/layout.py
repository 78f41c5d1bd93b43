"""Faults of layout: a missing space behind a colon, a line without a key, odd indentation."""

import re
from collections.abc import Callable

from game.authoring.reading.fault import Fault
from game.authoring.reading.stumbles import KEYED, Diagnosis, Stumble, indent, said, with_line

TIGHT = re.compile(r"(\s*(?:- +)*[\w.-]+:)([^ \t:/].*)")  # `key:value`; not a web address

NO_BLANK = "A space is needed behind the colon."
COPIED_BLANK = "The blank behind the colon is a non-breaking one. Type a plain space."


def _no_space(stumble: Stumble) -> Diagnosis | None:
    """`title:The Straits`, found at the line itself or only at the next one."""
    lines = (stumble.line, stumble.begun[0] if stumble.begun else stumble.line, stumble.above())
    for line in lines:
        found = TIGHT.fullmatch(stumble.at(line)) if line is not None else None
        if line is not None and found:
            key, rest = found.groups()
            fault = Fault(line + 1, len(key) + 1, COPIED_BLANK if rest[0].isspace() else NO_BLANK)
            return Diagnosis(fault, with_line(stumble.lines, line, f"{key} {rest.lstrip()}"))
    return None


def _without_key(stumble: Stumble) -> Diagnosis | None:
    """A line of text to the left of where its text began."""
    if "could not find expected ':'" not in stumble.problem or not stumble.begun:
        return None
    line = stumble.begun[0]
    sentence = (
        "No key with a colon stands in this line. If it belongs to the text above, indent it as "
        "far as that text; a text of several lines stands under a |."
    )
    mended = _blanked(stumble.lines, line)
    return Diagnosis(Fault(line + 1, stumble.begun[1] + 1, sentence), mended, sure=False)


def _without_colon(stumble: Stumble) -> Diagnosis | None:
    """The first line of a table without its colon, found at the next one."""
    above = stumble.above()
    if above is None or "mapping values" not in stumble.problem or KEYED.match(stumble.at(above)):
        return None
    text = stumble.at(above)
    sentence = "No key with a colon stands in this line, though the next line has one."
    mended = with_line(stumble.lines, above, "")
    return Diagnosis(Fault(above + 1, indent(text) + 1, sentence), mended, sure=False)


def _blanked(lines: list[str], line: int) -> list[str]:
    """Without this line and the keyless ones that follow it."""
    mended = list(lines)
    for number in range(line, len(lines)):
        if said(lines[number]) and KEYED.match(lines[number]):
            break
        mended[number] = ""
    return mended


def _out_of_line(stumble: Stumble) -> Diagnosis | None:
    """A line that begins in another column than those it belongs with."""
    above = stumble.above()
    if above is None or indent(stumble.at(above)) == indent(stumble.here) or not said(stumble.here):
        return None
    here, there = indent(stumble.here), indent(stumble.at(above))
    sentence = (
        f"This line is indented by {here} spaces, line {above + 1} above it by {there}. "
        "Lines that belong together begin in the same column."
    )
    mended = _shifted(stumble.lines, stumble.line, there - here)
    return Diagnosis(Fault(stumble.line + 1, here + 1, sentence), mended, sure=False)


def _shifted(lines: list[str], line: int, by: int) -> list[str]:
    """With this line, and those that hang on it, moved to the right or left."""
    least, mended = indent(lines[line]), list(lines)
    for number in range(line, len(lines)):
        text = lines[number]
        if said(text) and (indent(text) < least or indent(text) >= least + by > least):
            break
        mended[number] = " " * by + text if by > 0 else text[min(-by, indent(text)) :]
    return mended


def _mixed(stumble: Stumble) -> Diagnosis | None:
    """A dash among keys, or a key among dashes."""
    if not re.search(r"but found '[-?]'", stumble.problem):
        return None
    sentence = (
        "Lines with a dash and lines with a key stand side by side here. "
        "Either all of them begin with a dash, or none."
    )
    return Diagnosis(Fault(stumble.line + 1, stumble.column + 1, sentence))


LAYOUT: tuple[Callable[[Stumble], Diagnosis | None], ...] = (
    _no_space,
    _without_key,
    _out_of_line,
    _without_colon,
    _mixed,
)
