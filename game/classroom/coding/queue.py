"""A coder's queue: the texts in the coder's own order, and which comes next."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.classroom.coding.deck import Deck
from game.classroom.coding.drawing import Task
from game.classroom.coding.keeping import Coder, Given


@dataclass(frozen=True, slots=True)
class Queue:
    """One coder's texts, by token, and what the coder gave them. Nothing here is of anybody else,
    or of where a text comes from."""

    task: Task
    words: Mapping[str, str]
    given: Mapping[str, Given]
    closed: bool

    @property
    def open(self) -> tuple[str, ...]:
        """The texts that can be looked at now: the others follow when the shared ones are closed,
        or where there are none."""
        return self.task.all if self.closed or not self.task.shared else self.task.shared

    @property
    def _waiting(self) -> tuple[int, ...]:
        """The positions, from 1, of those that have no answer and can still get one."""
        first = len(self.task.shared) if self.closed else 0
        texts = enumerate(self.open, 1)
        return tuple(at for at, token in texts if at > first and token not in self.given)

    @property
    def left(self) -> tuple[str, ...]:
        """Those that wait for an answer."""
        return tuple(self.open[at - 1] for at in self._waiting)

    def next(self, after: int = 0) -> int | None:
        """The position, from 1, of the next text that waits for an answer: after this one, or else
        from the beginning; None if none does."""
        waiting = self._waiting
        return next((at for at in waiting if at > after), waiting[0] if waiting else None)

    def position(self, token: str) -> int | None:
        """Where a text stands."""
        return self.open.index(token) + 1 if token in self.open else None

    def shares(self, token: str) -> bool:
        """Whether all coders code it."""
        return token in self.task.shared

    @property
    def to_close(self) -> bool:
        """Whether all shared texts have an answer, which can still be changed."""
        return bool(self.task.shared) and not self.closed and not self.left


def queue_of(deck: Deck, coder: Coder, given: Mapping[str, Given]) -> Queue:
    """The queue of a coder who has given so much, each by the text's id."""
    mine, known = deck.task_of(coder), deck.tokens
    return Queue(
        task=mine,
        words={token: deck.words[token] for token in mine.all},
        given={known[one]: said for one, said in given.items() if one in known},
        closed=coder.closed,
    )
