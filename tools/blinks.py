"""How long a reader waits: `python3 -m tools.blinks [--sessions 10] [--times 20] [--json]`.

A term is made (tools/term.py: classes of 60 with eight rounds and all the cables that the rules
allow) and served by the real server. Every page of the review is fetched over HTTP, first once
and then many times, between fetches of the page at the door: what it costs is said in
milliseconds, and beside the door's in the same run. Machines are noisy; the ratio is less so.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles

from game.analysis.codeable import codeable
from game.classroom.coding.codebook import DEFAULT
from game.classroom.coding.coders import Arrival, bring
from game.classroom.coding.keeping import MESSAGES, Desk
from game.classroom.coding.opening import keep_codebook
from game.classroom.notes import Author, Notes, Place, Written
from game.core.vocabulary import SessionId
from game.web.session_log import session_log
from tools.term import Term, a_class

BLINK_MS = 100  # what people take for at once
DOOR = "/join"
NOTES = 300


@dataclass(frozen=True, slots=True)
class Timed:
    """A page as fetched. Times in milliseconds; `ratio` of its median to the door's."""

    page: str
    path: str
    kib: float
    first_ms: float
    median_ms: float
    p95_ms: float
    ratio: float


def pages(session: str, last: int) -> dict[str, str]:
    """What a reviewer opens, by name."""
    own, middle = f"/console/{session}", last // 2
    return {
        "library": "/console/library",
        "library, filtered": "/console/library?q=week&design=D2",
        "one class": f"{own}/review",
        "a moment": f"{own}/group/3/at/{middle}",
        "the next one": f"{own}/group/3/at/{middle + 1}",
        "a moment through a seat's eyes": f"{own}/group/4/at/{middle}/as/A2",
        "the page that the seat had": f"{own}/group/4/at/{middle}/as/A2/screen",
        "chronicle of a group": f"{own}/group/3/chronicle",
        "chronicle as one seat knew it": f"{own}/group/3/chronicle?as=A2",
        "two groups compared": f"{own}/compare?left=g2&right=g5",
        "two seats compared": f"{own}/compare?left=g2-A1&right=g5-A1",
        "search in one class": f"{own}/search?q=garrison",
        "search over the term": "/console/library/search?q=garrison+touched",
        "search over the term, nothing found": "/console/library/search?q=nowherewritten",
        "coding": f"{own}/coding",
        "notes": f"{own}/notes",
    }


class Reader:
    """Somebody with the console's cookie."""

    def __init__(self, address: str, console: str) -> None:
        self.address = address
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        self.opener.open(console).read()

    def fetch(self, path: str) -> tuple[float, int]:
        """Milliseconds, and bytes of the answer."""
        begin = time.perf_counter()
        with self.opener.open(self.address + path) as answer:
            size = len(answer.read())
        return (time.perf_counter() - begin) * 1000, size

    def timed(self, name: str, path: str, times: int) -> Timed:
        """The page, each time after the door."""
        first, size = self.fetch(path)
        doors, own = [], []
        for _ in range(times):
            doors.append(self.fetch(DOOR)[0])
            own.append(self.fetch(path)[0])
        mid = median(own)
        p95 = quantiles(own, n=20)[-1]
        return Timed(name, path, size / 1024, first, mid, p95, mid / median(doors))


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, str]]:
    """The real server on this data: its address and the console's link."""
    command = [sys.executable, "-m", "game.cli", "serve", "--port", "0", "--data", str(folder)]
    process = subprocess.Popen([*command, "--host", "127.0.0.1"], stdout=subprocess.PIPE, text=True)
    try:
        console = _console_link(process)
        yield console.split("/console")[0], console
    finally:
        process.terminate()
        process.wait()


def _console_link(process: "subprocess.Popen[str]") -> str:
    for line in process.stdout or ():
        for word in line.split():
            if "/console?" in word:
                return word
    raise SystemExit("The server did not start.")


def coded(term: Term, session: str) -> None:
    """Two have coded every message of a session, and a reader wrote notes beside it."""
    live = term.room.session(session)
    if live is None:
        raise SystemExit("The session is not there.")
    texts = codeable(session_log(term.room, live))[MESSAGES]
    desk = Desk(term.room.writer, term.room.now, session, MESSAGES)
    version = keep_codebook(desk, DEFAULT, len(texts), 1)
    brought = {
        Arrival(coder, coder, blind=True, closed=True): dict.fromkeys(texts, code)
        for coder, code in zip(("ann", "bo"), DEFAULT.words[:2], strict=True)
    }
    bring(desk, version, brought)
    notes = Notes(term.room.writer, term.room.now)
    for number in range(NOTES):
        place = Place(SessionId(session), 1, number % 40 + 1)
        notes.write(place, Author("x", "bo"), Written.of(f"Look {number}", "later"))


def measured(sessions: int, times: int) -> list[Timed]:
    """Every page, on a term of so many classes."""
    with tempfile.TemporaryDirectory() as folder:
        term = Term(Path(folder))
        classes = [a_class(term, number) for number in range(sessions)]
        session, last = classes[-1].id, classes[-1].groups[2].position
        coded(term, session)
        term.store.close()
        with serving(Path(folder)) as (address, console):
            reader = Reader(address, console)
            asked = pages(session, last)
            return [reader.timed(name, path, times) for name, path in asked.items()]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=10)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    found = measured(asked.sessions, asked.times)
    if asked.json:
        print(json.dumps([asdict(one) for one in found], indent=2))
        return
    print(f"{'page':<38}{'KiB':>7}{'first':>8}{'median':>8}{'95 %':>8}  ms   times the door")
    for one in found:
        slow = "  more than a blink" if one.median_ms > BLINK_MS else ""
        print(
            f"{one.page:<38}{one.kib:>7.0f}{one.first_ms:>8.1f}{one.median_ms:>8.1f}"
            f"{one.p95_ms:>8.1f}{one.ratio:>13.1f}{slow}"
        )


if __name__ == "__main__":
    main()
