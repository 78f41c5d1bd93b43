"""Cables, communiqués and what was put in writing, as they stand in a thread."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.core.views.own import SeatView
from game.core.views.shapes import Message, Pledge
from game.core.vocabulary import SeatId, Stage
from game.web.wording import pledges as words


@dataclass(frozen=True, slots=True)
class Letter:
    """One entry: `lead` is the formal part, `text` what was written. `kind`: theirs, mine, all."""

    kind: str
    who: str
    lead: str
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class RoundOfLetters:
    """What was written in one round."""

    number: int
    letters: tuple[Letter, ...]


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything this seat sent or may read, the latest round first."""

    cables: bool
    writing: bool  # the consultation is open
    rounds: tuple[RoundOfLetters, ...]


def archive(view: SeatView) -> Archive:
    """The part of the page."""
    public = view.public
    writing = public.open and public.stage is Stage.CONSULTATION
    return Archive(public.cables, writing, rounds(view) if public.talk else ())


def between(view: SeatView, number: int, other: SeatId) -> tuple[Letter, ...]:
    """This seat and one other, in one round, as they wrote."""
    letters = [
        *(_cable(view, m) for m in view.messages if m.round == number and _pair(m, other)),
        *(_formal(view, p) for p in view.pledges if p.made == number and _mine(view, p, other)),
    ]
    return tuple(sorted(letters, key=lambda letter: letter.at))


def to_all(view: SeatView, number: int) -> tuple[Letter, ...]:
    """Communiqués of one round, and what others put in writing in public."""
    letters = [
        *(_communique(view, m) for m in view.messages if m.round == number and m.to is None),
        *(
            _formal(view, item, whole=True)
            for item in view.pledges
            if item.made == number and view.seat not in (item.seat, item.to)
        ),
    ]
    return tuple(sorted(letters, key=lambda letter: letter.at))


def rounds(view: SeatView) -> tuple[RoundOfLetters, ...]:
    """Everything this seat sent or may read, the latest round first."""
    found = (
        RoundOfLetters(number, tuple(sorted(_of(view, number), key=lambda letter: letter.at)))
        for number in range(view.public.round, 0, -1)
    )
    return tuple(item for item in found if item.letters)


def _of(view: SeatView, number: int) -> Iterator[Letter]:
    mine = (p for p in view.pledges if p.made == number)
    yield from (_formal(view, p, whole=True) for p in mine)
    for message in view.messages:
        if message.round == number:
            yield _communique(view, message) if message.to is None else _cable(view, message, True)


def _mine(view: SeatView, pledge: Pledge, other: SeatId) -> bool:
    return {pledge.seat, pledge.to} == {view.seat, other}


def _pair(message: Message, other: SeatId) -> bool:
    return message.to is not None and other in (message.seat, message.to)


def _cable(view: SeatView, message: Message, whole: bool = False) -> Letter:
    mine = message.seat == view.seat
    kind = "mine" if mine else "theirs"
    return Letter(kind, _who(view, message.seat, message.to, whole), "", message.text, message.at)


def _communique(view: SeatView, message: Message) -> Letter:
    who = "You" if message.seat == view.seat else view.public.name_of(message.seat)
    return Letter("all", f"{who}, to all", "", message.text, message.at)


def _formal(view: SeatView, pledge: Pledge, whole: bool = False) -> Letter:
    mine = pledge.seat == view.seat
    kind = "mine" if mine else "all" if pledge.public and whole else "theirs"
    who = _who(view, pledge.seat, pledge.to, whole) + (", in public" if pledge.public else "")
    return Letter(kind, who, words.phrase(view.public, pledge), "", pledge.at)


def _who(view: SeatView, seat: SeatId, to: SeatId | None, whole: bool) -> str:
    """`Meridia`, or in a list of several parties `Meridia to Arven`."""
    who = "You" if seat == view.seat else view.public.name_of(seat)
    if not whole or to is None:
        return who
    return f"{who} to {'you' if to == view.seat else view.public.name_of(to)}"


def incoming(letters: Iterable[Letter]) -> int:
    """How many of them somebody else wrote."""
    return sum(letter.kind == "theirs" for letter in letters)
