"""What the instructor reads when making a session: designs, what they need, treatments, pace."""

from collections.abc import Mapping

from game.core.vocabulary import Design

DESIGNS: Mapping[Design, tuple[str, str]] = {  # what is random; what it can show
    Design.D2_CARDS: (
        "Order cards",
        "Students play the patrons. Each round a card drawn at random presses each of them for "
        "firmness or for restraint. Shows cause within groups, and there is talk.",
    ),
    Design.D2_LOTTERY: (
        "Drawn postures",
        "The computer plays the patrons, and each round draws what they do. Shows cause within "
        "groups, with the fewest students; no cables.",
    ),
    Design.D1: (
        "Groups compared",
        "Groups are dealt at random to two or more versions of the game and compared. Shows cause "
        "between groups; needs many of them.",
    ),
    Design.D3: (
        "Free play",
        "Students play the patrons, and nothing is drawn for them. Shows what goes together, not "
        "what causes what.",
    ),
}
NEEDS: Mapping[Design, str] = {  # rules 12
    Design.D2_CARDS: "Needs 2 groups: 6 students. Useful from 16.",
    Design.D2_LOTTERY: "Needs 2 groups: 4 students. Useful from 8.",
    Design.D1: "Needs 9 groups: 18 students when the computer plays the patrons, else 27.",
    Design.D3: "Needs 9 or 10 groups: 27 to 30 students.",
}
LEAST_GROUPS: Mapping[Design, int] = {
    Design.D2_CARDS: 2,
    Design.D2_LOTTERY: 2,
    Design.D1: 9,
    Design.D3: 9,
}
USEFUL_FROM: Mapping[Design, int] = {Design.D2_CARDS: 16, Design.D2_LOTTERY: 8}
BELOW: Mapping[Design, str] = {
    Design.D2_CARDS: "For a test with order cards that is few: it will be an illustration.",
    Design.D2_LOTTERY: "For a test with drawn postures that is few: it will be an illustration.",
    Design.D1: "Those are too few groups to compare. Choose order cards or drawn postures.",
    Design.D3: "It will show an association, and probably in too few groups.",
}
FACTORS: Mapping[str, tuple[str, str]] = {  # treatments of rules 10: name, levels in words
    "script": (
        "What the patron does",
        "The computer plays it: it escalates every round, or it holds and then draws down.",
    ),
    "war_size": (
        "How large the war is",
        "Escalating takes 5 or 6 units, or 3. The word and the payoffs stay the same.",
    ),
    "theatre": (
        "How far the war is",
        "All allies of a group far from it, or all of them near. No payoff changes.",
    ),
    "consultation": (
        "Whether they talk",
        "With consultation, or without. Only where students play the patrons.",
    ),
    "exit_notice": (
        "Whether leaving is announced",
        "The script that draws down says so a round before, or does not. Only with scripts.",
    ),
    "garrison": (
        "Whether units stand with allies",
        "The script keeps one unit with each ally, or none. Only with scripts.",
    ),
}
THIRD_ARM = "Add a third version of the script: it holds throughout."
STATUS: Mapping[str, str] = {
    "draft": "draft",
    "rehearsed": "rehearsed with bots",
    "played": "played in class",
}
PACES: Mapping[str, tuple[str, str]] = {
    "clock": ("The clock", "The class goes on by itself when all have moved or time is up."),
    "instructor": ("You", "You open every stage; the clock still closes it if clocks run."),
}
TROUPES: Mapping[str, str] = {
    "mixed": "A mixed class",
    "maximiser": "Allies who only calculate",
    "hrt_believer": "Allies who see resolve",
    "divided_believer": "Allies who see other priorities",
    "noisy": "Allies who waver",
}
DRY_STUDENTS = 24  # where nobody said how many
NOT_TOGETHER = "The choices made here do not go together yet."
SIZES: Mapping[int, str] = {
    2: "a patron and 1 ally",
    3: "a patron and 2 allies",
    4: "a patron and 3 allies",
    5: "a patron and 4 allies",
    6: "a patron and 5 allies",
}
