"""Whole sessions, played once by strangers and kept: what everybody saw, and what is left of it."""

import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest
import requests

from tests.live.seminar import Seminar
from tests.live.served import ClassSession, Served
from tests.live.stranger import Json
from tests.live.student import Student as Pupil

PAGE = re.compile(r'name="page" value="([a-z0-9-]+)"')


@dataclass(frozen=True)
class Play:
    """A session to be played. `by_hand`: the instructor opens the stages, without clocks."""

    design: str
    size: int
    cut: str = "short"
    by_hand: bool = True
    scenario: str = "the-straits"

    def __str__(self) -> str:
        how = "" if self.by_hand else "-by-the-clock"
        return f"{self.scenario}-{self.design}-{self.size}-{self.cut}{how}"

    @property
    def choices(self) -> dict[str, str]:
        """What the form of the console takes."""
        pace = {"pace": "instructor", "timers": ""} if self.by_hand else {}
        choices = {"scenario": self.scenario, f"cut.{self.scenario}": self.cut}
        return {**choices, "design": self.design, **pace}


DESIGNS = ("D1", "D2", "D2-lottery", "D3")
WHOLE = [  # every design with 13 students, one of them with all its stages; with 30 when asked to
    *(Play(design, 13, "full" if design == "D2" else "short") for design in DESIGNS),
    *(pytest.param(Play(design, 30, "full"), marks=pytest.mark.slow) for design in DESIGNS),
]


@dataclass(frozen=True)
class Student:
    """What one student had at the end."""

    participant: str
    news: Json
    sent: tuple[Json, ...]
    refused: tuple[Json, ...]
    debrief: str

    @property
    def view(self) -> Json:
        """The last view."""
        view: Json = self.news["view"]
        return view


@dataclass(frozen=True)
class Played:
    """What is left of a session."""

    students: tuple[Student, ...]
    zip: bytes
    paper: str
    wall: dict[str, str]  # by page
    errors: str
    seconds: float


@lru_cache
def played(play: Play) -> Played:
    """Play it, on a server of its own; the second time it is only remembered."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as served:
        started = time.monotonic()
        session = served.console().make(**play.choices)
        seminar = Seminar(served, session, play.size)
        seminar.begin()
        seminar.play(by_hand=play.by_hand)
        return kept(served, session, seminar, time.monotonic() - started)


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """A server that goes away."""
    served = Served(folder).start()
    try:
        yield served
    finally:
        served.close()


def kept(served: Served, session: ClassSession, seminar: Seminar, seconds: float) -> Played:
    """All that the server gives of a session that is over."""
    students = tuple(
        _left(served, *pair) for pair in zip(seminar.welcomes, seminar.students, strict=True)
    )
    seminar.close()
    console = served.console()
    pages = dict.fromkeys(PAGE.findall(session.page()))
    wall = {page: console.get(f"/wall/{session.code}?page={page}").text for page in pages}
    paper = console.get(f"/console/{session.id}/debrief").text
    console.close()
    data = session.export("?texts=1")
    return Played(students, data, paper, wall, served.errors(), seconds)


def _left(served: Served, welcome: Json, pupil: Pupil) -> Student:
    heard = {"Authorization": f"Bearer {welcome['token']}"}
    answer = requests.get(f"{served.url}/debrief", headers=heard, timeout=30)
    assert answer.status_code == 200
    return Student(
        welcome["participant"],
        pupil.stranger.news,
        tuple(pupil.sent),
        tuple(pupil.refused),
        answer.text,
    )
