"""A coder's queue: the texts in the coder's own order, and which comes next."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.classroom.coding.drawing import Task, shuffled, task, tokens
from game.classroom.coding.keeping import Coder, Edition, Given


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
    def left(self) -> tuple[str, ...]:
        """Those of them that have no answer."""
        return tuple(token for token in self.open if token not in self.given)

    def next(self, after: int = 0) -> int | None:
        """The position, from 1, of the next text without an answer: after this one, or else from
        the beginning; None if all have one."""
        waiting = [at for at, token in enumerate(self.open, 1) if token not in self.given]
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


def queue_of(
    edition: Edition, coder: Coder, texts: Mapping[str, str], given: Mapping[str, Given]
) -> Queue:
    """The queue of a coder who has given so much, each by the text's id."""
    seed, known = edition.seed, tokens(edition.seed, texts)
    drawn = task(seed, tuple(known.values()), edition.shared, coder.place, edition.parts)
    mine = shuffled(seed, f"{coder.id} {edition.version}", drawn)
    in_it = set(mine.all)
    return Queue(
        task=mine,
        words={
            known[text_id]: words for text_id, words in texts.items() if known[text_id] in in_it
        },
        given={known[one]: said for one, said in given.items() if one in known},
        closed=coder.closed,
    )
