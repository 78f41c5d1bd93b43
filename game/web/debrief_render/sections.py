"""The parts of the debrief in their order: what pages each has, and how each is drawn.

A drawer makes the context of a template from the matter, the page and the size.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from game.web.debrief_render import (
    alignment,
    beliefs,
    claims,
    gauge,
    limits,
    maps,
    movers,
    patrons,
    points,
    predictions,
    questions,
    recognition,
    record,
    reveal,
    strips,
)
from game.web.debrief_render.matter import Matter
from game.web.debrief_render.paging import Movement, PageRef, number_of

Context = Mapping[str, object]
Drawer = Callable[[Matter, str, bool], Context]
Refs = Callable[[Matter], tuple[PageRef, ...]]

LESSON: Mapping[Movement, tuple[Refs, ...]] = {
    Movement.HAPPENED: (beliefs.refs, strips.refs, maps.refs, alignment.refs, points.refs),
    Movement.WHY: (predictions.refs, patrons.refs, claims.refs, gauge.refs),
    Movement.MEANS: (reveal.refs, record.refs, limits.refs, movers.refs, questions.refs),
}


@dataclass(frozen=True, slots=True)
class Section:
    """A part: the template that draws it, and what the template needs."""

    template: str
    draw: Drawer


def refs(matter: Matter) -> tuple[PageRef, ...]:
    """All pages, in the order in which a class sees them."""
    return tuple(
        replace(page, movement=movement)
        for movement, parts in LESSON.items()
        for part in parts
        for page in part(matter)
    )


def section_of(page: PageRef) -> Section:
    """How a page is drawn."""
    return SECTIONS[page.section.partition("-")[0]]


def _strips(matter: Matter, page: str, wall: bool) -> Context:
    pages = strips.parts(matter)
    groups = pages[number_of(page) - 1] if wall else matter.played
    letters = not matter.picture.simulated or matter.picture.counts.timeouts > 0
    return {"chart": strips.chart(matter, groups, wall=wall), "letters": letters}


def _map(matter: Matter, page: str, wall: bool) -> Context:
    group = matter.group(number_of(page))
    size, prefix = ("wall", f"w{page}-") if wall else ("phone", f"p{page}-")
    steps = maps.steps(matter, group, size, prefix) if group else ()
    return {"steps": steps, "group": group, "page": page, "name": f"map of group {number_of(page)}"}


def _points(matter: Matter, page: str, wall: bool) -> Context:
    groups = points.batch(matter, number_of(page)) if wall else matter.played
    return {"shown": points.points(matter, groups)}


def _reveal(matter: Matter, page: str, wall: bool) -> Context:
    scenario, number = matter.scenario, number_of(page)
    texts, names = reveal.reveal_parts(scenario), reveal.name_parts(scenario)
    told = scenario.reveal
    if told is None or not wall:
        listed = told.sources if told else ()
        return {
            "text": told.text if told else "",
            "title": told.title if told else "",
            "names": told.names if told else (),
            "sources": scenario.cited(listed),
        }
    if number <= len(texts):
        title = told.title if number == 1 else ""
        return {"title": title, "text": texts[number - 1], "names": (), "sources": ()}
    return {"title": "", "text": "", "names": names[number - len(texts) - 1], "sources": ()}


def _readings(matter: Matter, page: str, wall: bool) -> Context:
    readings = matter.scenario.readings
    ids = [i for reading in readings for i in reading.sources]
    return {
        "readings": readings[number_of(page) - 1 : number_of(page)] if wall else readings,
        "sources": matter.scenario.cited(ids),
    }


def _questions(matter: Matter, page: str, wall: bool) -> Context:
    number = number_of(page) if wall else 0
    return {"questions": questions.questions(matter.scenario, number)}


def _alignment(matter: Matter, page: str, wall: bool) -> Context:
    prefix = "wall" if wall else "phone"
    return {"shown": alignment.alignment(matter, wall=wall, prefix=prefix)}


def _forms(matter: Matter, page: str, wall: bool) -> Context:
    return {"tables": (alignment.forms_table(matter), alignment.stances_table(matter))}


def _expected(matter: Matter, page: str, wall: bool) -> Context:
    file = claims.found(matter).claims
    held = [file.claim(name) for name in claims.MAIN]
    asked = [(claim.question, claims.sides(claim, claims.FAIR)) for claim in held]
    theories = [(name, claims.curly(said)) for name, said in file.theories.items()]
    return {"asked": asked, "theories": theories, "caveat": file.caveat}


def _claim(matter: Matter, page: str, wall: bool) -> Context:
    return {"shown": claims.card(matter, f"C{number_of(page)}", wall=wall)}


def _others(matter: Matter, page: str, wall: bool) -> Context:
    first = (number_of(page) - 1) * claims.ROWS
    names = claims.OTHERS[first : first + claims.ROWS] if wall else claims.OTHERS
    return {"cards": [claims.card(matter, name, wall=wall, slim=wall) for name in names]}


def _limits(matter: Matter, page: str, wall: bool) -> Context:
    return {"items": limits.of_page(matter, page) if wall else limits.limits(matter)}


SECTIONS: Mapping[str, Section] = {
    "predictions": Section(
        "predictions", lambda m, _, wall: {"shown": predictions.shown(m, wall=wall)}
    ),
    "beliefs": Section("charted", lambda m, _, wall: {"shown": beliefs.by_posture(m, wall=wall)}),
    "rounds": Section("charted", lambda m, _, w: {"shown": beliefs.round_by_round(m, wall=w)}),
    "distance": Section("charted", lambda m, _, w: {"shown": beliefs.distances(m, wall=w)}),
    "alignment": Section("alignment", _alignment),
    "forms": Section("forms", _forms),
    "strips": Section("strips", _strips),
    "map": Section("map", _map),
    "patrons": Section("patrons", lambda m, _, __: {"shown": patrons.deeds(m)}),
    "forecasts": Section("forecasts", lambda m, _, w: {"shown": patrons.calibration(m, wall=w)}),
    "expected": Section("expected", _expected),
    "claim": Section("claim", _claim),
    "others": Section("others", _others),
    "gauge": Section("gauge", lambda m, _, w: {"shown": gauge.drawn(m, wall=w)}),
    "limits": Section("limits", _limits),
    "robustness": Section("robustness", lambda m, _, __: {"table_shown": limits.robustness(m)}),
    "points": Section("points", _points),
    "movers": Section("movers", lambda m, _, __: {"shown": movers.movers(m)}),
    "recognised": Section(
        "recognised", lambda m, _, wall: {"shown": recognition.heard(m, wall=wall)}
    ),
    "reveal": Section("reveal", _reveal),
    "record": Section("record", lambda m, _, __: {"shown": record.record(m)}),
    "readings": Section("readings", _readings),
    "questions": Section("questions", _questions),
}
