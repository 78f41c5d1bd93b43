"""Bringing a session into the library, in words."""

from collections.abc import Mapping

BRING = (
    "The export of any class, as its console saves it, opens here as if it had been played here: "
    "to be replayed, read, compared, coded and noted on. With “The data with texts” what was "
    "written can be read too. You see what is in the file before it is kept."
)
REFUSED: Mapping[str, str] = {
    "too_large": "The file is larger than 16 MB: no export of a class is.",
    "nothing": "Choose a file first.",
    "newer": "A newer version of Distant War wrote this file. Nothing was kept. Import it there.",
    "own": "This session was played on this very server. Nothing was changed.",
    "there": "This session is in the library already. Nothing was overwritten.",
    "gone": "The file is not held any more. Choose it again.",
}
NO_EXPORT = "This is no export of Distant War that can be read: {why}. Nothing was kept."
TEXTS = ("left out: cables, communiqués and reasons cannot be read", "in this file")
RESEARCH = ("the instructor’s own file", "for research: without those who did not agree")
WHOLE = "Nothing in it was found changed"
NOT_WHOLE = "Something in it does not fit"
ALL_THE_SAME = (
    "It can be imported all the same: what is read here is made from the log, and the log’s own "
    "chain holds."
)
NOT_IN_FILE = "(text not in this file)"
NOT_READ = "This session was imported, and this version cannot read it any more: {why}."
REMOVE = "Remove “{title}” from the library?"
REMOVING = (
    "The imported file goes, and with it the notes, codes and links that were made for it here. "
    "What stands over the years stays there.",
    "The file itself is your own affair; it can be imported again.",
)
DONE: Mapping[str, str] = {
    "imported": "The session is in the library.",
    "removed": "The session is out of the library.",
}
