"""Where the pages of the review are. Every moment of every group has an address of its own."""

from dataclasses import dataclass
from urllib.parse import urlencode

from game.core.vocabulary import SessionId
from game.web.paths import PATHS


@dataclass(frozen=True, slots=True)
class Addresses:
    """Of one session. `group` is the number of a group, `eyes` a seat or empty for everyone."""

    session: SessionId

    @property
    def console(self) -> str:
        """Its console."""
        return f"{PATHS.console}/{self.session}"

    @property
    def overview(self) -> str:
        """Its groups and rounds."""
        return f"{self.console}/review"

    @property
    def compare(self) -> str:
        """Two groups or seats side by side."""
        return f"{self.console}/compare"

    @property
    def search(self) -> str:
        """What was written, to be searched."""
        return f"{self.console}/search"

    @property
    def coding(self) -> str:
        """The reasons and cables, to be coded."""
        return f"{self.console}/coding"

    @property
    def notes(self) -> str:
        """All notes."""
        return f"{self.console}/notes"

    @property
    def paper(self) -> str:
        """Its debrief, to print."""
        return f"{self.console}/debrief"

    @property
    def links(self) -> str:
        """Links for others."""
        return f"{self.console}/links"

    @property
    def data(self) -> str:
        """The zip."""
        return f"{self.console}/export.zip"

    def group(self, group: int) -> str:
        """What begins all addresses of a group."""
        return f"{self.console}/group/{group}"

    def chronicle(self, group: int) -> str:
        """Its log as a text."""
        return f"{self.group(group)}/chronicle"

    def going(self, group: int) -> str:
        """Where the form that names a moment is sent."""
        return f"{self.group(group)}/at"

    def moment(self, group: int, position: int, eyes: str = "", **asked: str) -> str:
        """One moment."""
        seen = f"/as/{eyes}" if eyes else ""
        query = urlencode({name: value for name, value in asked.items() if value})
        return f"{self.going(group)}/{position}{seen}" + (f"?{query}" if query else "")

    def screen(self, group: int, position: int, eyes: str) -> str:
        """The page that a seat had then, alone."""
        return f"{self.moment(group, position, eyes)}/screen"
