"""Texts that can be read in the time there is (rules 3), on the smallest phone."""

from collections.abc import Iterator

from game.authoring.outline import Outline
from game.authoring.problems import Path, Remark

CARD = 180  # words of the brief and the wants together
DISPATCH = 60  # words of the text and the longest line of news
PRIVATE = 35
REVEAL = 200
LABEL = 40  # characters on a button


def remarks(outline: Outline) -> Iterator[Remark]:
    """Role cards, dispatches, private lines, labels and reveals that are too long."""
    for actor in (("patron",), *(ally for ally, _ in outline.each("allies"))):
        yield from _card(outline, actor)
        yield from _labels(outline, actor)
    for dispatch, _ in outline.each("dispatches"):
        yield from _dispatch(outline, dispatch)
    found = words(outline.text("reveal", "text"))
    if found > REVEAL:
        sentence = f"The reveal has {found} words; about 150 fit the screen at the debrief."
        yield Remark(("reveal", "text"), sentence, "warning")


def words(text: str) -> int:
    """Words as a reader counts them."""
    return len(text.split())


def _card(outline: Outline, actor: Path) -> Iterator[Remark]:
    wants = sum(words(want) for _, want in outline.words(*actor, "wants"))
    found = words(outline.text(*actor, "brief")) + wants
    if found > CARD:
        sentence = (
            f"The role card has {found} words with its wants; at most {CARD} can be read in the "
            "time there is."
        )
        yield Remark((*actor, "brief"), sentence)
    secret = words(outline.text(*actor, "secret"))
    if secret > PRIVATE:
        sentence = f"The secret has {secret} words; {PRIVATE} are enough for one line."
        yield Remark((*actor, "secret"), sentence, "warning")


def _labels(outline: Outline, actor: Path) -> Iterator[Remark]:
    for move in outline.keys(*actor, "moves"):
        label = outline.text(*actor, "moves", move, "label")
        if len(label) > LABEL:
            sentence = (
                f"The label has {len(label)} characters; at most {LABEL} fit a phone’s button."
            )
            yield Remark((*actor, "moves", move, "label"), sentence)


def _dispatch(outline: Outline, dispatch: Path) -> Iterator[Remark]:
    lines = [outline.text(*dispatch, "news", key) for key in ("good", "mixed", "bad")]
    found = words(outline.text(*dispatch, "text")) + max(words(line) for line in lines)
    if found > DISPATCH:
        sentence = (
            f"The dispatch has {found} words with its longest line of news; at most {DISPATCH} can "
            "be read in the time there is."
        )
        yield Remark((*dispatch, "text"), sentence)
    for actor in outline.keys(*dispatch, "private"):
        length = words(outline.text(*dispatch, "private", actor))
        if length > PRIVATE:
            sentence = f"The private line has {length} words; at most {PRIVATE} are allowed."
            yield Remark((*dispatch, "private", actor), sentence)
