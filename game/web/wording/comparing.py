"""What stands on the page of a comparison beside the facts."""

from collections.abc import Mapping

from game.analysis.comparing import Fact

FACTS: Mapping[Fact, str] = {
    Fact.CARD: "Order card",
    Fact.POSTURE: "The patron",
    Fact.AWAY: "Forces away",
    Fact.GARRISON: "Its units with allies",
    Fact.BELIEF: "Belief, before → after",
    Fact.HALVES: "Would and could",
    Fact.STANCE: "In public",
    Fact.MOVE: "Move",
    Fact.UNITS: "Units sent",
    Fact.ORDER: "The patron’s order, sealed",
    Fact.ATTACK: "At home",
    Fact.POINTS: "Points",
    Fact.REASON: "Reason",
    Fact.MOVED: "Who moved",
}
SIGNS: Mapping[bool, tuple[str, str]] = {True: ("=", "the same"), False: ("≠", "different")}
RECORDED = "Reason, or what is recorded"
RECORD = "the record"
NOTHING_CHOSEN = "Choose two groups, two seats, or a seat and its country in history."
UNLIKE = (
    "These two had different things to decide. Compare a group with a group, a patron with a "
    "patron, or an ally with an ally."
)
NO_SUCH = "There is nothing of that name in this session. Choose again."
NO_COUNTERPART = (
    "Only a seat has a counterpart in history, and only where the scenario has a record of its "
    "country. Choose a seat on the other side."
)
NO_ROUND = "Neither of the two has played a round."
NOT_PLAYED = "not played"
NOT_ESTABLISHED = "not established"
WHOLE = "the whole group"
