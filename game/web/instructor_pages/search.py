"""The search, over a term or within one session, as a pure function from a frame to HTML."""

from dataclasses import dataclass
from urllib.parse import urlencode

from game.web.instructor_pages.library import Options
from game.web.review.catalogue import Page
from game.web.review.hits import Hit, Search
from game.web.review.volumes import Volume
from game.web.templating import render
from game.web.wording import search as wording


@dataclass(frozen=True, slots=True)
class SearchFrame:
    """What was looked for and found. `volume`: the one session that is searched; None: a term."""

    at: str
    search: Search
    page: Page[Hit]
    sessions: int  # in which something was found
    kinds: Options
    countries: Options
    titles: Options
    volume: Volume | None = None
    left_out: bool = False  # sessions without texts
    wrong: str = ""  # a day that cannot be read

    @property
    def simulated(self) -> bool:
        """A rehearsal says so above all."""
        return self.volume is not None and self.volume.simulated

    def turned(self, number: int) -> str:
        """Another page of the hits."""
        return f"{self.at}?{urlencode({**self.search.fields, 'page': number})}"


def search_page(frame: SearchFrame) -> str:
    """The page."""
    return render(
        "review/search.html", frame=frame, wording=wording, looked_for=frame.search.sought
    )
