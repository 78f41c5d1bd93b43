"""The archive in words: which classes, what is put together, and what is not."""

from collections.abc import Mapping

from game.web.wording.figures import some

ABOUT = (
    "Every class of this server stands here, finished or not, and classes of others that you "
    "bring. A class is one observation. Classes are put together only where they played the same "
    "version of a scenario in the same design; free play is never put together with what was drawn."
)
DESIGNS: Mapping[str, str] = {
    "D1": "Groups compared",
    "D2": "Cards or drawn postures",
    "D3": "Free play: an association",
}
CAVEAT = (
    "Students in a game with points are not governments; this tests whether the theories’ "
    "reasoning is how people in these rooms reacted."
)
NONE = "No class has an estimate yet. The first stands here when its game has ended."
NONE_HERE = "No class fits this choice."

# what became of a class
PHASES: Mapping[str, str] = {
    "lobby": "students join",
    "dealt": "role cards",
    "play": "round {round}",
}
COMPLETED, STOPPED, UNDEALT = "played to the end", "stopped before the end", "ended before a deal"
NOT_READ = "cannot be read"
UNREADABLE = "This version cannot read it; the version that wrote it can."
MAY_GO_ON = "It may still go on: there are estimates once its debrief has begun."
FAILED = "Its estimates could not be worked out: the program’s log says why."
REHEARSED = "Bots play it: a rehearsal is no evidence about people."
OPEN = "Not ended: there are no estimates while a game is on."
FEW = "Fewer than three groups in an arm: in the plot, and in no line."
UNKNOWN_REPEATS = (
    "Who had played before cannot be known of {classes}: pseudonyms are new in every session, and "
    "only class lists on this server say who is the same student."
)
REPEATS = "By the class lists {students} had played before; what they did is left out of {classes}."
ERASED = "{classes} of this server {were} erased whole, and {stand} in no line."

# the lines
HEADLINE = "The mean of {classes} is {amount} {unit} ({interval}; t, {df} df, p = {p})."
BELOW = (
    "{classes}: too few for a headline, which needs five. So far the mean is {amount} {unit} "
    "({interval})."
)
ALIKE = (
    "All {classes} gave the very same estimate, {amount} {unit}: that tells nothing of the next."
)
ONE = "One class, {amount} {unit}: a line needs two."
NO_CLASS = "No class has three groups in each arm: the plot shows them, and no line is drawn."
RANDOM = (
    "Random effects: {amount} ({interval}; p = {p}). Between classes the effect varies by about "
    "{tau} (τ); {i2} per cent of the scatter is more than chance (I²)."
)
NEXT = (
    "The effect in a next class may lie between {low} and {high} (95 % prediction interval); "
    "what that class shows of it will scatter more."
)
TOGETHER = (
    "Did posture matter in these classes? All draws at once, each class with its own: {amount} "
    "({interval}), p = {p}, from {how} of {groups}."
)
ASSOCIATED = (
    "In these classes, all groups at once: escalation went with {amount} ({interval}), p = {p}, "
    "from {how} of {groups}. An association: patrons chose their posture."
)
NOT_TOGETHER = "All draws at once cannot be tested: {reason}"
INTERVAL = "95 % CI {low} to {high}"
WAYS = ("all {count} re-assignments", "{count} re-assignments drawn at random")
FLIPS = ("all {count} sign flips", "{count} sign flips drawn at random")
ONLY_RESEARCH = "a file for research: without the rows of who did not agree"

# bringing a file
BRING = (
    "The export of another class: the zip that its console saves as “The data”, or better “The "
    "data for research”. Nothing of it is sent anywhere, and you can take it out again."
)
TOO_LARGE = "The file is larger than 16 MB: no export of a class is."
NOTHING = "Choose a file first."
NO_EXPORT = "This is no export of Distant War that can be read: {why}. Nothing was kept."
NOT_TAKEN: Mapping[str, str] = {
    "simulated": "Bots played this one: a rehearsal is no evidence about people and is not added.",
    "newer": "This file was written by a newer version of Distant War. Bring it to that version.",
    "not_dealt": "No group was dealt in this session: there is nothing to add.",
    "own": "This is a class of this very server: it stands in the archive by itself.",
    "there": "This class is in the archive already. To put this file in its place, take it out.",
}
DONE: Mapping[str, str] = {
    "brought": "The class is in the archive.",
    "removed": "The class is out of the archive.",
}
REMOVE = "Take “{title}” out of the archive?"
REMOVING = (
    "Its estimates and its tables are erased here. The file itself is your own affair; it can be "
    "brought again.",
    "A class that is taken out because of what it shows makes the rest look surer than it is.",
)


def _classes(count: int) -> str:
    return some(count, "class", "classes")


def repeats(students: int, classes: int) -> str:
    """Who is left out."""
    return REPEATS.format(students=some(students, "student"), classes=_classes(classes))


def unknown_repeats(classes: int) -> str:
    """Of how many classes nobody can know."""
    return UNKNOWN_REPEATS.format(classes=_classes(classes))


def erased(classes: int) -> str:
    """What is said of classes that are gone; nothing where there are none."""
    if not classes:
        return ""
    were, stand = ("was", "stands") if classes == 1 else ("were", "stand")
    return ERASED.format(classes=_classes(classes), were=were, stand=stand)
