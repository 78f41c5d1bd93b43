"""What is said of links to a session: whom they are for, what they open, what revoking does."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.classroom.links import Role


@dataclass(frozen=True, slots=True)
class RoleWords:
    """A role's name, and what its link opens."""

    name: str
    hint: str


ROLES: Mapping[Role, RoleWords] = {
    Role.CO_INSTRUCTOR: RoleWords(
        "Co-instructor",
        "The whole console of this session, with names. Not the other sessions, not these links.",
    ),
    Role.REVIEWER: RoleWords(
        "Reviewer",
        "Reads the console with pseudonyms for names and, after the end, the review of the log, "
        "cables and reasons included; takes the data of those who agreed to research, without "
        "texts. Writes notes and codes; changes nothing of the game.",
    ),
    Role.CODER: RoleWords(
        "Coder",
        "Once the game has ended: one text after the other beside the codebook, to be coded. "
        "Nothing of who wrote it, when, or what came of it. Your note is the coder’s name in the "
        "data.",
    ),
    Role.PROJECTOR: RoleWords(
        "Projector",
        "The projector page, with the right to turn the pages of the debrief by its keys. "
        "Nothing else.",
    ),
}
NEW_LINK = (
    "The present link stops working, and so does every browser that was opened by it, but for "
    "this one. Links to single sessions go on working.",
    "The class notices nothing.",
)
