"""Faults of writing, and the sentences for those that the composer itself finds."""

from dataclasses import dataclass

from game.authoring.guesses import short
from game.authoring.reading.nodes import Items, Table

SECOND_DOCUMENT = "A second document begins here (---). A file holds one scenario."
DIRECTIVE = "Lines that begin with % have no use here."
TAG = "A word that begins with ! is an order to YAML. Put the text in quotes."


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of writing. Lines and columns begin at 1."""

    line: int
    column: int
    sentence: str


class Unreadable(Exception):  # noqa: N818  what the text is, not what went wrong in the program
    """Reading cannot go on behind this fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.sentence)
        self.fault = fault


def doubled(key: str, table: Table) -> str:
    """For a key that the table holds already."""
    first = table.entries[key][0].line
    return f"“{short(key)}” stands here a second time; the first is in line {first}. Keep one."


def unknown_alias(name: str) -> str:
    """For a * that refers to nothing: emphasis in Markdown, most likely."""
    return (
        "A text may not begin with * without quotes: YAML looks for something called "
        f"“{short(name)}”. "
        f'Write "*{short(name)}", or put the text on its own lines under a |.'
    )


def not_a_key(node: Items | Table) -> str:
    """For a list or table where a key should stand: {{ templates }}, most likely."""
    if isinstance(node, Table) and node.flow:
        return "Text that begins with { must be in quotes. Nothing is filled in between {{ and }}."
    return "A list or table cannot be a key. Put text that begins with [ or { in quotes."
