"""The map of one group, round by round, with the moves coded: the marks are filled at last."""

from dataclasses import dataclass, replace

from game.analysis.descriptives import Answer, GroupPicture, GroupRound
from game.core.scenario import Scenario
from game.core.views.shapes import Forces, Place
from game.core.vocabulary import PATRON, Alignment, Distance, Posture, Stance
from game.web.charts.forces import forces_map
from game.web.debrief_render.matter import Matter
from game.web.debrief_render.paging import PageRef
from game.web.presenters.maps import MapShown, caption, map_shown
from game.web.wording.debrief import FORMS, STANCES
from game.web.wording.words import POSTURE_DONE

ROOMY = 3  # allies of whom everything can be said


@dataclass(frozen=True, slots=True)
class Who:
    """An ally with the code of its move. `by`: who moved, if no student did."""

    name: str
    code: Alignment
    distance: Distance | None
    by: str


@dataclass(frozen=True, slots=True)
class Move:
    """What an ally did, in the scenario's own words; where allies are many, several together."""

    who: tuple[Who, ...]
    done: str
    together: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One round of one group."""

    round: int
    posture: Posture
    head: str
    map: MapShown
    moves: tuple[Move, ...]
    crisis: str


def refs(matter: Matter) -> tuple[PageRef, ...]:
    """A page a group."""
    return tuple(
        PageRef(
            f"map-{group.number}",
            f"Map of group {group.number}",
            f"Group {group.number}, round by round",
            f"map-{group.number}",
        )
        for group in matter.played
    )


def steps(matter: Matter, group: GroupPicture, size: str, prefix: str) -> tuple[Step, ...]:
    """Every round of this group; the units keep their ids, so that they can walk."""
    return tuple(_step(matter, played, size, prefix) for played in group.rounds)


def _step(matter: Matter, played: GroupRound, size: str, prefix: str) -> Step:
    drawn = forces(matter.scenario, played)
    words = map_shown(drawn, size, prefix)
    codes = tuple((a.seat, a.alignment) for a in played.answers)
    said = [f"{matter.actor(a.actor)}: {a.alignment.value}." for a in played.answers]
    told = f"{caption(drawn)} {' '.join(said)}"
    title = f"Map of round {played.round}, moves coded"
    svg = forces_map(drawn, size, f"{prefix}{played.round}", title, told, codes)
    return Step(
        round=played.round,
        posture=played.posture,
        head=f"{matter.patron} {POSTURE_DONE[played.posture]}",
        map=replace(words, svg=svg),
        moves=_moves(matter, played.answers),
        crisis=_crisis(matter, played),
    )


def forces(scenario: Scenario, played: GroupRound) -> Forces:
    """The map of a round as it was played, from what the picture holds of it."""
    each = min(scenario.numbers.pool_per_ally, scenario.numbers.garrison_max)
    home = played.pool - each * len(played.answers)
    patron = scenario.patron
    base = Place(PATRON, patron.name, patron.home, None, home, played.reserve, 0, 0, False)
    allies = tuple(_place(scenario, answer, each) for answer in played.answers)
    return Forces(played.round, scenario.theatre, played.pool, played.theatre, (base, *allies))


def _place(scenario: Scenario, answer: Answer, each: int) -> Place:
    actor = scenario.actor(answer.actor)
    return Place(
        seat=answer.seat,
        name=actor.name,
        home=actor.home,
        distance=answer.distance,
        start=each,
        here=answer.garrison,
        own=scenario.numbers.ally_units,
        sent=answer.units,
        attacked=bool(answer.attacked),
    )


def _moves(matter: Matter, answers: tuple[Answer, ...]) -> tuple[Move, ...]:
    """An ally each; from four allies on, those who did the same together."""
    if len(answers) <= ROOMY:
        return tuple(Move((_who(matter, a),), _done(matter, a) + _more(a), False) for a in answers)
    deeds = {answer.seat: _done(matter, answer) for answer in answers}
    return tuple(
        Move(tuple(_who(matter, a) for a in answers if deeds[a.seat] == deed), deed, True)
        for deed in dict.fromkeys(deeds.values())
    )


def _who(matter: Matter, answer: Answer) -> Who:
    name, by = matter.actor(answer.actor), matter.mover(answer.source)
    return Who(name, answer.alignment, answer.distance, by)


def _done(matter: Matter, answer: Answer) -> str:
    actor = matter.scenario.by_id().get(answer.actor)
    labels = {label.move: label.done for label in actor.moves} if actor else {}
    return labels.get(answer.move, FORMS[answer.move].lower())


def _more(answer: Answer) -> str:
    """Its word in public; what it sent stands on the map."""
    return "" if answer.stance is Stance.SILENT else f", {STANCES[answer.stance].lower()}"


def _crisis(matter: Matter, played: GroupRound) -> str:
    """`Attacked: Tessik, alone; Pendry, helped.`"""
    said = [
        f"{matter.actor(a.actor)}, {'helped' if a.defended else 'left alone'}"
        for a in played.answers
        if a.attacked
    ]
    return f"Attacked: {'; '.join(said)}." if said else ""
