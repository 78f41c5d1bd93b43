"""A class that submits all at once until the server is gone, and what the disk has of it."""

import random
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import requests

from tests.live.pupils import Message, Pupil, Seated, until


@dataclass
class Sender:
    """A student who states belief after belief over HTTP until the server is gone."""

    pupil: Pupil
    acknowledged: list[Message] = field(default_factory=list)
    unsure: list[Message] = field(default_factory=list)

    def run(self) -> None:
        """Every move has an id; the answer, or that there was none, is kept."""
        number = 0
        while not self.unsure:
            number += 1
            message = self.pupil.message("state_belief", belief=number % 101)
            message["id"] = f"{self.pupil.participant}-{number}"
            self._send(message)

    def _send(self, message: Message) -> None:
        try:
            answer = self.pupil.posts(message)
        except requests.RequestException:
            self.unsure.append(message)
            return
        assert answer.json() == {"ok": True}
        self.acknowledged.append(message)


def stored(folder: Path) -> dict[str, list[str]]:
    """The ids of all commands in the database, with the kinds of their events."""
    found: dict[str, list[str]] = {}
    with closing(sqlite3.connect(folder / "distant-war.db")) as database:
        query = "SELECT command_id, kind FROM events WHERE command_id IS NOT NULL"
        for command, kind in database.execute(query):
            found.setdefault(command.partition(":")[2], []).append(kind)
    return found


def positions_are_gapless(folder: Path) -> bool:
    """Whether no stream has lost an event in the middle."""
    query = "SELECT COUNT(*), MAX(position), MIN(position) FROM events GROUP BY stream"
    with closing(sqlite3.connect(folder / "distant-war.db")) as database:
        return all((count, 1) == (top, low) for count, top, low in database.execute(query))


@contextmanager
def storm(allies: list[Pupil]) -> Iterator[list[Sender]]:
    """All of them send at once, until the server is gone."""
    senders = [Sender(ally) for ally in allies]
    threads = [threading.Thread(target=sender.run) for sender in senders]
    for thread in threads:
        thread.start()
    yield senders
    for thread in threads:
        thread.join(timeout=60)
    assert not any(thread.is_alive() for thread in threads)


def busy(seated: Seated) -> list[Pupil]:
    """Two allies of each group; another one never answers, so that the stage stays open."""
    return [one for one in seated.pupils if one.seat in ("A1", "A2")]


def cut_in_a_storm(seated: Seated, moment: random.Random) -> list[Sender]:
    """Kill the server while the class submits, a few moves after all have begun."""
    allies = busy(seated)
    enough = moment.randint(len(allies), 6 * len(allies))
    with storm(allies) as senders:
        until(lambda: sum(len(s.acknowledged) for s in senders) >= enough, "moves")
        seated.served.kill()
    return senders


def assert_nothing_lost(seated: Seated, senders: list[Sender]) -> None:
    """Each acknowledged command once and whole; of the others, whole or not at all."""
    found = stored(seated.served.folder)
    assert positions_are_gapless(seated.served.folder)
    for sender in senders:
        for message in sender.acknowledged:
            assert found.get(message["id"]) == ["BeliefStated"], message
        for message in sender.unsure:
            assert found.get(message["id"], ["BeliefStated"]) == ["BeliefStated"]


def assert_answered_as_before(seated: Seated, senders: list[Sender]) -> None:
    """Sent again, the old ids say yes and do nothing; the open ones are done once."""
    for sender in senders:
        for message in (*sender.acknowledged[-2:], *sender.unsure):
            assert sender.pupil.posts(message).json() == {"ok": True}
    found = stored(seated.served.folder)
    everything = [message for s in senders for message in (*s.acknowledged, *s.unsure)]
    assert {message["id"] for message in everything} == set(found)
    assert all(kinds == ["BeliefStated"] for kinds in found.values())
