"""The library of sessions, as a pure function from a frame to HTML."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from game.web.paths import PATHS
from game.web.review.catalogue import Asked, Page
from game.web.review.contents import GroupLine
from game.web.review.volumes import Volume
from game.web.templating import render
from game.web.wording import imports
from game.web.wording import library as wording
from game.web.wording.figures import some

Options = tuple[tuple[str, str, bool], ...]  # value, words, whether chosen


@dataclass(frozen=True, slots=True)
class LibraryFrame:
    """What the library shows. `there`: how many sessions there are at all; `opened`: the session
    whose groups are shown, and they."""

    asked: Asked
    page: Page[Volume]
    there: int
    scenarios: Options
    designs: Options
    opened: str = ""
    lines: tuple[GroupLine, ...] = ()
    wrong: str = ""  # a day that cannot be read

    @property
    def played(self) -> Options:
        """Who played."""
        return options(wording.PLAYED, self.asked.played)

    @property
    def sources(self) -> Options:
        """Where it was played."""
        return options(wording.SOURCES, self.asked.source)

    def at(self, **more: object) -> str:
        """This choice as an address, with what is given."""
        fields = {**self.asked.fields, **{name: str(value) for name, value in more.items()}}
        return f"{PATHS.library}?{urlencode(fields)}" if fields else PATHS.library

    def turned(self, number: int) -> str:
        """Another page of it."""
        return self.at(page=number)

    def opening(self, session: str) -> str:
        """The same page with this session's groups shown, or shut again."""
        shut = session == self.opened
        return self.at(page=self.page.number, **({} if shut else {"open": session})) + f"#{session}"


def chosen_from(
    volumes: list[Volume], chosen_scenario: str, chosen_design: str
) -> tuple[Options, Options]:
    """The scenarios and the designs that there are."""
    scenarios = {one.scenario_id: one.scenario for one in volumes}
    designs = {one.design: one.design_words.partition(":")[0] for one in volumes}
    return (
        options({"": "any", **dict(sorted(scenarios.items()))}, chosen_scenario),
        options({"": "any", **dict(sorted(designs.items()))}, chosen_design),
    )


def options(words: Mapping[str, str], chosen: str) -> Options:
    """Choices of a form, by value."""
    return tuple((value, said, value == chosen) for value, said in words.items())


def library_page(frame: LibraryFrame, *, done: str = "") -> str:
    """The page."""
    return render(
        "console/library/page.html",
        frame=frame,
        wording=wording,
        some=some,
        done=imports.DONE.get(done, ""),
        counted=wording.counted(frame.page.total, frame.there),
    )
