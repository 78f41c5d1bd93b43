"""What a coder is shown: values that the server fills from the words of the texts alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.classroom.coding.codebook import SKIPPED, Codebook
from game.classroom.coding.queue import Queue
from game.web.templating import render
from game.web.wording import coding as wording
from game.web.wording.figures import some


@dataclass(frozen=True, slots=True)
class CodeShown:
    """A code as the page offers it, with its key; `chosen`: it was given to this text."""

    key: int
    code: str
    meaning: str
    example: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class TextShown:
    """One text. `back`: the position before it, or 0; `stays`: its code can no more be changed."""

    token: str
    words: str
    position: int
    total: int
    codes: tuple[CodeShown, ...]
    open: bool  # it was left open
    memo: str
    stays: bool

    @property
    def back(self) -> int:
        """The position before this one; 0 if there is none."""
        return self.position - 1


@dataclass(frozen=True, slots=True)
class QueueFrame:
    """The page around it: where its form is sent, and under which version of the codebook."""

    at: str
    version: int
    out: str = ""  # where those who may look at the game come from
    said: str = ""  # why a code was not kept


@dataclass(frozen=True, slots=True)
class DoorRow:
    """A kind of text that can be coded; `position`: 0 before the coder has begun."""

    kind: str
    name: str
    at: str
    shared: str
    codes: tuple[CodeShown, ...]
    begun: bool


def codes_shown(codebook: Codebook, given: str = "") -> tuple[CodeShown, ...]:
    """The codebook with its keys."""
    return tuple(
        CodeShown(key, one.code, one.meaning, one.example, chosen=one.code == given)
        for key, one in enumerate(codebook.codes, 1)
    )


def text_shown(queue: Queue, codebook: Codebook, position: int) -> TextShown:
    """The text at a position of a queue."""
    token = queue.open[position - 1]
    given = queue.given.get(token)
    return TextShown(
        token=token,
        words=queue.words[token],
        position=position,
        total=len(queue.task.all),
        codes=codes_shown(codebook, given.code if given else ""),
        open=given is not None and given.code == SKIPPED,
        memo=given.memo if given else "",
        stays=queue.closed and queue.shares(token),
    )


def text_page(frame: QueueFrame, text: TextShown) -> str:
    """One text beside the codebook."""
    return render("coding/text.html", frame=frame, text=text, wording=wording)


def pause_page(frame: QueueFrame, queue: Queue, kind: str) -> str:
    """Every text that can be read now has an answer."""
    return render(
        "coding/pause.html",
        frame=frame,
        last=len(queue.open),
        closes=queue.to_close,
        heading=wording.SHARED_DONE.format(count=some(len(queue.task.shared), *wording.ONE[kind]))
        if queue.to_close
        else wording.ALL_DONE,
        wording=wording,
    )


def door_page(at: str, rows: Sequence[DoorRow], *, out: str) -> str:
    """Before the first text: what is to be done."""
    return render("coding/door.html", at=at, rows=rows, out=out, wording=wording)


def shares(kind: str, shared: int, own: int) -> str:
    """How many texts all coders read, and how many are the coder's alone."""
    words = some(shared, *wording.ONE[kind])
    if not own:
        return wording.ALL_SHARED.format(shared=words)
    return wording.SHARED.format(shared=words.capitalize(), own=own)
