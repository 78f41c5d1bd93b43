"""The case behind a disguised game: its text, what stands behind each name, the sources."""

import re

from game.core.scenario import Scenario
from game.web.debrief_render.matter import Matter
from game.web.debrief_render.paging import PageRef, numbered

MOST_WORDS = 120  # of the text, to a page of the wall
MOST_NAMES = 10


def refs(matter: Matter) -> tuple[PageRef, ...]:
    """Pages of text, then pages of names; none where nothing was disguised."""
    reveal = matter.scenario.reveal
    if reveal is None:
        return ()
    asked = PageRef("recognised", "Did they recognise it?", "Before we say it", "recognised")
    pages = len(reveal_parts(matter.scenario)) + len(name_parts(matter.scenario))
    title = "The case behind it"  # no more: on phones it stands in a list before it is told
    return (asked, *numbered("reveal", title, title, pages))


def reveal_parts(scenario: Scenario) -> list[str]:
    """The text, divided at paragraphs where it is too long for one page of the wall."""
    reveal = scenario.reveal
    if reveal is None:
        return []
    parts: list[list[str]] = [[]]
    for paragraph in re.split(r"\n\s*\n", reveal.text.strip()):
        words = sum(len(item.split()) for item in parts[-1]) + len(paragraph.split())
        if parts[-1] and words > MOST_WORDS:
            parts.append([])
        parts[-1].append(paragraph)
    return ["\n\n".join(part) for part in parts]


def name_parts(scenario: Scenario) -> list[tuple[tuple[str, str], ...]]:
    """The names in the game and what stands behind each, a few to a page of the wall."""
    names = scenario.reveal.names if scenario.reveal else ()
    return [names[i : i + MOST_NAMES] for i in range(0, len(names), MOST_NAMES)]
