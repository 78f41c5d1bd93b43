"""The pages around the game: the door, and the plain pages that only say something."""

from dataclasses import dataclass

from game.web.templating import render
from game.web.wording import rules
from game.web.wording.doors import PLAIN, Plain

__all__ = ["DoorRefused", "LobbyFrame", "help_offered", "join_page", "plain_page"]


@dataclass(frozen=True, slots=True)
class DoorRefused:
    """Why nobody came in: the field it belongs to (code, name or number), and the sentence."""

    field: str
    sentence: str


@dataclass(frozen=True, slots=True)
class LobbyFrame:
    """What is said to somebody who is in and has no seat. `late`: the seats are dealt; `watching`:
    none is wanted."""

    code: str
    title: str
    here: int
    return_number: str
    consent: bool | None = None
    talk: bool = True  # whether cables are part of this length of play
    late: bool = False
    over: bool = False
    hand: int | None = None
    watching: bool = False


def help_offered(hand: int | None, *, over: bool) -> str:
    """What the button for help would do now: `down` or `up` is where the hand is."""
    if over:
        return ""
    return "down" if hand is None else "up"


def join_page(
    code: str = "",
    name: str = "",
    *,
    number: str = "",
    given: bool = False,
    title: str = "",
    listed: bool = False,
    seated: str = "",
    refused: DoorRefused | None = None,
    form: str = "",
) -> str:
    """The door. `given`: the code came with the link, so only the name is asked, and nothing is
    taken before the button. `listed`: that class has a list. `seated`: the class in which this
    browser holds a seat already. `form` marks this copy of the form, so that a double tap is known
    for one."""
    return render(
        "student/join.html",
        code=code,
        name=name,
        number=number,
        given=given,
        title=title,
        listed=listed,
        seated=seated,
        refused=refused,
        form=form,
        wrong=refused.field if refused else "",
        game=rules.GAME,
    )


def plain_page(kind: str, *, sentence: str = "", reference: str = "", title: str = "") -> str:
    """A page that says one thing: removed, elsewhere, ended, not_found, malformed, refused,
    broken. `sentence` says the fact where it is known better; `reference` finds it in the log."""
    page: Plain = PLAIN[kind]
    return render(
        "errors/plain.html",
        page=page,
        sentence=sentence or page.fact,
        reference=reference,
        class_title=title,
    )
