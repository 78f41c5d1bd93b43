"""What stands on the console's pages of a seat and of a student."""

from collections.abc import Mapping

SEAT_STANDS: Mapping[str, str] = {
    "scripted": "The computer plays this patron. Nobody moves for it by hand.",
    "bot": "A bot sits here from the start. Whoever comes late may take the seat.",
    "covered": "A bot moves for it until the student is back.",
    "empty": "Nobody holds it: a bot moves for it. Whoever comes late may take the seat.",
    "student": "A student moves for it.",
    "awaited": "Its move is awaited.",
    "moved": "Nothing is asked of it now.",
}
STUDENT_STANDS: Mapping[str, str] = {
    "removed": "Taken off the list. Their page says so, and takes no moves.",
    "watching": "Looks on, and has no seat.",
    "late": "Waits for a seat: it is given when the next round begins.",
    "seated": "Has a seat.",
    "listed": "Is here, and gets a seat with all the others.",
}
EXTRA: Mapping[int, str] = {0: "none", 25: "a quarter more", 50: "half as much again", 100: "twice"}
NAME_TAKEN = "Somebody on your list is called that. Give one of them another name."
NO_SUCH_PLACE = "That is no seat of this class."
