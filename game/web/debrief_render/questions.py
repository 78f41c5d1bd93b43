"""Questions to discuss, a few to a page of the wall."""

import re

from game.core.scenario import Scenario
from game.web.debrief_render.matter import Matter
from game.web.debrief_render.paging import PageRef, numbered

MOST_QUESTIONS = 4


def refs(matter: Matter) -> tuple[PageRef, ...]:
    """As many pages as they take."""
    count = -(-len(matter.scenario.questions) // MOST_QUESTIONS)
    return numbered("questions", "To discuss", "To discuss", count)


def questions(scenario: Scenario, number: int = 0) -> list[str]:
    """All questions, or those of one page of the wall; source ids are for the phone's fold."""
    known = "|".join(re.escape(source.id) for source in scenario.sources)
    cited = re.compile(rf"\s*\[(?:{known})(?:,\s*(?:{known}))*\]") if known else None
    plain = [cited.sub("", item) if cited else item for item in scenario.questions]
    if not number:
        return plain
    return plain[(number - 1) * MOST_QUESTIONS : number * MOST_QUESTIONS]
