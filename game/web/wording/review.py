"""The words of the replay: kinds of moments, what is hidden, keys."""

from collections.abc import Mapping

from game.analysis.replaying.moments import BROKEN, CRISIS, HEDGE, OPENED, POSTURE

KINDS: Mapping[str, tuple[str, str]] = {  # one, many
    OPENED: ("stage", "stages"),
    POSTURE: ("change of posture", "changes of posture"),
    HEDGE: ("hedge", "hedges"),
    CRISIS: ("crisis", "crises"),
    BROKEN: ("broken pledge", "broken pledges"),
}
LETTERS: Mapping[str, str] = {POSTURE: "O", HEDGE: "H", CRISIS: "C", BROKEN: "P"}
KEYS = (
    ("← →", "one event back, one on"),
    ("Shift + ← →", "the stage before, the next stage"),
    *((letter, f"next {KINDS[kind][0]}") for kind, letter in LETTERS.items()),
    ("Shift + letter", "the one before"),
    ("Home, End", "the first event, the last"),
    ("Space", "play, and stop"),
)
TOLD: Mapping[str, str] = {  # by the script, where it cannot go
    "lost": "No connection. The page stays at event {at}; step again when the network is back.",
    "before": "No {kind} before this event.",
    "after": "No {kind} after this event.",
}
SPEEDS = (("4000", "slowly"), ("2000", "at reading pace"), ("800", "fast"))  # ms an event
EVERYONE = "Everyone"
PARTS = {"": "Now", "cables": "Cables", "record": "Record", "seat": "My seat"}
GOES_ON = "This game goes on. Keep it off the projector."
NO_TEXTS = "Its texts are not in the file it came from: cables, words to all and reasons are empty."
NO_POSITION = "There is no event {position} in group {group}: it has {last}."
NOT_YET = "{name} had no seat yet. It came in with event {position}."
NEVER = "Group {group} has no seat {seat}."
COVERS: Mapping[str, str] = {  # why a bot moves for a student's seat
    "timeouts": "time ran out twice",
    "instructor": "the instructor’s button",
    "left": "nobody held it",
}
WAYS: Mapping[str, tuple[str, str]] = {  # a name, and what is there
    "compare": ("Compare", "two groups, two seats, or a seat and history, round by round"),
    "search": ("Search", "words in cables, communiqués, reasons and notes"),
    "coding": ("Code the reasons", "blind, by two or more coders"),
    "notes": ("Notes", "what was pinned to events"),
    "data": ("The data", "tables, workbook, log; no names and no free text"),
    "research": ("The data", "of those who agreed to research; no names and no free text"),
    "paper": ("The debrief on paper", "to print, or to keep as a PDF"),
    "links": ("Links", "for reviewers and coders of this session"),
}
