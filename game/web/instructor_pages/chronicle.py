"""A group's chronicle, as a pure function from a frame to HTML."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from game.web.instructor_pages.library import Options as Choices
from game.web.instructor_pages.library import options
from game.web.review.addresses import Addresses
from game.web.review.catalogue import Page
from game.web.review.chosen import EVERY_PAGE, Chosen
from game.web.review.chronicle import RoundShown
from game.web.review.volumes import Volume
from game.web.templating import render
from game.web.wording import chronicle as wording
from game.web.wording.words import ALIGNMENTS, BACKWARDS

Options = tuple[tuple[str, str], ...]  # value, words


@dataclass(frozen=True, slots=True)
class ChronicleFrame:
    """What the page shows. `rounds`: each with the page it stands on; `chips`: what was chosen,
    in words, by its name in the address."""

    volume: Volume
    group: int
    countries: str
    chosen: Chosen
    view: str
    page: Page[RoundShown]
    rounds: tuple[tuple[int, int], ...]
    seats: Options
    stages: Options
    kinds: Options
    chips: tuple[tuple[str, str], ...]
    only: str
    noted: Mapping[int, int]  # how many notes there are at an event, or about a paragraph

    @property
    def simulated(self) -> bool:
        """A rehearsal says so above all."""
        return self.volume.simulated

    @property
    def addresses(self) -> Addresses:
        """Of the session's pages."""
        return Addresses(self.volume.session)

    @property
    def here(self) -> str:
        """The chronicle's own address, with nothing chosen."""
        return self.addresses.chronicle(self.group)

    @property
    def notes(self) -> str:
        """The notes on this group."""
        return f"{self.addresses.notes}?group={self.group}"

    def at(self, position: int) -> str:
        """A moment of it; through a seat's eyes where the page is."""
        return self.addresses.moment(self.group, position, self.chosen.eyes)

    def turned(self, number: int) -> str:
        """Another page of the same choice."""
        return self._address(page=number)

    @property
    def choices(self) -> tuple[tuple[str, str, Choices], ...]:
        """The lists of the form: name in the address, label, options."""
        lists = {"seat": self.seats, "stage": self.stages, "kind": self.kinds, "as": self.seats}
        return tuple(
            (
                name,
                label,
                options({"": every, **dict(lists[name])}, self.chosen.fields.get(name, "")),
            )
            for name, (label, every) in wording.CHOICES.items()
        )

    @property
    def whole(self) -> str:
        """The same choice on one page, for paper."""
        return self._address(page=EVERY_PAGE)

    def without(self, name: str) -> str:
        """The same without one of the choices."""
        return self._address(drop=name)

    def viewed(self, view: str) -> str:
        """The whole chronicle, read the other way."""
        return self.here + (f"?view={view}" if view == wording.EVENTS else "")

    def _address(self, page: int | str = 1, drop: str = "") -> str:
        fields = {k: v for k, v in self.chosen.fields.items() if k != drop}
        if self.view == wording.EVENTS:
            fields["view"] = self.view
        if page != 1:
            fields["page"] = str(page)
        return self.here + (f"?{urlencode(fields)}" if fields else "")


def chronicle_page(frame: ChronicleFrame) -> str:
    """The page."""
    return render(
        "console/chronicle/page.html",
        frame=frame,
        wording=wording,
        alignments=ALIGNMENTS,
        backwards=BACKWARDS,
    )
