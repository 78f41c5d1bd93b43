"""Which buttons the instructor has now. The one that matters is primary; few stand beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.web.debrief_render.paging import PageRef, by_movement
from game.web.instructor_pages.asking import Question, question
from game.web.instructor_pages.frame import ConsoleFrame


@dataclass(frozen=True, slots=True)
class Button:
    """A button that posts `action` (with `page`, if it has one), or a link that leads to `href`.

    `question` is asked first; without scripts the button then leads to a page that asks it.
    """

    text: str
    action: str = ""
    page: str = ""
    href: str = ""
    primary: bool = False
    question: Question | None = None
    current: bool = False


def controls(frame: ConsoleFrame) -> tuple[Button, ...]:
    """The buttons of this phase, the primary one first."""
    if frame.reads_only:
        return (*_secrets(frame), *_pages(frame))
    return (*_of_phase(frame), *_pages(frame), *_ending(frame))


def _pages(frame: ConsoleFrame) -> Iterator[Button]:
    """What is always there beside the console; names are not for all."""
    if frame.phase == "over" and frame.groups:
        yield Button("Review the log", href=f"{frame.base}/review")
    yield Button("Projector", href=frame.wall)
    if not frame.reads_only:
        yield Button("Class list", href=f"{frame.base}/roster")


def questions(buttons: tuple[Button, ...]) -> tuple[Question, ...]:
    """What the buttons ask first: a dialog each."""
    return tuple(button.question for button in buttons if button.question)


def _of_phase(frame: ConsoleFrame) -> Iterator[Button]:
    match frame.phase:
        case "lobby":
            if frame.people:
                yield Button(
                    "Deal the seats", "deal", primary=True, question=question(frame, "deal")
                )
        case "dealt":
            yield Button("Begin round 1", "begin", primary=True)
            yield Button("Undo the deal", "undeal", question=question(frame, "undeal"))
        case "play":
            yield from _playing(frame)
        case "over":
            yield from _turning(frame)


def _playing(frame: ConsoleFrame) -> Iterator[Button]:
    if frame.paused:
        yield Button("Go on", "resume", primary=True)
    elif frame.open:
        yield Button(
            "Close the stage now", "close", primary=True, question=question(frame, "close")
        )
        if frame.deadline is not None and not frame.extended:
            yield Button("+ 30 seconds", "extend")
        yield Button("Pause all", "pause")
    elif frame.pace == "instructor" and not frame.held:
        yield Button("Open the next stage", "next", primary=True)
        yield Button("Pause all", "pause")
    else:
        yield Button("Pause all", "pause")
    if frame.undo:
        yield Button("Undo the closing", "undo", question=question(frame, "undo"))
    yield from _secrets(frame)


def _secrets(frame: ConsoleFrame) -> Iterator[Button]:
    if frame.phase != "play":
        return
    if frame.secrets:
        yield Button("Hide beliefs and moves", href=frame.base)
    else:
        yield Button("Show beliefs and moves", href=f"{frame.base}?secrets=1")


def _turning(frame: ConsoleFrame) -> Iterator[Button]:
    """One page on, one page back."""
    ids = [page.id for page in frame.pages]
    at = ids.index(frame.page) if frame.page in ids else -1
    if at + 1 < len(ids):
        text = "Next page" if at >= 0 else "Begin the debrief"
        yield Button(text, "debrief", page=ids[at + 1], primary=True)
    if at > 0:
        yield Button("Back a page", "debrief", page=ids[at - 1])
    if frame.reopen:
        yield Button("Go on playing", "reopen", question=question(frame, "reopen"))


def _ending(frame: ConsoleFrame) -> Iterator[Button]:
    if frame.phase != "over":
        text = "End the game" if frame.groups else "End this session"
        yield Button(text, "end", question=question(frame, "end"))


def contents(frame: ConsoleFrame) -> tuple[tuple[str, tuple[Button, ...]], ...]:
    """The pages of each movement of the debrief, each a button that puts it on the projector."""
    lesson = by_movement(frame.pages)
    return tuple((movement.place, _buttons(frame, pages)) for movement, pages in lesson)


def _buttons(frame: ConsoleFrame, pages: Iterable[PageRef]) -> tuple[Button, ...]:
    return tuple(
        Button(page.title, "debrief", page=page.id, current=page.id == frame.page) for page in pages
    )
