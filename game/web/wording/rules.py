"""The game in few lines, with the numbers of this scenario in them: role card, lobby, folds."""

from game.core.views.own import Stakes
from game.core.vocabulary import Stage
from game.web.wording.figures import chance, plain
from game.web.wording.words import STAGE_LINES, STAGES

GAME = (
    "A patron is fighting a distant war and has promised to defend its allies. Round by round "
    "the allies see what it does, and decide how far to rely on it."
)
PRIVATE = (
    "Your group sees your country, never your name. A cable is read by one other seat, and by "
    "your instructor afterwards."
)


def stages(talk: bool = True) -> tuple[tuple[str, str], ...]:
    """How a round goes."""
    return tuple(
        (STAGES[stage], STAGE_LINES[stage])
        for stage in Stage
        if talk or stage is not Stage.CONSULTATION
    )


def ally_rules(stakes: Stakes, patron: str) -> tuple[str, ...]:
    """All an ally must know, on one card."""
    s = stakes
    return (
        f"In every round there is {chance(s.chance)} that you are attacked at home. If {patron} "
        f"comes you lose nothing. If not, you lose {plain(s.loss)} if you stood with it, about "
        f"{plain(s.plan_b_loss)} with a Plan B.",
        f"Standing brings {plain(s.benefit)} a round. A Plan B costs about {plain(s.plan_b)}.",
        f"A unit you send to the war costs you {plain(s.gift_giver)} and is worth "
        f"{plain(s.gift_receiver)} to {patron}. A unit of its own in your home is worth "
        f"{plain(s.gift_receiver)} to you.",
        f"Speaking out for or against the war costs {plain(s.speaking)}.",
        f"Judging {patron} rightly pays: one of your forecasts can win {plain(s.prize)}.",
    )


def patron_rules(stakes: Stakes, stand_value: float, pool: int) -> tuple[str, ...]:
    """All a patron must know, on one card."""
    s = stakes
    return (
        f"You have {pool} units, the same number every round. What you do with them is seen.",
        f"In every round there is {chance(s.chance)} for each ally that it is attacked at home. "
        "What coming would cost you is drawn anew each round; before anybody is attacked you "
        "seal for each ally whether you come.",
        f"An ally that stands with you brings {plain(stand_value)}, an endorsement "
        f"{plain(s.gift_receiver)}; one that dissociates takes {plain(s.gift_receiver)}.",
        f"A unit an ally sends is worth {plain(s.gift_receiver)} to you. A unit of yours in an "
        f"ally’s home costs you {plain(s.gift_giver)} and is worth {plain(s.gift_receiver)} to it.",
    )


def forecast(stakes: Stakes, patron: str) -> tuple[str, ...]:
    """How the forecast is paid."""
    return (
        "At the end one of your rounds is drawn. In that round you are not paid for what you did "
        f"but for your forecast: {patron_order(patron)} is opened, 100 if it would have come, 0 "
        "if not.",
        f"The closer your number, the better your chance of {plain(stakes.prize)} points. Saying "
        "what you really think gives you the best chance.",
    )


def patron_order(patron: str) -> str:
    """The sealed standing order."""
    return f"{patron}’s sealed order for you"
