"""The names of things: stages, postures, stances, tides, distances, who moved."""

from collections.abc import Mapping

from game.analysis.wording.words import CARDS as CARDS
from game.analysis.wording.words import CONDITIONS as CONDITIONS
from game.analysis.wording.words import DISTANCES as DISTANCES
from game.analysis.wording.words import PATRONS as PATRONS
from game.analysis.wording.words import POSTURE_DONE as POSTURE_DONE
from game.analysis.wording.words import SOURCES as SOURCES
from game.analysis.wording.words import STAGES as STAGES
from game.analysis.wording.words import STANCE_DONE as STANCE_DONE
from game.analysis.wording.words import TIDES as TIDES
from game.core.vocabulary import (
    Alignment,
    Design,
    Move,
    Posture,
    Stage,
    Stance,
)

STAGE_LINES: Mapping[Stage, str] = {  # how a round goes, one line each
    Stage.DISPATCH: "The news comes in. Each ally says how likely the patron is to come.",
    Stage.CONSULTATION: "Cables between patron and ally, words to all. A promise binds nobody.",
    Stage.COMMITMENT: "The patron divides its forces. All see it at once.",
    Stage.RESPONSE: "Each ally decides in secret and says why in one sentence.",
    Stage.CRISIS: "An ally is attacked at home. The patron comes, or it does not.",
    Stage.RECKONING: "Points, and the map.",
}
POSTURES: Mapping[Posture, str] = {
    Posture.ESCALATE: "Escalate",
    Posture.HOLD: "Hold",
    Posture.DRAW_DOWN: "Draw down",
}
POSTURE_NOW: Mapping[Posture, str] = {
    Posture.ESCALATE: "escalates",
    Posture.HOLD: "holds",
    Posture.DRAW_DOWN: "draws down",
}
STANCES: Mapping[Stance, str] = {
    Stance.ENDORSE: "Endorse",
    Stance.SILENT: "Say nothing",
    Stance.DISSOCIATE: "Dissociate",
}
CONFIDENCES: Mapping[str, str] = {  # how far a source can be trusted
    "document": "a document of the time",
    "several": "several accounts",
    "one_source": "one account",
    "secondary": "a later study",
    "memory": "somebody’s memory",
    "invented": "invented for the game",
}
MOVES: Mapping[Move, str] = {  # in general; a student reads the scenario's own labels
    Move.STAND: "stands with the patron",
    Move.BUILD_ARMS: "builds up its own arms",
    Move.ACCOMMODATE: "makes terms with the rival",
    Move.SEEK_PARTNER: "looks for another protector",
}
ALIGNMENTS: Mapping[Alignment, str] = {  # for the debrief alone; defined once a page
    Alignment.REASSURE: "the ally stands with the patron this round",
    Alignment.HEDGE: "the ally looks for security beyond the alliance",
}
BACKWARDS = "In the literature it is the patron who reassures. Here the word runs the other way."
DESIGNS: Mapping[Design, str] = {
    Design.D1: "groups compared",
    Design.D2_CARDS: "order cards",
    Design.D2_LOTTERY: "drawn postures",
    Design.D3: "free play",
}
