"""Labels that do not give the answer away (rule N7): students read no word of the theories."""

import re
from collections.abc import Iterator

from game.authoring.outline import Outline
from game.authoring.problems import Remark

TELLING = re.compile(r"\w*(hedg|betray|loyal|reassur)\w*", re.IGNORECASE)


def remarks(outline: Outline) -> Iterator[Remark]:
    """Every label and record phrase with a word that praises or blames the move."""
    for ally, _ in outline.each("allies"):
        for move in outline.keys(*ally, "moves"):
            for key in ("label", "done"):
                path = (*ally, "moves", move, key)
                found = TELLING.search(outline.text(*path))
                if found:
                    yield Remark(path, _sentence(found.group()))


def _sentence(word: str) -> str:
    return (
        f"“{word}” gives the answer away: students would see which move the theories praise or "
        "blame (N7). Name what is done, such as “Build up our own arms”."
    )
