"""What this class cannot show: made from the data of this session, nothing typed by hand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.analysis.inference.results import Analysis, ArmShare, DataReport, Robustness
from game.analysis.inference.sentences import amount
from game.web.debrief_render.claims import MAIN
from game.web.debrief_render.matter import Matter
from game.web.debrief_render.paging import PageRef, number_of, numbered
from game.web.debrief_render.tables import HIDDEN, Table, share
from game.web.wording import limits as said
from game.web.wording.figures import capital, listed, some

FEW_GROUPS = 10
MOST_LINES = 30  # to a page of the wall, in two columns
LETTERS = 40  # to a line


@dataclass(frozen=True, slots=True)
class Limit:
    """A fact in few words, and what follows from it."""

    fact: str
    follows: str


def refs(matter: Matter) -> tuple[PageRef, ...]:
    """As many pages as the limits take, then the estimates otherwise counted."""
    if matter.tested is None or not matter.played:
        return ()
    pages = len(parts(matter))
    heading = "What this class cannot show"
    otherwise = PageRef("robustness", "Counted otherwise", "And counted otherwise?", "robustness")
    return (*numbered("limits", heading, heading, pages), otherwise)


def limits(matter: Matter) -> tuple[Limit, ...]:
    """All of them, those that matter most first."""
    if matter.tested is None:
        return ()
    analysis = matter.tested.analysis
    return (
        *((Limit(*said.SIMULATED),) if matter.picture.simulated else ()),
        _groups(analysis.data),
        Limit(*said.DESIGN[_design(matter)]),
        *_cards(matter),
        Limit(*said.YES_OR_NO),
        *_attrition(analysis),
        *_moves(matter, analysis.data),
        *_left_out(analysis.data),
        *_recognised(matter),
        Limit(*said.ABSTRACT),
        Limit(said.YOU, matter.tested.claims.caveat),
    )


def parts(matter: Matter) -> list[list[Limit]]:
    """The limits, as many to a page of the wall as fit."""
    pages: list[list[Limit]] = []
    left = 0.0
    for limit in limits(matter):
        lines = 1 + (len(limit.fact) + len(limit.follows)) // LETTERS + 0.6
        if lines > left:
            pages.append([])
            left = MOST_LINES
        pages[-1].append(limit)
        left -= lines
    return pages


def of_page(matter: Matter, page: str) -> list[Limit]:
    """Those of one page of the wall."""
    return parts(matter)[number_of(page) - 1]


def _groups(data: DataReport) -> Limit:
    fact = some(data.groups_used, "group")
    if data.groups_used != data.groups:
        fact = f"{data.groups_used} of {some(data.groups, 'group')}"
    return Limit(fact, said.FEW if data.groups_used < FEW_GROUPS else said.MANY)


def _design(matter: Matter) -> str:
    """The design that was tested; whether a script played is another matter than groups."""
    scripted = matter.compared == "D1" and matter.scripted
    return f"{matter.compared}-scripted" if scripted else matter.compared


def _cards(matter: Matter) -> Iterator[Limit]:
    """How often order cards were obeyed, where there were any."""
    held = matter.picture.compliance
    if held:
        obeyed, dealt = sum(item.complied for item in held), sum(item.rounds for item in held)
        yield Limit(f"Cards were obeyed in {share(obeyed, dealt)}", said.INTENTION)


def _attrition(analysis: Analysis) -> Iterator[Limit]:
    """What is missing in each arm, and how far that could turn claim 2."""
    arms = [arm for arm in analysis.data.attrition if arm.missing is not None]
    if not any(arm.missing for arm in arms):
        return
    fact = f"Missing moves: {listed([_missing(arm) for arm in arms])}"
    if not analysis.data.attrition_differs:
        yield Limit(fact, said.EVEN)
        return
    worst = next((line for line in analysis.robustness if line.line == "worst_case"), None)
    yield Limit(fact, f"{said.UNEVEN} {_worst(worst)}".strip())


def _missing(arm: ArmShare) -> str:
    gone = share(arm.expected - arm.played, arm.expected)
    return f"{arm_words(arm.arm)} {gone}"


def arm_words(arm: str) -> str:
    """`hawk+heavy` in words."""
    return " ".join(said.ARMS.get(level, level) for level in arm.split("+"))


def _worst(line: Robustness | None) -> str:
    if line is None or line.low is None or line.high is None:
        return ""
    low, high = (amount("C2", end) for end in (line.low, line.high))
    return f"At worst claim 2 would lie anywhere from {low} to {high}."


def _moves(matter: Matter, data: DataReport) -> Iterator[Limit]:
    """Whose moves were no student's."""
    if matter.picture.simulated:
        return
    others = [
        f"{count} by {who}"
        for count, who in (
            (data.bot_rows, "bots"),
            (data.timed_out, "the clock"),
            (data.by_instructor, "the instructor"),
        )
        if count
    ]
    if others:
        yield Limit(f"Moves not students’: {listed(others)}", said.LEFT_OUT)


def _left_out(data: DataReport) -> Iterator[Limit]:
    """Groups, rows and answers that did not enter, each with its count."""
    if data.groups_dropped:
        fact = f"{some(len(data.groups_dropped), 'group')} left out"
        yield Limit(fact, said.DROPPED)
    if data.shortened:
        yield Limit(f"{some(len(data.shortened), 'group')} cut short", said.SHORTENED)
    if data.missing_belief:
        yield Limit(f"{some(data.missing_belief, 'move')} without a belief", said.NO_BELIEF)
    if data.repeat_players:
        played = some(data.repeat_players, "student")
        yield Limit(f"{played} had played before", said.REPEATED)


def _recognised(matter: Matter) -> Iterator[Limit]:
    """How many knew the case behind the game, where enough have said and the reader is not
    asked: nobody's answer leans on the others'."""
    heard, form = matter.picture.told.recognised, matter.asked.recognition
    if heard.answered and heard.discreet and not (form and form.open):
        yield Limit(f"{share(heard.yes, heard.answered)} recognised the case", said.RECOGNISED)


def robustness(matter: Matter) -> Table:
    """The main claims once more: as tested, and each other way of counting that applies."""
    lines: Sequence[Robustness] = matter.tested.analysis.robustness if matter.tested else ()
    kinds = [kind for kind in said.LINES if any(line.line == kind for line in lines)]
    heads = ("Estimate", *(capital(name) for name in _names(matter)))
    rows = [("as tested", *(_tested(matter, name) for name in MAIN))]
    rows += [(said.LINES[kind], *(_cell(lines, kind, name) for name in MAIN)) for kind in kinds]
    return Table("Estimates, counted otherwise", heads, tuple(rows))


def _names(matter: Matter) -> list[str]:
    return [matter.tested.claims.claim(name).name for name in MAIN] if matter.tested else []


def _tested(matter: Matter, name: str) -> str:
    value = matter.tested.analysis.claim(name).estimate if matter.tested else None
    return HIDDEN if value is None else amount(name, value)


def _cell(lines: Sequence[Robustness], kind: str, name: str) -> str:
    found = next((line for line in lines if line.line == kind and line.claim == name), None)
    if found is None or found.low is None or found.high is None:
        return HIDDEN
    low, high = (amount(name, end) for end in (found.low, found.high))
    return low if found.low == found.high else f"{low} to {high}"
