"""The list of class sessions, and the page that says how to open the console."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.core.vocabulary import SessionId
from game.web.templating import render
from game.web.wording.console import LOGIN, PASSWORD_REFUSED

NONE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session in the list. `day` and `state` are words, as they shall be read."""

    session: SessionId
    title: str
    code: str
    scenario: str
    design: str  # Chosen(...).words
    day: str  # 21 November 2026
    students: int
    groups: int
    phase: str  # lobby | dealt | play | over
    round: int = 0
    stopped: bool = False
    simulated: bool = False

    @property
    def state(self) -> str:
        """Where it stands, in few words."""
        match self.phase:
            case "lobby":
                return "students join"
            case "dealt":
                return "role cards"
            case "play":
                return f"round {self.round}"
            case _:
                return f"stopped in round {self.round}" if self.stopped else "over"


def sessions_page(
    rows: Sequence[SessionRow], address: str = "", unreadable: Mapping[str, str] = NONE
) -> str:
    """All sessions, in the order given: newest first; and why some cannot be shown, by code."""
    return render("console/sessions.html", rows=rows, address=address, unreadable=unreadable)


def login_page(address: str = "", *, password: bool = False, refused: str = "") -> str:
    """The console was opened without its link. `password`: it may be opened by one; `refused`
    says why it was not: wrong, or many."""
    return render(
        "console/login.html",
        lines=[line.format(address=address) for line in LOGIN],
        password=password,
        refused=PASSWORD_REFUSED[refused] if refused else "",
    )
