"""assignments.csv, sessions.csv (claims.md 9.3, 9.4, then ours) and our seats.csv."""

from game.analysis.codebook.ally_rounds import POINTS
from game.analysis.codebook.column import (
    CONSENT,
    EXTRA_TIME,
    FIRST_PLAY,
    GROUP,
    NEVER,
    PERCENT,
    PLACED,
    SESSION,
    SIMULATED,
    Column,
    words,
)
from game.analysis.codebook.patron_rounds import KINDS
from game.core.vocabulary import ALL_SEATS, Distance

UNIT_TYPES = ("group", "group_term", "group_round", "seat")
FACTORS = ("treatment", "posture_assigned", "card", "distance", "patron_type")
MECHANISMS = ("complete", "complete_within_halves", "independent", "by_instructor")
SEAT_KINDS = (
    "student",
    "mirror",
    "bot",
    *(kind for kind in KINDS if kind.startswith("script")),
    "lottery",
)

ASSIGNMENTS = (
    SESSION,
    Column("unit_type", "code", "What was assigned.", values=UNIT_TYPES, missing=NEVER),
    Column(
        "unit_id",
        "text",
        "group, group-T1 (term), group-R3 (round) or group-A1 (seat).",
        missing=NEVER,
    ),
    Column("factor", "code", "What was drawn.", values=FACTORS, missing=NEVER),
    Column("value", "text", "What the unit got.", missing=NEVER),
    Column("stratum", "text", "Units were drawn together within this set.", missing=NEVER),
    Column(
        "mechanism",
        "code",
        "complete: fixed counts within the stratum, order uniform. complete_within_halves: the "
        "same within each half of the game. independent: each unit by itself (types of unequal "
        "weight). Types: a remainder of two is always an opposite pair. Distance: students were "
        "dealt to seats at random within the stratum, and the seat fixes near or far; permute "
        "players over seats, not the values. by_instructor: the seat fixes near or far, but before "
        "round 1 the instructor changed by hand who sits there; not randomised, and counted apart. "
        "Groups keep what was drawn for them, whoever sits in them.",
        values=MECHANISMS,
        missing=NEVER,
    ),
    Column("n_units", "int", "Units in the stratum with this mechanism.", least=1, missing=NEVER),
    Column("n_treated", "int", "Of these, those that got this value.", least=1, missing=NEVER),
    Column("seed", "text", "The recorded seed of all draws.", missing=NEVER),
    Column("assigned_at", "time", "When it was drawn: before round 1.", unit="UTC", missing=NEVER),
    GROUP,
)


def _number(name: str, meaning: str, unit: str = "") -> Column:
    return Column(name, "float", meaning, unit=unit)


SESSIONS = (
    SESSION,
    Column("teacher", "text", "Pseudonym of the instructor."),
    Column("date", "date", "Day on which the session was made.", unit="UTC", missing=NEVER),
    Column("scenario_id", "text", "Id of the scenario.", missing=NEVER),
    Column("scenario_hash", "text", "SHA-256 of the scenario file as played.", missing=NEVER),
    Column(
        "engine_version", "text", "Version of the program that made this export.", missing=NEVER
    ),
    Column("claims_hash", "text", "SHA-256 of claims.yaml, pinned before round 1.", missing=NEVER),
    Column(
        "design",
        "code",
        "D1 arms between groups, D2 draws within groups, D3 free patrons.",
        values=("D1", "D2", "D3"),
        missing=NEVER,
    ),
    Column(
        "n_students",
        "int",
        "Participants who held a seat when round 1 began or later.",
        least=0,
        missing=NEVER,
    ),
    Column("n_groups", "int", "Groups dealt.", least=0, missing=NEVER),
    _number("allies_per_group", "Mean number of ally seats when the groups were dealt.", "seats"),
    Column("rounds", "int", "Rounds planned.", least=0, most=8, missing=NEVER),
    _number("b", "Benefit of the alliance to an ally that stands.", POINTS),
    _number("h", "Cost of a Plan B.", POINTS),
    _number("q", "Chance that an ally is attacked in a round.", "chance"),
    _number("m", "Share of the loss that a Plan B saves.", "share"),
    _number("L", "Loss of an ally attacked and not defended.", POINTS),
    _number("c", "Drain: how far forces sent away reduce the chance of defence.", "share"),
    _number("r", "Weight of resolve in what the war is worth to the patron.", POINTS),
    _number("s", "Weight of priority in the same.", POINTS),
    _number(
        "lambda", "Precision of the logit baseline behind tilt_belief and tilt_hedge.", "per point"
    ),
    _number(
        "tilt_belief",
        "Effect of escalation on belief that payoff-maximising players alone produce, mean "
        "over groups. Empty if no equilibrium was found.",
        "belief points",
    ),
    _number("tilt_hedge", "The same on the rate of hedging.", "rate"),
    Column("completed", "bool", "Whether the session was played to its end.", missing=NEVER),
    Column(
        "first_play_share",
        "float",
        "Share of participants who played for the first time, of those of whom it is known.",
        unit="share",
        least=0,
        most=1,
    ),
    Column(
        "variant",
        "code",
        "How the design was played.",
        values=("arms", "cards", "lottery", "free"),
        missing=NEVER,
    ),
    Column("cut", "text", "Length of play, by its id in scenario.yaml."),
    Column("n_started", "int", "Groups that began.", least=0, missing=NEVER),
    Column(
        "p_star", "float", "Threshold belief of the scenario: 1 - (b + h) / (q m L).", unit="chance"
    ),
    Column("prior", "float", "Chance of defence before anything is known.", unit="chance"),
    Column(
        "drain_hidden",
        "bool",
        "Whether c was drawn from 0 and c without telling anybody.",
        missing=NEVER,
    ),
    Column(
        "group_size",
        "int",
        "Seats per group as chosen, the patron's included.",
        least=1,
        missing=NEVER,
    ),
    Column("rules_version", "int", "Version of the rule book in force.", least=1),
    Column("created_at", "time", "When the session was made.", unit="UTC", missing=NEVER),
    Column(
        "assigned_at", "time", "When seats, arms and Nature were drawn.", unit="UTC", missing=NEVER
    ),
    SIMULATED,
    Column(
        "deals",
        "int",
        "How often seats were dealt before round 1. Above 1, the instructor undid a deal, and what "
        "is here comes from the last one.",
        least=1,
        missing=NEVER,
    ),
    _number("tilt_belief_low", "tilt_belief at lambda 0.3, for sensitivity.", "belief points"),
    _number("tilt_hedge_low", "tilt_hedge at lambda 0.3.", "rate"),
    _number("tilt_belief_high", "tilt_belief at lambda 1.2.", "belief points"),
    _number("tilt_hedge_high", "tilt_hedge at lambda 1.2.", "rate"),
)

SEATS = (
    SESSION,
    GROUP,
    Column("seat", "code", "The seat.", values=ALL_SEATS, missing=NEVER),
    Column("role", "code", "patron or ally.", values=("patron", "ally"), missing=NEVER),
    Column("actor", "text", "The country, by its id in scenario.yaml.", missing=NEVER),
    Column("distance", "code", "near or far; empty for the patron.", values=words(Distance)),
    Column(
        "kind",
        "code",
        "student; mirror = held by more than one student over the game; bot = dealt to a bot; "
        "or the patron's script.",
        values=SEAT_KINDS,
        missing=NEVER,
    ),
    Column(
        "holders",
        "text",
        "Pseudonyms of all who held the seat when round 1 began or later, joined by +.",
    ),
    Column("bot", "bool", "1 = dealt to a bot or a script: its rows are no data.", missing=NEVER),
    Column("first_round", "int", "First round in which the seat has a row.", least=1, most=8),
    Column(
        "n_rows", "int", "Rows of the seat in ally_rounds or patron_rounds.", least=0, missing=NEVER
    ),
    Column("n_bot", "int", "Of these, with bot = 1.", least=0, missing=NEVER),
    Column("n_timed_out", "int", "Of these, with timed_out = 1.", least=0, missing=NEVER),
    Column(
        "points",
        "float",
        "Sum of payoff - payoff of the forecast round + forecast_points.",
        unit=POINTS,
        missing=NEVER,
    ),
    Column(
        "par",
        "float",
        "Sum of par - par of the forecast round + forecast_par.",
        unit=POINTS,
        missing=NEVER,
    ),
    Column(
        "points_against_par",
        "float",
        "points - par: what is shown to the student.",
        unit=POINTS,
        missing=NEVER,
    ),
    Column(
        "calibration",
        "float",
        "Mean of 100 (1 - (b - o)^2) over the seat's own stated beliefs of both kinds, b belief "
        "/ 100, o outcome; a covering bot's beliefs left out. Always saying 50 gives 75.",
        unit="0-100",
        least=0,
        most=100,
    ),
    Column(
        "forecast_in_round",
        "int",
        "Round that paid the forecast instead of the moves. Empty before the end, for patrons, "
        "and if it was never played.",
        least=1,
        most=8,
    ),
    Column("forecast_which", "code", "Which belief was paid.", values=("before", "after")),
    Column(
        "forecast_report",
        "int",
        "The belief that was paid; empty counts as 50.",
        unit=PERCENT,
        least=0,
        most=100,
    ),
    Column("forecast_outcome", "bool", "Whether the patron would have come."),
    Column("forecast_points", "float", "Points won by it.", unit=POINTS, least=0),
    Column(
        "forecast_set_aside", "float", "Points of that round's moves, not counted.", unit=POINTS
    ),
    Column("forecast_par", "float", "Par of the forecast.", unit=POINTS),
    CONSENT,
    FIRST_PLAY,
    SIMULATED,
    Column(
        "former",
        "text",
        "Those of the holders who were taken out of the seat, joined by +: off the list, or set to "
        "look on. Their earlier rows keep them as player.",
    ),
    PLACED,
    EXTRA_TIME,
    Column(
        "covered",
        "list",
        "How often a bot took the seat over from a student, by reason: timeouts (two in a row), "
        "instructor, left (nobody held it any more), e.g. instructor=1;timeouts=2.",
    ),
)
