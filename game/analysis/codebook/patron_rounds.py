"""patron_rounds.csv, one row per group and round: the columns of claims.md 9.2, then ours."""

from game.analysis.codebook.ally_rounds import POINTS, SOURCES, UNITS
from game.analysis.codebook.column import (
    BY_HAND,
    CONSENT,
    FIRST_PLAY,
    GROUP,
    HOLDERS,
    NEVER,
    ROUND,
    SESSION,
    SIMULATED,
    Column,
    words,
)
from game.core.vocabulary import Card, PatronKind, Posture, PrivateType

KINDS = (*words(PatronKind), "bot_substitute")


def _share(name: str, meaning: str) -> Column:
    return Column(name, "float", meaning, unit="share", least=0, most=1, missing=NEVER)


CLAIMS = (
    SESSION,
    GROUP,
    ROUND,
    Column("seat", "code", "Always P.", values=("P",), missing=NEVER),
    Column(
        "player",
        "text",
        "Pseudonym of the participant who divided the forces; if no student did, of the one who "
        "took the seat last. Empty when bot = 1, and if nobody held it.",
    ),
    Column("role", "code", "Always patron.", values=("patron",), missing=NEVER),
    Column("treatment", "text", "The group's assigned arm, as in ally_rounds.", missing=NEVER),
    Column(
        "patron_kind",
        "code",
        "Who decided: a student, a script, the lottery; bot_substitute = a bot in a student's "
        "place this round.",
        values=KINDS,
        missing=NEVER,
    ),
    Column(
        "card",
        "code",
        "The order card of the round (design D2 with student patrons).",
        values=words(Card),
        missing=NEVER,
    ),
    Column("complied", "bool", "Whether the posture obeyed the card. Empty without a card."),
    Column("posture", "code", "What the patron did.", values=words(Posture), missing=NEVER),
    _share("theatre_share", "Share of the pool in the distant theatre."),
    _share("core_share", "Share of the pool elsewhere: 1 minus theatre_share."),
    Column(
        "patron_type",
        "code",
        "Private type: resolve by priority.",
        values=words(PrivateType),
        missing=NEVER,
    ),
    Column(
        "n_attacks",
        "int",
        "Allies attacked. Empty if the game was stopped before the crisis.",
        least=0,
        most=5,
    ),
    Column("n_defended", "int", "Attacked allies to whom help came.", least=0, most=5),
    Column("payoff", "float", "Points of the round. Empty if not reckoned.", unit=POINTS),
    Column(
        "bot",
        "bool",
        "1 = the computer divided the forces or sealed the orders, by design or as a substitute, "
        "or held the seat when time ran out.",
        missing=NEVER,
    ),
    Column("timed_out", "bool", "1 = the division is the rules' default.", missing=NEVER),
    Column(
        "decision_ms",
        "int",
        "From the opening of the commitment stage to the division, pauses and a stage closed by "
        "mistake taken out. Empty after a time-out, and for a move entered by the instructor.",
        unit="ms",
        least=0,
    ),
)

OURS = (
    Column("actor", "text", "The country, by its id in scenario.yaml.", missing=NEVER),
    Column("move_source", "code", "Who divided the forces.", values=SOURCES, missing=NEVER),
    Column("orders_source", "code", "Who sealed the standing orders.", values=SOURCES),
    Column(
        "substituted_so_far",
        "bool",
        "1 = a bot stood in for the student in this or an earlier round. In D3 the group's data "
        "end at the first 1.",
        missing=NEVER,
    ),
    Column(
        "posture_assigned",
        "code",
        "The server's draw in design D2, as in ally_rounds.",
        values=("escalate", "restrain"),
    ),
    Column(
        "theatre_units", "int", "Units in the distant theatre.", unit=UNITS, least=0, missing=NEVER
    ),
    Column(
        "garrisons",
        "list",
        "Units in each ally's home theatre, e.g. A1=1;A2=0.",
        unit=UNITS,
        missing=NEVER,
    ),
    Column("reserve", "int", "Units kept at home.", unit=UNITS, least=0, missing=NEVER),
    Column(
        "pool",
        "int",
        "All units; theatre_units + garrisons + reserve.",
        unit=UNITS,
        least=0,
        missing=NEVER,
    ),
    Column("term", "int", "Term of government.", least=1, most=2, missing=NEVER),
    Column("news", "float", "News of the war, as in ally_rounds.", unit=POINTS, missing=NEVER),
    Column(
        "stake", "float", "What staying away costs per attacked ally.", unit=POINTS, missing=NEVER
    ),
    Column(
        "war_points",
        "float",
        "What the posture earned in the war; part of payoff.",
        unit=POINTS,
        missing=NEVER,
    ),
    Column(
        "card_points",
        "float",
        "What obeying the card earned; part of payoff.",
        unit=POINTS,
        least=0,
        missing=NEVER,
    ),
    Column(
        "par", "float", "What the round was worth played well. Empty if not reckoned.", unit=POINTS
    ),
    HOLDERS,
    CONSENT,
    FIRST_PLAY,
    SIMULATED,
    *BY_HAND,
)

COLUMNS = (*CLAIMS, *OURS)
