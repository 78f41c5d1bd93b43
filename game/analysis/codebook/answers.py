"""answers.csv: what students were asked beside the game."""

from game.analysis.codebook.column import (
    CONSENT,
    FIRST_PLAY,
    NEVER,
    SESSION,
    SIMULATED,
    Column,
    words,
)
from game.core.vocabulary import Expectation, Recognised

QUESTIONS = ("prediction", "recognition")

COLUMNS = (
    SESSION,
    Column("player", "text", "Pseudonym of the student, with a seat or without.", missing=NEVER),
    Column(
        "question",
        "code",
        "prediction: asked before round 1, what allies mostly do when a great power fights harder, "
        "far away. recognition: asked of a disguised case after the game and before it was told, "
        "whether the student had recognised it. Who gave no answer has no row.",
        values=QUESTIONS,
        missing=NEVER,
    ),
    Column(
        "answer",
        "code",
        "The last one given. Prediction: they trust it more, about the same, less. Recognition: "
        "no, a guess, yes.",
        values=(*words(Expectation), *words(Recognised)),
        missing=NEVER,
    ),
    Column(
        "round",
        "int",
        "Recognition: the round in which the student says it was. Empty if none was named, and in "
        "predictions.",
        least=1,
        most=8,
    ),
    Column(
        "text",
        "text",
        "Why (prediction) or what gave it away (recognition), as typed. It may identify its "
        "writer; empty in an export without texts.",
    ),
    Column(
        "at",
        "time",
        "When the answer was given. A prediction later than assigned_at of the session was given "
        "with the role card read.",
        unit="UTC",
        missing=NEVER,
    ),
    CONSENT,
    FIRST_PLAY,
    SIMULATED,
)
