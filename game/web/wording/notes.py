"""Notes in words: where they are pinned, why one is not taken, what removing does."""

from collections.abc import Mapping

from game.classroom.notes import LONGEST, LONGEST_TAG, MOST_NOTES, MOST_TAGS, Place
from game.core.vocabulary import Stage
from game.web.wording.words import STAGES

INSTRUCTOR = "instructor"
NAMELESS: Mapping[str, str] = {  # a link without a label
    "co_instructor": "co-instructor",
    "reviewer": "reviewer",
}
ABOUT = (
    "A note stands beside the log, never in it. Whoever may review this session reads all notes; "
    "each author changes and removes their own, and the instructor may remove any."
)
REFUSED: Mapping[str, str] = {
    "empty": "Write a few words, or a tag.",
    "too_long": f"A note has at most {LONGEST} letters. Yours is still in the field.",
    "tags": f"At most {MOST_TAGS} tags, each of at most {LONGEST_TAG} letters.",
    "too_many": f"This session has {MOST_NOTES} notes, as many as it may.",
    "place": "This group has no such event.",
}
SHUT = (
    "Your link does not reach so far, or it was revoked while you wrote. Nothing was kept. Your "
    "words are below: copy them, or open your new link in this browser and save again."
)
STILL_PLAYED = (
    "This game goes on again, so that notes wait for its end. Nothing was kept. Your words are "
    "below: copy them, or save them after the class."
)
NOT_WRITTEN = "The server cannot write just now. Nothing was kept. Save again in a moment."
REMOVE = "Remove this note?"
REMOVING = "It is gone for everybody, and nobody can bring it back."
DONE: Mapping[str, str] = {
    "noted": "The note is kept.",
    "changed": "The note is changed.",
    "removed": "The note is gone.",
}
NONE = "No note yet. On the page of any event there is a field for one."
NONE_HERE = "No note fits this choice."


def where(place: Place) -> str:
    """`Group 3, round 2, response, event 57`; a group alone."""
    parts = [f"Group {place.group}"]
    if place.position:
        parts += [f"round {place.round}"] if place.round else []
        parts += [STAGES[Stage(place.stage)].lower()] if place.stage else []
        parts.append(f"event {place.position}")
    return ", ".join(parts)
