"""What professors really did when YAML gives up: tabs, colons, quotes, brackets, indentation.

Each diagnosis looks at the stumble and either knows the fault or passes. The first that knows it
speaks; its mended text lets the reader go on, so that one reading finds every fault.
"""

from collections.abc import Callable

from game.authoring.reading import brackets, quotes
from game.authoring.reading.fault import Fault
from game.authoring.reading.layout import LAYOUT
from game.authoring.reading.stumbles import (
    Diagnosis,
    Stumble,
    head_of,
    quoted,
    value_of,
    with_line,
)

CURLY = "“”„‘’«»"
WHOLE_IN_QUOTES = "Put the whole text in quotes, or on its own lines under a |."


def diagnose(stumble: Stumble) -> Diagnosis:
    """The first diagnosis that fits; at the worst, YAML's own words."""
    for diagnosis in (*WRITING, *LAYOUT):
        found = diagnosis(stumble)
        if found:
            return found
    return _in_its_own_words(stumble)


def _tab(stumble: Stumble) -> Diagnosis | None:
    if "\t" not in stumble.here or "'\\t'" not in stumble.problem:
        return None
    lines = [_without_tabs(line) for line in stumble.lines]
    lines[stumble.line] = stumble.here.replace("\t", "  ")
    others = sum(line.startswith("\t") for line in stumble.lines) - stumble.here.startswith("\t")
    sentence = "A tab stands here. Use spaces: YAML takes no tabs outside texts."
    if others > 0:
        lines_begin = "line begins" if others == 1 else "lines begin"
        sentence += f" {others} more {lines_begin} with a tab."
    return Diagnosis(Fault(stumble.line + 1, stumble.here.index("\t") + 1, sentence), lines)


def _without_tabs(line: str) -> str:
    bare = line.lstrip(" \t")
    return line[: len(line) - len(bare)].replace("\t", "  ") + bare


def _backslash(stumble: Stumble) -> Diagnosis | None:
    if "escape" not in stumble.problem and "\\" not in stumble.problem:
        return None
    sentence = "A backslash (\\) has a meaning of its own between double quotes. Use single quotes."
    mended = with_line(stumble.lines, stumble.line, stumble.here.replace("\\", "/"))
    return Diagnosis(Fault(stumble.line + 1, stumble.column + 1, sentence), mended)


def _forbidden_start(stumble: Stumble) -> Diagnosis | None:
    value = value_of(stumble.here)
    if value[:1] not in tuple("*&!@`%,-?]}") or (value[:1] == "-" and value[:2] != "- "):
        return None
    sentence = f"A text may not begin with {value[0]} without quotes. {WHOLE_IN_QUOTES}"
    if value.startswith("- "):
        sentence = "A list begins on the next line. A text that begins with - must be in quotes."
    return quoted(stumble, Fault(stumble.line + 1, len(head_of(stumble.here)) + 1, sentence))


def _behind_the_bar(stumble: Stumble) -> Diagnosis | None:
    if "block scalar" not in stumble.context:
        return None
    bar = value_of(stumble.here)[:1]
    sentence = f"The text under a {bar} begins on the next line, indented."
    mended = with_line(stumble.lines, stumble.line, head_of(stumble.here) + "|")
    return Diagnosis(Fault(stumble.line + 1, stumble.column + 1, sentence), mended)


def _colon(stumble: Stumble) -> Diagnosis | None:
    value, start = value_of(stumble.here), len(head_of(stumble.here))
    inside = stumble.column >= start and ":" in value and start > 0
    if not inside or value[:1] in ("{", "[") or "mapping values" not in stumble.problem:
        return None
    sentence = f"Text that contains “: ” must be in quotes. {WHOLE_IN_QUOTES}"
    if value[:1] in CURLY:
        sentence = (
            "Curly quotation marks do not count here; text that contains “: ” needs straight ones."
        )
    return quoted(stumble, Fault(stumble.line + 1, stumble.column + 1, sentence))


def _in_its_own_words(stumble: Stumble) -> Diagnosis:
    line = min(stumble.line, max(0, len(stumble.lines) - 1))
    column = stumble.column if line == stumble.line else 0
    sentence = (
        f"This cannot be read: {stumble.problem}. Look at this line and the one above; "
        "text with signs in it is safest in quotes."
    )
    return Diagnosis(Fault(line + 1, column + 1, sentence))


WRITING: tuple[Callable[[Stumble], Diagnosis | None], ...] = (
    _tab,
    quotes.unclosed,
    quotes.text_behind,
    _backslash,
    _behind_the_bar,
    _forbidden_start,
    brackets.inside,
    _colon,
    brackets.stray,
    brackets.text_behind,
)
