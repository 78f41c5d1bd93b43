"""What the class that is expected could find, in words and one picture: looked up, not computed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import isinf

from markupsafe import Markup

from game.analysis.planning.between import Outlook, outlook
from game.core.scenario import Scenario
from game.core.treatments import DEFAULT_LEVELS
from game.core.vocabulary import Design
from game.web.charts.classes import ten_classes
from game.web.instructor_pages.choosing import NewForm
from game.web.instructor_pages.frame import Chosen
from game.web.instructor_pages.seating import sizes
from game.web.wording import choosing
from game.web.wording import planning as words
from game.web.wording.figures import some

LARGEST = 4  # times the medium effect: what was tried at most
FEW, SELDOM = 1 / 3, 0.25  # power below which a class is an illustration, and alignment unsettled
LACKS = 0.05  # share of classes without data enough, from which on it is said


@dataclass(frozen=True, slots=True)
class Class:
    """The class as it would sit."""

    design: Design
    groups: int
    compared: int  # groups that enter the comparison
    allies: float  # students in an ally's seat, per group
    rounds: int


@dataclass(frozen=True, slots=True)
class Line:
    """A design in the table that compares them."""

    name: str
    groups: str
    cells: tuple[str, ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class Planned:
    """What the region `outlook` shows."""

    lines: tuple[str, ...]  # above the picture
    picture: Markup
    more: tuple[str, ...]  # below it


def planned(form: NewForm, scenario: Scenario | None) -> Planned | None:
    """None until there is a class to speak of."""
    expected = _expected(form.chosen, form, scenario)
    if expected is None or form.chosen is None:
        return None
    if form.chosen.design is Design.D1 and not form.chosen.scripted:
        return Planned((words.UNSCRIPTED,), Markup(), ())
    found = _outlooks(expected)
    if _nothing(found["C1"]):
        reason = words.REASONS[expected.design].format(groups=some(expected.groups, "group"))
        return Planned((words.NOTHING.format(reason=reason),), Markup(), ())
    legend = words.LEGEND.format(points=round(found["C1"].effect))
    return Planned((legend,), _picture(found), tuple(_more(expected, found)))


def compared(form: NewForm, scenario: Scenario | None) -> tuple[Line, ...]:
    """The same students in each design, scripts playing the patrons where groups are compared."""
    if form.size is None:
        return ()
    found = []
    for design, (name, _) in choosing.DESIGNS.items():
        other = replace(form, design=design.value, factors=("script",), hold=False)
        expected = _expected(other.chosen, other, scenario)
        if expected is not None:
            groups, cells = (
                some(expected.groups, "group"),
                map(_often, _outlooks(expected).values()),
            )
            found.append(Line(name, groups, tuple(cells), design.value == form.design))
    return tuple(found)


def _expected(chosen: Chosen | None, form: NewForm, scenario: Scenario | None) -> Class | None:
    made = sizes(chosen, form.expected) if chosen and form.expected else []
    if chosen is None or scenario is None or not made:
        return None
    cut = next((cut for cut in scenario.cuts if cut.id == form.cut), scenario.cuts[0])
    allies = sum(max(0, size - (not chosen.scripted)) for size in made) / len(made)
    versions = len(dict(chosen.factors).get("script", DEFAULT_LEVELS["script"]))
    entering = len(made) * len(DEFAULT_LEVELS["script"]) // versions
    return Class(chosen.design, len(made), entering, allies, cut.rounds)


def _outlooks(of: Class) -> Mapping[str, Outlook]:
    return {
        claim: outlook(of.design.value, of.compared, of.allies, of.rounds, claim)
        for claim in words.OUTCOMES
    }


def _nothing(found: Outlook) -> bool:
    return found.too_little >= 1


def _often(found: Outlook) -> str:
    return words.NEVER if _nothing(found) else words.often(found.power)


def _picture(found: Mapping[str, Outlook]) -> Markup:
    rows = [(words.OUTCOMES[claim], one.power, _often(one)) for claim, one in found.items()]
    return ten_classes(rows, "; ".join(f"{name}: {said}" for name, _, said in rows) + ".")


def _more(of: Class, found: Mapping[str, Outlook]) -> Sequence[str]:
    belief, alignment = found["C1"], found["C2"]
    lacking = belief.too_little
    notes = {
        _size(belief): True,
        words.ALIGNMENT: alignment.power < SELDOM,
        words.ILLUSTRATION: belief.power < FEW,
        words.ASSOCIATION: of.design is Design.D3,
        words.TOO_LITTLE.format(count=max(1, round(10 * lacking))): lacking >= LACKS,
        words.CARDS: of.design is Design.D2_CARDS,
        words.PART: of.compared < of.groups,
        words.BEYOND: belief.beyond,
        words.BETWEEN: belief.between and not belief.beyond,
    }
    return [note for note, holds in notes.items() if holds]


def _size(belief: Outlook) -> str:
    if isinf(belief.findable):
        said = words.SELDOM.format(points=round(LARGEST * belief.effect))
    else:
        said = words.FOUND.format(points=round(belief.findable))
    if isinf(belief.width):
        return said + words.NO_END
    return said + words.REACH.format(half=round(belief.width / 2))
