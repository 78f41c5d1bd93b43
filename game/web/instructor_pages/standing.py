"""Where the class stands, in words: what to do now, and who is awaited."""

from dataclasses import dataclass

from game.core.vocabulary import PATRON
from game.web.instructor_pages.asking import missing
from game.web.instructor_pages.frame import ConsoleFrame, Person
from game.web.instructor_pages.seating import seating, warning
from game.web.wording.console import NOW, STAGE_NOW
from game.web.wording.figures import capital, listed, some
from game.web.wording.words import STAGES

MOST_NAMED = 5
Missing = list[tuple[str, int, tuple[Person, ...]]]


@dataclass(frozen=True, slots=True)
class Standing:
    """The masthead's second line, what to do, who is awaited, and who has gone."""

    place: str
    stage: str
    moved: str
    now: str
    awaited: str
    gone: str
    late: str
    warning: str
    predicted: str


def standing(frame: ConsoleFrame) -> Standing:
    """All of it."""
    waiting = missing(frame) if frame.open else []
    return Standing(
        place=_place(frame),
        stage=STAGES[frame.stage] if frame.phase == "play" and frame.stage else "",
        moved=_moved(frame, waiting),
        now=_now(frame),
        awaited=_awaited(frame, waiting),
        gone=_gone(frame),
        late=_late(frame),
        warning=warning(frame.chosen, len(frame.people))
        if frame.phase == "lobby" and frame.people
        else "",
        predicted=_predicted(frame),
    )


def _predicted(frame: ConsoleFrame) -> str:
    """How many, and never who: asked until round 1 begins."""
    if frame.predicted is None or not frame.people:
        return ""
    have = "has" if frame.predicted == 1 else "have"
    return f"{frame.predicted} of {len(frame.people)} {have} said what they expect."


def _place(frame: ConsoleFrame) -> str:
    match frame.phase:
        case "lobby":
            return "Before the deal"
        case "dealt":
            return f"{some(len(frame.groups), 'group')}, seats dealt"
        case "over":
            return "The game is over"
        case _:
            return f"Round {frame.round}"


def _moved(frame: ConsoleFrame, waiting: Missing) -> str:
    if frame.phase == "lobby":
        return some(len(frame.people), "student")
    if not frame.open:
        return ""
    seats = sum(len(group.seats) for group in frame.groups if not group.over)
    if not waiting:
        return "nobody is awaited"
    return f"{len(waiting)} of {some(seats, 'seat')} {'is' if len(waiting) == 1 else 'are'} awaited"


def _now(frame: ConsoleFrame) -> str:
    match frame.phase:
        case "lobby":
            return _lobby(frame)
        case "dealt":
            return NOW["dealt"]
        case "over":
            return _over(frame)
        case _:
            return _playing(frame)


def _lobby(frame: ConsoleFrame) -> str:
    if not frame.people:
        return NOW["empty"].format(address=frame.address, code=frame.code)
    count = len(frame.people)
    here = f"{count} {'has' if count == 1 else 'have'} come in"
    return NOW["lobby"].format(here=here, seating=seating(frame.chosen, count))


def _playing(frame: ConsoleFrame) -> str:
    if frame.paused:
        return NOW["paused"]
    held = _held(frame)
    if not frame.open:
        return held or NOW["closed" if frame.pace == "instructor" else "between"]
    if frame.stage is None:
        return ""
    follows = "You open the next stage." if frame.pace == "instructor" else "It goes on by itself."
    return f"{STAGE_NOW[frame.stage]} {held or follows}"


def _held(frame: ConsoleFrame) -> str:
    """Which groups stand still alone, and what lets them go on."""
    if not frame.held:
        return ""
    numbers = spans(list(frame.held))
    return NOW["held"].format(
        groups=f"groups {numbers}" if len(frame.held) > 1 else f"group {numbers}"
    )


def _over(frame: ConsoleFrame) -> str:
    ids = [page.id for page in frame.pages]
    if frame.page not in ids:
        return NOW["over"]
    at = ids.index(frame.page)
    return NOW["debrief"].format(place=at + 1, count=len(ids), title=frame.pages[at].title)


def _awaited(frame: ConsoleFrame, waiting: Missing) -> str:
    """Countries and groups; where they are many, how many and in which groups."""
    if not waiting:
        going = [group for group in frame.groups if group.number not in frame.held]
        return "bots alone" if any(group.awaited for group in going) else ""
    if len(waiting) <= MOST_NAMED:
        more = _extra(frame)
        return listed(
            [f"{name} in group {at}{more.get((at, name), '')}" for name, at, _ in waiting]
        )
    patrons = sum(
        seat.seat == PATRON and seat.bot is None
        for group in frame.groups
        for seat in group.awaited
        if group.number not in frame.held
    )
    allies = len(waiting) - patrons
    parts = [some(allies, "ally", "allies")] if allies else []
    parts += [some(patrons, "patron")] if patrons else []
    numbers = sorted({group for _, group, _ in waiting})
    where = "every group" if len(numbers) == len(frame.groups) else f"groups {spans(numbers)}"
    return f"{listed(parts)}, in {where if len(numbers) > 1 else f'group {numbers[0]}'}"


def _extra(frame: ConsoleFrame) -> dict[tuple[int, str], str]:
    """Whose clock runs on when the class's has run out."""
    return {
        (group.number, seat.name): " (extra time)"
        for group in frame.groups
        for seat in group.awaited
        if frame.timers and seat.extra
    }


def spans(numbers: list[int]) -> str:
    """`1–4, 7 and 9`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return listed([said for run in runs for said in _run(run)])


def _run(run: list[int]) -> list[str]:
    return [f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(number) for number in run]


def _gone(frame: ConsoleFrame) -> str:
    """Who has not been heard for a while; since when stands on the card."""
    names = [person.name for person in frame.gone]
    if not names or frame.phase == "over":
        return ""
    were = "was" if len(names) == 1 else "were"
    named = listed(names) if len(names) <= MOST_NAMED else capital(some(len(names), "student"))
    return f"{named} {were} not seen in the last two minutes."


def _late(frame: ConsoleFrame) -> str:
    if not frame.late or frame.phase == "over":
        return ""
    names = listed([person.name for person in frame.late])
    waits = "waits" if len(frame.late) == 1 else "wait"
    return f"{names} came late and {waits} for a seat: it is given when the next round begins."
