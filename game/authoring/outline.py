"""The tree with handles: find a part, its text or its place, whether or not the rest is valid.

Checks look at the outline and not at the models, so that one unreadable part does not silence
what can be said about the others.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from game.authoring.problems import Path, Problem, Remark, where
from game.authoring.reading.nodes import Items, Node, Scalar, Table


@dataclass(frozen=True, slots=True)
class Outline:
    """A file's tree and its name."""

    file: str
    root: Table

    def node(self, path: Path) -> Node | None:
        """What stands at the path, if anything does."""
        found: Node | None = self.root
        for step in path:
            found = below(found, step)
        return found

    def text(self, *path: str | int) -> str:
        """The text at the path; empty when there is none or it is something else."""
        node = self.node(path)
        return node.value if isinstance(node, Scalar) and isinstance(node.value, str) else ""

    def value(self, *path: str | int) -> object:
        """The word at the path: text, number, true, false, or None."""
        node = self.node(path)
        return node.value if isinstance(node, Scalar) else None

    def written(self, *path: str | int) -> bool:
        """Whether the author wrote something there."""
        node = self.node(path)
        return node is not None and not (isinstance(node, Scalar) and node.value is None)

    def each(self, *path: str | int) -> Iterator[tuple[Path, Node]]:
        """The members of the list at the path, each with its own path."""
        node = self.node(path)
        for place, item in enumerate(node.items if isinstance(node, Items) else ()):
            yield (*path, place), item

    def words(self, *path: str | int) -> Iterator[tuple[Path, str]]:
        """The members of the list that are words."""
        for place, item in self.each(*path):
            if isinstance(item, Scalar) and isinstance(item.value, str):
                yield place, item.value

    def keys(self, *path: str | int) -> list[str]:
        """The keys of the table at the path."""
        node = self.node(path)
        return list(node.entries) if isinstance(node, Table) else []

    def ids(self, *path: str) -> dict[str, list[Path]]:
        """Where in the list at the path each id is given."""
        found: dict[str, list[Path]] = {}
        for place, _ in self.each(*path):
            identity = self.text(*place, "id")
            if identity:
                found.setdefault(identity, []).append((*place, "id"))
        return found

    def problem(self, remark: Remark) -> Problem:
        """The remark with the line and column of the part it speaks of."""
        line, column = self._place(remark)
        return Problem(
            self.file, line, column, remark.severity, where(remark.path), remark.sentence
        )

    def _place(self, remark: Remark) -> tuple[int, int]:
        """Where the part stands, or the nearest part around it that is there."""
        nearest: Node = self.root
        for step in remark.path:
            found = below(nearest, step)
            if found is None:
                break
            nearest = found
        if remark.key and isinstance(nearest, Table) and remark.key in nearest.entries:
            key = nearest.entries[remark.key][0]
            return key.line, key.column
        return nearest.line, nearest.column


def below(node: Node | None, step: str | int) -> Node | None:
    """What one step of a path leads to."""
    if isinstance(node, Table):
        return node.get(str(step))
    if isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None
