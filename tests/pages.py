"""The documents as tests read them: tables row by row, headings as anchors, what is quoted."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
HEADING = re.compile(r"^(#{1,6}) (.+)$", re.MULTILINE)
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
Row = tuple[str, ...]


def every_page() -> list[Path]:
    """All documents of the project, not those of others that came with a package."""
    found = [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]
    return sorted(found)


def read(path: Path) -> str:
    """The text of a page."""
    return path.read_text(encoding="utf-8")


def prose(text: str) -> str:
    """The text without its fenced blocks, where a sign may mean something else."""
    return FENCED.sub("", text)


def section(text: str, heading: str) -> str:
    """What stands under a heading, as far as the next one of the same or a higher level."""
    lines = text.splitlines()
    start = next(i for i, line in enumerate(lines) if _titled(line) == heading)
    level = lines[start].index(" ")
    rest = lines[start + 1 :]
    ends = (i for i, line in enumerate(rest) if _titled(line) and line.index(" ") <= level)
    return "\n".join(rest[: next(ends, len(rest))])


def _titled(line: str) -> str:
    found = HEADING.match(line)
    return found[2].strip("`") if found else ""


def headings(text: str, level: int) -> list[str]:
    """The headings of one level, in order, without their backticks."""
    return [
        title.strip("`") for marks, title in HEADING.findall(prose(text)) if len(marks) == level
    ]


def rows(text: str) -> Iterator[Row]:
    """Every row of every table, without heads and rules; cells as typed."""
    for before, line in pairwise(text.splitlines()):
        if line.startswith("| ") and before.startswith("|"):
            yield tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1])


def anchors(text: str) -> set[str]:
    """The anchors that a page offers, as GitHub and most readers of Markdown make them."""
    return {_anchor(title) for _, title in HEADING.findall(prose(text))}


def _anchor(title: str) -> str:
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", title).lower()
    return re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")
