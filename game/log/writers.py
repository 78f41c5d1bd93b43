"""How a job reaches the store; here straight through, for tools and tests."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from game.log.store import Job, Store

T = TypeVar("T")


class Writer(Protocol):
    """Commits a job and answers when it is durable; raises what went wrong with that job."""

    store: Store

    def submit(self, job: Job) -> Any:  # noqa: ANN401
        """Commit `job`; its result, or the exception that belongs to it."""

    def read(self, query: Callable[[Store], T]) -> T:
        """Run a read where it may use the database."""


class Direct:
    """One transaction a job, in the calling thread."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def submit(self, job: Job) -> Any:  # noqa: ANN401
        """Commit at once."""
        return answer_of(self.store.transact([job])[0])

    def read(self, query: Callable[[Store], T]) -> T:
        """Run the query here."""
        return query(self.store)


def answer_of(result: Any) -> Any:  # noqa: ANN401
    """The result, or the exception that belongs to the job, raised."""
    if isinstance(result, Exception):
        raise result
    return result
