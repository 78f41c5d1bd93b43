"""ally_rounds.csv, one row per ally seat and round: the columns of claims.md 9.1, then ours."""

from game.analysis.codebook.column import (
    BY_HAND,
    CONSENT,
    FIRST_PLAY,
    GROUP,
    HOLDERS,
    NEVER,
    PERCENT,
    ROUND,
    SESSION,
    SIMULATED,
    Column,
    words,
)
from game.core.vocabulary import (
    ALLY_SEATS,
    Alignment,
    Distance,
    Move,
    MoveSource,
    Posture,
    Stance,
)

FORMS = ("arms", "accommodation", "partner")
SOURCES = words(MoveSource)
POINTS = "points"
UNITS = "units of force"


def _belief(name: str, meaning: str) -> Column:
    return Column(name, "int", meaning, unit=PERCENT, least=0, most=100)


CLAIMS = (
    SESSION,
    GROUP,
    ROUND,
    Column("seat", "code", "The ally's seat.", values=ALLY_SEATS, missing=NEVER),
    Column(
        "player",
        "text",
        "Pseudonym of the participant who sent the response; if no student did, of the one who "
        "took the seat last. Empty when bot = 1, and if nobody held it.",
    ),
    Column("role", "code", "Always ally.", values=("ally",), missing=NEVER),
    Column(
        "treatment",
        "text",
        "The group's assigned arm: its levels joined by +, e.g. hawk or hawk+near; none without "
        "arms.",
        missing=NEVER,
    ),
    Column(
        "distance",
        "code",
        "Where the ally lies as seen from the distant theatre. A label: it enters no payoff.",
        values=words(Distance),
        missing=NEVER,
    ),
    Column(
        "posture",
        "code",
        "What the patron did and the allies saw.",
        values=words(Posture),
        missing=NEVER,
    ),
    Column(
        "posture_assigned",
        "code",
        "The server's draw for this group and round in design D2: by order card (tough = escalate) "
        "or by lottery. Empty in D1 and D3.",
        values=("escalate", "restrain"),
    ),
    Column(
        "theatre_share",
        "float",
        "Share of the patron's pool in the distant theatre, as shown.",
        unit="share",
        least=0,
        most=1,
        missing=NEVER,
    ),
    _belief(
        "belief_before",
        "How likely the patron would come if the ally were attacked, stated before the posture.",
    ),
    _belief("belief_after", "The same, stated after the posture and before the ally's own move."),
    Column(
        "stance",
        "code",
        "What the ally said in public about the distant war.",
        values=words(Stance),
        missing=NEVER,
    ),
    Column(
        "contribution",
        "int",
        "Units the ally sent to the distant theatre.",
        unit=UNITS,
        least=0,
        most=3,
        missing=NEVER,
    ),
    Column("move", "code", "The ally's move as chosen.", values=words(Move), missing=NEVER),
    Column(
        "alignment",
        "code",
        "The move as coded by rule: stand is REASSURE, the other three are HEDGE. The word runs "
        "backwards to the literature, where the patron reassures.",
        values=words(Alignment),
        missing=NEVER,
    ),
    Column(
        "attacked",
        "bool",
        "Whether the ally was attacked at home. Empty if the game was stopped before the crisis.",
    ),
    Column(
        "defended",
        "bool",
        "Whether the patron's help came and arrived; another protector's does not count. Empty "
        "unless attacked = 1.",
    ),
    Column(
        "payoff",
        "float",
        "The round's own points, from its moves; kept in the forecast round too, where they are "
        "set aside in the total. Empty if the round was not reckoned.",
        unit=POINTS,
    ),
    Column(
        "best_response",
        "code",
        "What pays on average at belief_after with the scenario's payoffs.",
        values=("REASSURE", "HEDGE", "tie"),
    ),
    Column(
        "p_star",
        "float",
        "Threshold in force: above this belief standing pays.",
        unit="chance",
        missing=NEVER,
    ),
    Column(
        "bot",
        "bool",
        "1 = a bot made the appraisal or the response, or held the seat when time ran out. Never "
        "an outcome.",
        missing=NEVER,
    ),
    Column(
        "timed_out",
        "bool",
        "1 = the response is the rules' default, because time ran out.",
        missing=NEVER,
    ),
    Column(
        "decision_ms",
        "int",
        "From the posture becoming public to the response that counted, pauses and a stage closed "
        "by mistake taken out. Empty after a time-out, and for a move entered by the instructor.",
        unit="ms",
        least=0,
    ),
    CONSENT,
)

OURS = (
    Column("actor", "text", "The country, by its id in scenario.yaml.", missing=NEVER),
    Column("form", "code", "Form of the hedge. Empty when alignment = REASSURE.", values=FORMS),
    Column(
        "move_source",
        "code",
        "Who made the response. instructor: entered for the student, from paper say; no student's "
        "own row in the debrief's numbers.",
        values=SOURCES,
        missing=NEVER,
    ),
    _belief("would", "How likely the patron would want to come; stated after the posture."),
    _belief("could", "How likely it would be able to, if it wanted to; stated after the posture."),
    Column("belief_before_source", "code", "Who stated belief_before.", values=SOURCES),
    Column(
        "belief_after_source", "code", "Who stated belief_after, would and could.", values=SOURCES
    ),
    Column(
        "voice",
        "bool",
        "1 = the ally asked for forces in its own region, in its response or by a request. Not a "
        "hedge.",
        missing=NEVER,
    ),
    Column(
        "garrison",
        "int",
        "Units of the patron in this ally's home theatre.",
        unit=UNITS,
        least=0,
        most=3,
        missing=NEVER,
    ),
    Column(
        "standing_order",
        "code",
        "The patron's sealed order for this ally, opened at the end: come or stay if it is "
        "attacked.",
        values=("come", "stay"),
    ),
    Column(
        "outcome",
        "bool",
        "What forecasts are scored by: 1 = the order was come and help would have arrived, "
        "attacked or not. Empty if there was no crisis stage.",
    ),
    Column(
        "partner_came",
        "bool",
        "Whether the other protector came. Empty unless move = seek_partner, attacked = 1 and "
        "defended = 0.",
    ),
    Column(
        "term",
        "int",
        "Term of government; the patron's type is dealt anew in term 2.",
        least=1,
        most=2,
        missing=NEVER,
    ),
    Column(
        "news",
        "float",
        "News of the war: above 0 good, 0 mixed, below 0 bad; all seats knew it.",
        unit=POINTS,
        missing=NEVER,
    ),
    Column(
        "cost",
        "float",
        "What coming to this ally would cost the patron; only the patron knew.",
        unit=POINTS,
        missing=NEVER,
    ),
    Column(
        "stake",
        "float",
        "What staying away costs the patron; only the patron knew.",
        unit=POINTS,
        missing=NEVER,
    ),
    Column(
        "par",
        "float",
        "Half-way between what standing and arms would have earned this round; of the round's "
        "moves, in the forecast round too.",
        unit=POINTS,
    ),
    Column(
        "forecast_round",
        "bool",
        "1 = this round paid the forecast instead of the moves. Empty until the game has ended.",
    ),
    Column(
        "forecast_points",
        "float",
        "Points of the forecast, in its round only.",
        unit=POINTS,
        least=0,
    ),
    Column(
        "requests",
        "list",
        "Requests between this ally and the patron made this round: code:detail=label, joined by "
        "semicolons. Labels met, unmet, untested; nothing after = until judged.",
    ),
    Column(
        "pledges",
        "list",
        "Pledges between this ally and the patron made this round, in the same form. Labels kept, "
        "broken, untested.",
    ),
    HOLDERS,
    FIRST_PLAY,
    SIMULATED,
    *BY_HAND,
)

COLUMNS = (*CLAIMS, *OURS)
