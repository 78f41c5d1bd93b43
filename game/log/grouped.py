"""Group commit for the server: one writer, one disk flush for all that waits."""

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import gevent
from gevent.event import AsyncResult
from gevent.threadpool import ThreadPool

from game.log.store import Job, Store
from game.log.writers import answer_of

if TYPE_CHECKING:
    Answer = AsyncResult[Any]

T = TypeVar("T")
MOST_AT_ONCE = 100


class Grouped:
    """One writer thread; what waits is committed together, then everybody is answered.

    The disk flush happens in a real thread, so that the event loop never stands still for it.
    """

    def __init__(self, store: Store, most: int = MOST_AT_ONCE) -> None:
        self.store = store
        self._most = most
        self._pool = ThreadPool(1)
        self._waiting: deque[tuple[Job, Answer]] = deque()
        self._draining = False

    def submit(self, job: Job) -> Any:  # noqa: ANN401
        """Wait with the others for the next commit."""
        answer: Answer = AsyncResult()
        self._waiting.append((job, answer))
        if not self._draining:
            self._draining = True
            gevent.spawn(self._drain)
        return answer_of(answer.get())

    def read(self, query: Callable[[Store], T]) -> T:
        """Run the query in the writer's thread, which owns the database."""
        result: T = answer_of(self._pool.apply(_tried, (query, self.store)))
        return result

    def _drain(self) -> None:
        try:
            while self._waiting:
                count = min(len(self._waiting), self._most)
                batch = [self._waiting.popleft() for _ in range(count)]
                self._commit(batch)
        finally:
            self._draining = False

    def _commit(self, batch: list[tuple[Job, "Answer"]]) -> None:
        results = self._pool.apply(_tried, (self.store.transact, [job for job, _ in batch]))
        if isinstance(results, Exception):  # the disk is full, say: everybody must hear it
            results = [results] * len(batch)
        for (_, answer), result in zip(batch, results, strict=True):
            answer.set(result)


def _tried(act: Callable[..., Any], *given: object) -> Any:  # noqa: ANN401
    """The answer, or the exception as an answer: gevent prints what is raised in its threads."""
    try:
        return act(*given)
    except Exception as fault:
        return fault
