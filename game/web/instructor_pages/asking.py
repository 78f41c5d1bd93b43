"""Before something that hits people: who is hit, and what it does to them."""

from dataclasses import dataclass

from game.core.vocabulary import Stage
from game.web.instructor_pages.frame import ConsoleFrame, Person
from game.web.instructor_pages.seating import seating
from game.web.wording import asking
from game.web.wording.console import COUNTED_OUT, DEFAULTS, NOT_FINAL
from game.web.wording.figures import capital, listed, some

READING = (Stage.CONSULTATION, Stage.CRISIS, Stage.RECKONING)
MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked before an action; `yes` does it."""

    action: str
    heading: str
    lines: tuple[str, ...]
    yes: str
    no: str


UNDEAL = Question("undeal", *asking.UNDEAL)


def question(frame: ConsoleFrame, action: str) -> Question | None:
    """The question before this action, or None when nobody would be hit."""
    match action:
        case "close" if frame.open:
            return _close(frame)
        case "end" if frame.phase != "over":
            return _end(frame)
        case "undo" if frame.undo:
            return Question("undo", *(asking.UNDO if frame.timers else asking.UNTIMED))
        case "reopen" if frame.reopen:
            return Question("reopen", *(asking.REOPEN if frame.round else asking.BEFORE))
        case "undeal" if frame.phase == "dealt":
            return UNDEAL
        case "deal" if frame.phase == "lobby" and frame.gone:
            return _deal(frame)
        case _:
            return None


def missing(frame: ConsoleFrame) -> list[tuple[str, int, tuple[Person, ...]]]:
    """The students' seats that are awaited: country, group number, who holds it. In a group that
    stands still nobody is: nobody can move there, and no closing hits it."""
    return [
        (seat.name, group.number, frame.holders(group, seat.seat))
        for group in sorted(frame.groups, key=lambda group: group.number)
        for seat in group.awaited
        if seat.bot is None and group.number not in frame.held
    ]


def _close(frame: ConsoleFrame) -> Question | None:
    waiting = missing(frame)
    if not waiting or frame.stage is None:
        return None
    count = some(len(waiting), "seat")
    hit = [_seat(*item) for item in waiting]
    reading = frame.stage in READING
    lines = (f"{_named(hit, 'seat')}.", DEFAULTS[frame.stage], "" if reading else COUNTED_OUT)
    return Question(
        "close",
        f"Close the stage with {count} missing?",
        (*filter(None, lines), NOT_FINAL["close"]),
        "Close it",
        "Go on waiting",
    )


def _seat(name: str, group: int, holders: tuple[Person, ...]) -> str:
    who = listed([person.name for person in holders])
    return f"{name} in group {group}" + (f" ({who})" if who else "")


def _named(hit: list[str], one: str) -> str:
    """All of them, or the first and how many more."""
    if len(hit) <= MOST_NAMED:
        return listed(hit)
    rest = some(len(hit) - MOST_NAMED, f"more {one}")
    return f"{', '.join(hit[:MOST_NAMED])} and {rest}"


def _end(frame: ConsoleFrame) -> Question:
    groups = some(len(frame.groups), "group")
    heading = f"End the game for {groups}?" if frame.groups else "End this session?"
    people = some(len(frame.people), "student")
    lines = [f"{people} go to the debrief." if frame.groups else f"{people} will find it ended."]
    if frame.phase == "play" and frame.round:
        lines.append(
            f"What was played counts. Round {frame.round} counts as far as it was revealed."
        )
    return Question("end", heading, (*lines, NOT_FINAL["end"]), "End it", "Play on")


def _deal(frame: ConsoleFrame) -> Question:
    gone = [person.name for person in frame.gone]
    stand = "was" if len(gone) == 1 else "were"
    return Question(
        "deal",
        f"Deal without having seen {some(len(gone), 'student')} lately?",
        (
            f"{_named(gone, 'student')} {stand} not seen in the last two minutes.",
            f"They get seats like all the others: {seating(frame.chosen, len(frame.people))}. If "
            "they do not come back, a bot covers for them after two missed stages.",
            "Whoever should not play can be taken off the list first.",
        ),
        capital("deal the seats"),
        "Wait for them",
    )
