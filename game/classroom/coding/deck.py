"""The texts of a coding under one edition: their tokens, and who gets which, worked out once."""

from collections.abc import Mapping

from game.classroom.coding.drawing import Task, lot, shuffled, task, tokens
from game.classroom.coding.keeping import Coder, Edition


class Deck:
    """The texts under their tokens; `shared`: the ids of those that all code."""

    def __init__(self, edition: Edition, texts: Mapping[str, str]) -> None:
        self.edition = edition
        self.tokens = tokens(edition.seed, texts)
        self.ids = {token: text_id for text_id, token in self.tokens.items()}
        self.words = {token: texts[text_id] for token, text_id in self.ids.items()}
        self._lot = lot(edition.seed, tuple(self.ids))
        self.shared = frozenset(self.ids[token] for token in self._lot[: edition.shared])
        self._tasks: dict[tuple[str, int], Task] = {}

    def task_of(self, coder: Coder) -> Task:
        """What this coder codes, in the coder's own order."""
        key, edition = (coder.id, coder.place), self.edition
        if key not in self._tasks:
            drawn = task(self._lot, edition.shared, coder.place, edition.parts)
            order = f"{coder.id} {edition.version}"
            self._tasks[key] = shuffled(edition.seed, order, drawn)
        return self._tasks[key]
