"""The page of links to one session, and the page of a new link to the whole console."""

from dataclasses import dataclass

from game.classroom.links import LINKED, Role
from game.core.vocabulary import SessionId
from game.web.paths import PATHS
from game.web.templating import render
from game.web.wording.links import NEW_LINK, ROLES


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link in the list. The moments are words, as they shall be read; empty: never."""

    id: str
    role: Role
    label: str
    made: str
    used: str = ""
    revoked: str = ""

    @property
    def what(self) -> str:
        """What it opens, in a word or two."""
        return ROLES[self.role].name


@dataclass(frozen=True, slots=True)
class LinksFrame:
    """The links of one session. `made` is the one just made, which is shown this once."""

    session: SessionId
    title: str
    rows: tuple[LinkRow, ...]
    made: str = ""
    simulated: bool = False
    played: bool = True  # here; an imported one has no projector page and no console

    @property
    def roles(self) -> tuple[Role, ...]:
        """For whom links can be made."""
        return LINKED if self.played else tuple(r for r in LINKED if r is not Role.PROJECTOR)

    @property
    def back(self) -> str:
        """The page that leads here."""
        return self.base if self.played else f"{self.base}/review"

    @property
    def base(self) -> str:
        """Where the session's console lives."""
        return f"{PATHS.console}/{self.session}"


def links_page(frame: LinksFrame) -> str:
    """All links of a session, and the form for another."""
    return render(
        "console/links.html", frame=frame, roles=[(role, ROLES[role]) for role in frame.roles]
    )


def new_link_page(made: str = "") -> str:
    """Before the console's own link is replaced; and afterwards the new one, shown this once."""
    return render("console/new_link.html", words=NEW_LINK, made=made)
