"""rationales.csv, codes.csv (claims.md 9.5), and our messages.csv and proposals.csv."""

from game.analysis.codebook.ally_rounds import SOURCES, UNITS
from game.analysis.codebook.column import GROUP, NEVER, ROUND, SESSION, SIMULATED, Column, words
from game.core.pledges import Code, Condition
from game.core.vocabulary import ALL_SEATS, ALLY_SEATS

TEXT_ID = Column("text_id", "text", "Id of the reason: group-R3-A1.", missing=NEVER)
CODED_ID = Column(
    "text_id",
    "text",
    "Id of the text, as in rationales.csv, or in messages.csv: group-M57-P-A1.",
    missing=NEVER,
)
LABELS = ("met", "unmet", "kept", "broken", "untested")

RATIONALES = (
    TEXT_ID,
    GROUP,
    ROUND,
    Column("seat", "code", "The ally's seat.", values=ALLY_SEATS, missing=NEVER),
    Column(
        "text",
        "text",
        "The one sentence of reasons, as typed. It may identify its writer. Empty ones have no "
        "row.",
        missing=NEVER,
    ),
    SESSION,
    Column("move_source", "code", "Who made the response.", values=SOURCES, missing=NEVER),
    SIMULATED,
)

CODES = (
    CODED_ID,
    Column(
        "coder", "text", "Pseudonym of the coder; a language model is named as such.", missing=NEVER
    ),
    Column("code", "text", "The first code given, before anything was settled.", missing=NEVER),
    Column("coded_at", "time", "When.", unit="UTC", missing=NEVER),
    Column(
        "blind",
        "bool",
        "1 = the coder saw neither posture, treatment nor later moves.",
        missing=NEVER,
    ),
    Column(
        "codebook",
        "text",
        "Kind of text and version of the codebook: reasons-1. Codes of different ones are never "
        "put together. Empty where it is not known.",
    ),
    Column(
        "settled",
        "text",
        "The code that was agreed on afterwards for this text. Empty where nothing was settled.",
    ),
)

MESSAGES = (
    SESSION,
    GROUP,
    Column("position", "int", "Position in the group's stream of events.", least=1, missing=NEVER),
    Column("at", "time", "When it was sent.", unit="UTC", missing=NEVER),
    ROUND,
    Column(
        "kind",
        "code",
        "cable: between patron and one ally; communique: public.",
        values=("cable", "communique"),
        missing=NEVER,
    ),
    Column("seat", "code", "Who wrote it.", values=ALL_SEATS, missing=NEVER),
    Column("to", "code", "To whom; empty for a communiqué.", values=ALL_SEATS),
    Column("source", "code", "Who moved for the seat.", values=SOURCES, missing=NEVER),
    Column("player", "text", "Pseudonym of the writer; empty for bots."),
    Column("text", "text", "The message as typed. It may identify its writer.", missing=NEVER),
    SIMULATED,
    Column("text_id", "text", "Its id in codes.csv: group-M57-P-A1.", missing=NEVER),
)

PROPOSALS = (
    SESSION,
    GROUP,
    Column("round", "int", "Round in which it was made.", least=1, most=8, missing=NEVER),
    Column("seat", "code", "Who asked or promised.", values=ALL_SEATS, missing=NEVER),
    Column("to", "code", "Whom.", values=ALL_SEATS, missing=NEVER),
    Column(
        "kind",
        "code",
        "request or pledge. Neither binds or pays.",
        values=("request", "pledge"),
        missing=NEVER,
    ),
    Column(
        "code",
        "code",
        "What was asked or promised, from the closed list.",
        values=words(Code),
        missing=NEVER,
    ),
    Column(
        "units", "int", "How many units; empty if the code names none.", unit=UNITS, least=1, most=3
    ),
    Column(
        "named_round", "int", "The round named; empty if the code names none.", least=1, most=10
    ),
    Column(
        "condition",
        "code",
        "When a warning takes effect; empty for other codes.",
        values=words(Condition),
    ),
    Column("public", "bool", "1 = in a communiqué, 0 = in a cable.", missing=NEVER),
    Column("due_round", "int", "Round at whose end it is judged.", least=1, most=10, missing=NEVER),
    Column(
        "label",
        "code",
        "Requests: met, unmet. Pledges: kept, broken. untested: the round did not test it or "
        "was never played. Empty until it is judged.",
        values=LABELS,
    ),
    Column(
        "in_order",
        "code",
        "For promises and requests to come: what the sealed order would have done.",
        values=("kept_in_order", "broken_in_order"),
    ),
    Column("at", "time", "When it was put in writing.", unit="UTC", missing=NEVER),
    SIMULATED,
)
