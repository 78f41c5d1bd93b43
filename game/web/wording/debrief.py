"""What the debrief says of what was done: descriptive words only; no theory is preferred."""

from collections.abc import Mapping

from game.core.vocabulary import Move, Posture, Stance

WHEN: Mapping[Posture, str] = {
    Posture.ESCALATE: "Escalates",
    Posture.HOLD: "Holds",
    Posture.DRAW_DOWN: "Draws down",
}
FORMS: Mapping[Move, str] = {  # the heads of a table; the scenario's own words stand on the map
    Move.STAND: "Stood",
    Move.BUILD_ARMS: "Own arms",
    Move.ACCOMMODATE: "Terms with the rival",
    Move.SEEK_PARTNER: "Another protector",
}
STANCES: Mapping[Stance, str] = {
    Stance.ENDORSE: "Endorsed",
    Stance.SILENT: "Silent",
    Stance.DISSOCIATE: "Dissociated",
}
QUESTION = "“If you were attacked this round, how likely is it that the patron would come?”"
TOO_FEW = "Fewer than three seats answered here, so no belief is shown."
TOO_FEW_SHORT = "fewer than 3 seats"
NOTHING = "No round was played far enough to show anything."
NO_BELIEFS = "Nobody stated a belief both before and after a move of the patron."
EXPLAIN: Mapping[str, str] = {
    "beliefs": (
        "Thin lines: one ally in one round. Thick: the mean. Round end: near the war. Square: far; "
        "where either are few, all ends are round. "
        "The second answer followed two more questions: compare postures, not before with after."
    ),
    "rounds": (
        "Ring: the mean before the patron’s move. Dot: after it. Under them the round. Nothing is "
        "drawn where fewer than three seats answered."
    ),
    "distance": "Solid, round end: allies near the war. Dashed, square end: far from it.",
    "distance_rule": (
        "Near and far had the same points. Their cards differed only in the country."
    ),
    "strips": "Arrows: what the patron did. A dash: no answer was revealed.",
    "letters": "b: a bot moved. t: time ran out. i: the instructor moved.",
    "map": "Filled marks: what each ally did this round. Frame: attacked at home.",
    "orders": (
        "Orders were sealed in every round for every ally, so each forecast can be compared with "
        "what would have come. Orders that the rules set, when time ran out, are among them."
    ),
    "forecasts": (
        "A dot for each fifth of the scale, larger for more answers. On the dashed line, what was "
        "said and what was ordered agree."
    ),
    "points": (
        "Points above or below par. An ally’s par is half-way between what standing and own arms "
        "would have earned it; a patron’s is the best it could do by its type. Roles are not "
        "compared, and nobody has won."
    ),
    "counted_out": "Rows of bots and of the clock are left out of all means and counts.",
    "one_class": "It describes this class and no other.",
    "free": (
        "Patrons chose their posture here. What goes together on these pages need not be cause and "
        "effect."
    ),
    "governments": (
        "Students in a game with points are not governments. The game shows how people in this "
        "room reasoned."
    ),
    "recognised": "Did you recognise it, and in which round?",
    "codes": "Our coding: the sources support the facts, not the code. Dashed: inferred.",
    "randomised": "History alone does not separate the two: that is why you were randomised.",
    "not_randomised": (
        "History alone does not separate the two. Nor does a class in which patrons chose freely: "
        "what goes together need not be cause and effect."
    ),
    "marks": (
        "The record’s marks mix public words and deeds; your class’s share counts moves alone."
    ),
}
RECORD_KEY = (
    ("REASSURE", "backing"),
    ("mixed", "with reservations"),
    ("HEDGE", "opposes, or steps away"),
    ("none", "not established"),
)
KINDS: Mapping[str, str] = {  # who holds a seat, where it is not one student
    "bot": "bot",
    "mirror": "mirror",
    "script_hawk": "by script",
    "script_restrained": "by script",
    "script_hold": "by script",
    "lottery": "by script",
}
