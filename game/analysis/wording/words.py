"""What things are called on the screens and in what is told of a game afterwards."""

from collections.abc import Mapping

from game.core.pledges import Condition
from game.core.vocabulary import Card, Distance, MoveSource, PatronKind, Posture, Stage, Stance

STAGES: Mapping[Stage, str] = {
    Stage.DISPATCH: "Dispatch",
    Stage.CONSULTATION: "Consultation",
    Stage.COMMITMENT: "Commitment",
    Stage.RESPONSE: "Response",
    Stage.CRISIS: "Crisis",
    Stage.RECKONING: "Reckoning",
}
POSTURE_DONE: Mapping[Posture, str] = {
    Posture.ESCALATE: "escalated",
    Posture.HOLD: "held",
    Posture.DRAW_DOWN: "drew down",
}
STANCE_DONE: Mapping[Stance, str] = {
    Stance.ENDORSE: "endorsed the war",
    Stance.SILENT: "said nothing",
    Stance.DISSOCIATE: "dissociated itself from the war",
}
TIDES: Mapping[str, str] = {"good": "good news", "mixed": "mixed news", "bad": "bad news"}
CONDITIONS: Mapping[Condition, str] = {  # after “a Plan B”
    Condition.ESCALATE: "if {patron} escalates",
    Condition.NOT_ESCALATE: "if {patron} does not escalate",
    Condition.NO_GARRISON: "if no unit of {patron} stands in {home}",
}
PATRONS: Mapping[PatronKind, str] = {
    PatronKind.STUDENT: "a student",
    PatronKind.SCRIPT_HAWK: "a script that escalates",
    PatronKind.SCRIPT_RESTRAINED: "a script that holds and then draws down",
    PatronKind.SCRIPT_HOLD: "a script that holds",
    PatronKind.LOTTERY: "a script whose posture is drawn",
}
DISTANCES: Mapping[Distance, str] = {
    Distance.NEAR: "near the war",
    Distance.FAR: "far from the war",
}
SOURCES: Mapping[MoveSource, str] = {  # the badge beside a move
    MoveSource.STUDENT: "student",
    MoveSource.TIMEOUT: "time ran out",
    MoveSource.BOT: "bot",
    MoveSource.INSTRUCTOR: "instructor",
}
CARDS: Mapping[Card, str] = {
    Card.TOUGH: "firmness",
    Card.RESTRAINT: "restraint",
    Card.NONE: "no order",
}
