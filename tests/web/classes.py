"""Classes to look at in the debrief: real rehearsals of the scenarios that come with the game."""

from dataclasses import replace
from functools import lru_cache

from game.analysis.claims import claims_hash, claims_text
from game.analysis.descriptives import ClassPicture, describe
from game.analysis.sessionlog import GroupLog, SessionLog
from game.authoring.library import load_playable
from game.classroom.assignment import Plan
from game.classroom.rehearsal import START_MS, Troupe, rehearse
from game.core.events import GroupOpened
from game.core.scenario import Scenario
from game.core.vocabulary import Design, SessionId


@lru_cache
def shipped(name: str) -> Scenario:
    """A scenario that comes with the game."""
    found = load_playable(name).scenario
    assert found is not None
    return found


@lru_cache
def rehearsal(
    students: int,
    name: str = "the-straits",
    design: Design = Design.D2_CARDS,
    cut: str = "",
    group_size: int = 3,
) -> SessionLog:
    """A class of bots that has played this scenario to the end."""
    scenario = shipped(name)
    plan = Plan(
        session=SessionId("S1"),
        scenario=scenario,
        claims=claims_hash(),
        design=design,
        group_size=group_size,
        cut=cut or scenario.cuts[0].id,
        seed="debrief",
        factors={"script": ("hawk", "restrained")} if design is Design.D1 else {},
    )
    played = [tuple(events) for _, events in rehearse(plan, students, Troupe())]
    openings = [events[0] for events in played]
    return SessionLog(
        session=plan.session,
        teacher="T1",
        created_at=START_MS,
        assigned_at=START_MS,
        scenario=scenario,
        scenario_text="",
        claims_text=claims_text(),
        group_size=group_size,
        completed=True,
        simulated=True,
        groups=tuple(
            GroupLog(opened.group, events)
            for opened, events in zip(openings, played, strict=True)
            if isinstance(opened, GroupOpened)
        ),
    )


@lru_cache
def pictured(
    students: int,
    name: str = "the-straits",
    design: Design = Design.D2_CARDS,
    cut: str = "",
    group_size: int = 3,
) -> ClassPicture:
    """What such a class did."""
    return describe(rehearsal(students, name, design, cut, group_size))


@lru_cache
def as_students(students: int, name: str = "the-straits", cut: str = "") -> ClassPicture:
    """The same numbers as if students had played: for looking at pages without the stripes."""
    return replace(pictured(students, name, cut=cut), simulated=False)
