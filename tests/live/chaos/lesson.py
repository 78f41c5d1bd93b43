"""A whole run: class after class in the storm until the last kill, and what is left of them."""

import asyncio
import random
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.live.chaos.figures import Figures
from tests.live.chaos.power import Outage, Power, free_port
from tests.live.chaos.proxy import Proxy
from tests.live.chaos.pupil import Desk, Pupil
from tests.live.chaos.teacher import Teacher
from tests.live.chaos.told import Told
from tests.live.served import ClassSession, Served
from tests.live.stranger import Json, join


@dataclass(frozen=True, slots=True)
class Weather:
    """How bad, how long."""

    kills: int
    kill_every: float  # seconds of life between two kills, on the average
    absent_every: float  # seconds between two absences of a student, on the average
    stays_away: float  # seconds, at most
    click_every: float  # seconds between two clicks of the instructor, on the average
    haste: float  # how likely a reckoning is closed by hand
    patience: float  # seconds that one class may take
    ends: bool = False  # the instructor ends the class after the last kill
    students: int = 40


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is left of one class."""

    session: ClassSession
    told: list[Told]
    pressed: dict[str, int]


@dataclass
class Run:
    """What is left of a run."""

    served: Served
    figures: Figures
    lessons: list[Lesson] = field(default_factory=list)
    outages: list[Outage] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)  # seen by the proxy
    doubled: set[str] = field(default_factory=set)  # ids of commands


def storm(folder: Path, root: Path, weather: Weather, seed: str) -> Run:
    """Play until the kills are spent and the last class is over."""
    served = Served(folder, root)
    served.port = free_port(random.Random(f"{seed}/port"))
    run = Run(served.start(), Figures(seed))
    began = time.monotonic()
    try:
        asyncio.run(_stormed(run, weather))
    except BaseException:
        served.kill()
        raise
    run.figures.seconds = time.monotonic() - began
    return run


async def _stormed(run: Run, weather: Weather) -> None:
    figures, seed = run.figures, run.figures.seed
    async with Proxy(run.served.port, seed, figures) as proxy:
        dice = random.Random(f"{seed}/power")
        power = Power(
            run.served, proxy.watch, figures, dice, weather.kills, weather.kill_every, run.outages
        )
        async with asyncio.TaskGroup() as both:
            both.create_task(power.run())
            while not (run.lessons and power.spent):
                number = len(run.lessons) + 1
                run.lessons.append(await _lesson(run, weather, proxy, power, number))
        run.wrong, run.doubled = proxy.watch.wrong, proxy.watch.doubled
    figures.counts["classes"] = len(run.lessons)


async def _lesson(run: Run, weather: Weather, proxy: Proxy, power: Power, number: int) -> Lesson:
    """One class, from its making to its end."""
    seed = f"{run.figures.seed}/class {number}"
    async with power.calm:  # to join twice is to be two students: nobody is disturbed at the door
        session, welcomes = await asyncio.to_thread(_joined, run.served, weather.students, number)
    desk = Desk(proxy.port, session.code, weather.absent_every, weather.stays_away)
    pupils = [
        Pupil(
            place,
            welcome,
            Told(welcome["participant"], run.figures),
            desk,
            random.Random(f"{seed}/{place}"),
        )
        for place, welcome in enumerate(welcomes)
    ]
    teacher = Teacher(session, random.Random(f"{seed}/teacher"), run.figures)
    try:
        async with asyncio.timeout(weather.patience), asyncio.TaskGroup() as everybody:
            for pupil in pupils:
                everybody.create_task(pupil.play())
            everybody.create_task(_conducted(teacher, pupils, weather))
            if weather.ends:
                everybody.create_task(_ended(teacher, power))
    except TimeoutError:
        stuck = [pupil.where() for pupil in pupils if not pupil.done]
        raise AssertionError(f"not through after {weather.patience} s: {stuck}") from None
    return Lesson(session, [pupil.told for pupil in pupils], teacher.pressed)


def _joined(served: Served, students: int, number: int) -> tuple[ClassSession, list[Json]]:
    session = served.console().make(group_size="3" if number % 2 else "4")
    names = [f"Student {place}" for place in range(students)]
    return session, [join(served.url, session.code, name) for name in names]


async def _ended(teacher: Teacher, power: Power) -> None:
    await power.over.wait()
    await teacher.press("end")


async def _conducted(teacher: Teacher, pupils: list[Pupil], weather: Weather) -> None:
    await teacher.press("deal")
    await teacher.press("begin")

    def stage() -> str | None:
        if all(pupil.over for pupil in pupils):
            return "over"
        seen = pupils[0].told.news.get("view", {})
        found: str | None = seen.get("public", {}).get("stage")
        return found

    await teacher.conduct(stage, weather.click_every, weather.haste)
