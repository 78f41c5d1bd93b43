"""Plain text for a terminal: headings, wrapped paragraphs, tables."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from textwrap import wrap

WIDTH = 88
STEERING = ("Cc", "Cf", "Cs")  # signs of control and format, and halves of signs


def shown(text: str) -> str:
    """Without what would steer the terminal: somebody's cable must not colour or clear it."""
    return "".join(
        sign if sign in "\n\t" or unicodedata.category(sign) not in STEERING else "�"
        for sign in text.replace("\r\n", "\n").replace("\r", "\n")
    )


def plain(text: object) -> str:
    """The same on one line: a title or a name must not write lines of its own."""
    return re.sub(r"[\n\t\u2028\u2029]", "�", shown(str(text)))


def heading(text: str) -> str:
    """A heading with a rule under it."""
    return f"{text}\n{'-' * len(text)}"


def paragraph(text: str, first: str = "  ", rest: str = "  ") -> str:
    """Wrapped; a text of several lines keeps them."""
    lines: list[str] = []
    for line in shown(text).split("\n"):
        begin = rest if lines else first
        wrapped = wrap(
            line, WIDTH, initial_indent=begin, subsequent_indent=rest, break_on_hyphens=False
        )
        lines += wrapped or [begin.rstrip()]
    return "\n".join(lines)


def listed_lines(lines: Iterable[str]) -> str:
    """One paragraph each."""
    return "\n".join(paragraph(line, "  ", "    ") for line in lines)


def section(title: str, *parts: str) -> str:
    """A heading with what stands under it; nothing where there is nothing."""
    told = [part for part in parts if part]
    return "\n".join((heading(title), *told)) if told else ""


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Columns as wide as they need; the first is to the left, the others to the right."""
    cells = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(head))]
    return "\n".join(
        "  "
        + "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    )


def joined(parts: Iterable[str]) -> str:
    """Sections with a line between them."""
    return "\n\n".join(part for part in parts if part)
