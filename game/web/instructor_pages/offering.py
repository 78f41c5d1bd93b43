"""What the form for a new session offers: scenarios, lengths, designs, treatments, countries."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from game.analysis.claims import claims_hash, claims_text
from game.classroom.dry_run import MOST_STUDENTS
from game.core.scenario import SEAT_DISTANCE, Actor, Cut, Scenario, cast
from game.core.vocabulary import ALLY_SEATS, Design, Distance
from game.web.instructor_pages.choosing import FieldRefused, NewForm
from game.web.instructor_pages.planning import compared, planned
from game.web.instructor_pages.seating import seating, sizes, warning
from game.web.instructor_pages.tested import tested
from game.web.templating import render
from game.web.wording import choosing
from game.web.wording import planning as planning_words
from game.web.wording import tested as tested_words
from game.web.wording.figures import listed
from game.web.wording.words import DISTANCES


@dataclass(frozen=True, slots=True)
class Option:
    """A row to choose."""

    value: str
    name: str
    hint: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Case:
    """A scenario with what is chosen within it. `actors` is empty where there is no choice."""

    id: str
    title: str
    summary: str
    badges: tuple[str, ...]
    minutes: str
    checked: bool
    cuts: tuple[Option, ...]
    actors: tuple[Option, ...]


def new_session_page(
    form: NewForm,
    scenarios: Sequence[Scenario],
    refused: FieldRefused | None = None,
) -> str:
    """The form, everything as typed. A refusal stands at its field."""
    return render(
        "console/new.html",
        form=form,
        cases=[_case(scenario, form) for scenario in scenarios],
        designs=[_design(design, form) for design in choosing.DESIGNS],
        factors=[_factor(name, form) for name in choosing.FACTORS],
        sizes=[_size(size, said, form) for size, said in choosing.SIZES.items()],
        paces=[Option(p, *choosing.PACES[p], p == form.pace) for p in choosing.PACES],
        third_arm=choosing.THIRD_ARM,
        troupes=[Option(t, said, "", t == form.troupe) for t, said in choosing.TROUPES.items()],
        dry_students=choosing.DRY_STUDENTS,
        dry_most=MOST_STUDENTS,
        preview=Markup(seating_region(form, scenarios)),
        outlook=Markup(outlook_region(form, scenarios)),
        others=Markup(others_region(form, scenarios)),
        planning=planning_words,
        tested=tested(claims_text(), claims_hash()),
        words_tested=tested_words,
        refused=_in_words(refused) if refused else None,
    )


def _in_words(refused: FieldRefused) -> FieldRefused:
    """Treatments by the names they have on this page."""
    said = refused.sentence
    for code, (name, _) in choosing.FACTORS.items():
        said = re.sub(rf"\b{code}\b", f"“{name}”", said)
    return FieldRefused(refused.field, said)


def seating_region(form: NewForm, scenarios: Sequence[Scenario]) -> str:
    """How the class would sit: the inside of the element `seating`, for pages that stay live."""
    chosen, count = form.chosen, form.expected
    scenario = _chosen(form, scenarios)
    lines = [choosing.NOT_TOGETHER] if chosen is None else []
    if count is not None and chosen is not None:
        lines = [f"{seating(chosen, count)}.", warning(chosen, count)]
        biggest = max(sizes(chosen, count), default=0)
        allies = biggest if chosen.scripted else max(1, biggest - 1)
        lines.append(_cast(scenario, form, allies) if scenario and biggest else "")
    return render("console/seating.html", lines=[line for line in lines if line])


def outlook_region(form: NewForm, scenarios: Sequence[Scenario]) -> str:
    """What the class could find: the inside of the element `outlook`."""
    found = planned(form, _chosen(form, scenarios))
    return render("console/outlook.html", found=found, planning=planning_words)


def others_region(form: NewForm, scenarios: Sequence[Scenario]) -> str:
    """The same students in each design: the inside of the element `others`."""
    lines = compared(form, _chosen(form, scenarios))
    return render("console/others.html", lines=lines, planning=planning_words)


def _chosen(form: NewForm, scenarios: Sequence[Scenario]) -> Scenario | None:
    return next((item for item in scenarios if item.id == form.scenario), None)


def _cast(scenario: Scenario, form: NewForm, allies: int) -> str:
    """`The patron is Corvane; the allies are Tessik (near the war) and Dorlan (far from it).`"""
    roles = cast(scenario, form.cast)
    seated = [(seat, roles[seat]) for seat in ALLY_SEATS[:allies] if seat in roles]
    named = listed([f"{actor.name} ({SEAT_DISTANCE[seat]})" for seat, actor in seated])
    most = "In the largest groups the" if allies > 2 else "The"
    return f"The patron is {scenario.patron.name}. {most} allies are {named}."


def _case(scenario: Scenario, form: NewForm) -> Case:
    shortest, longest = (pick(cut.minutes for cut in scenario.cuts) for pick in (min, max))
    minutes = f"{shortest} to {longest}" if shortest != longest else str(longest)
    status = choosing.STATUS.get(scenario.status, scenario.status)
    badges = (status, "disguised") if scenario.disguised else (status,)
    chosen = form.cuts.get(scenario.id) or scenario.cuts[0].id
    return Case(
        id=scenario.id,
        title=scenario.title,
        summary=scenario.summary,
        badges=badges,
        minutes=f"{minutes} minutes",
        checked=scenario.id == form.scenario,
        cuts=tuple(_cut(cut, chosen) for cut in scenario.cuts),
        actors=tuple(_actor(scenario, actor, form) for actor in scenario.allies)
        if choosable(scenario)
        else (),
    )


def choosable(scenario: Scenario) -> bool:
    """Whether there is a choice of countries: more than seats, or real ones."""
    return len(scenario.allies) > len(ALLY_SEATS) or not scenario.disguised


def _cut(cut: Cut, chosen: str) -> Option:
    talk = "with talk" if cut.consultation else "without talk"
    return Option(cut.id, cut.title, f"{cut.rounds} rounds, {talk}", cut.id == chosen)


def _actor(scenario: Scenario, actor: Actor, form: NewForm) -> Option:
    near = DISTANCES[actor.distance or Distance.FAR]
    return Option(actor.id, actor.name, near, f"{scenario.id}/{actor.id}" in form.actors)


def _design(design: Design, form: NewForm) -> Option:
    name, sentence = choosing.DESIGNS[design]
    hint = f"{sentence} {choosing.NEEDS[design]}"
    return Option(design.value, name, hint, design.value == form.design)


def _factor(name: str, form: NewForm) -> Option:
    checked = name in form.factors or (not form.factors and name == "script")
    return Option(name, *choosing.FACTORS[name], checked)


def _size(size: int, said: str, form: NewForm) -> Option:
    return Option(str(size), said, "", str(size) == form.group_size)
