"""The game in few lines, with the numbers of this scenario in them: role card, lobby, folds."""

from game.core.views.own import Stakes
from game.core.vocabulary import Stage
from game.web.wording.figures import capital, chance, plain
from game.web.wording.words import STAGE_LINES, STAGES

GAME = (
    "A patron is fighting a distant war and has promised to defend its allies. Round by round "
    "the allies see what it does, and decide how far to rely on it."
)
PRIVATE = "Your group sees your country, never your name."
CABLES = (
    "A cable is read by one other seat; after the game by your instructor, and by those whom your "
    "instructor lets review it."
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
        f"You get {plain(s.income)} each round. Standing adds {plain(s.benefit)}; a Plan B costs "
        f"about {plain(s.plan_b)}.",
        f"Each round there is {chance(s.chance)} that you are attacked. If {patron} comes, you "
        f"lose nothing. If it does not come, you lose {plain(s.loss)} if you stood with it, about "
        f"{plain(s.plan_b_loss)} with a Plan B.",
        f"A unit you send to the war costs you {plain(s.gift_giver)} and gives {patron} "
        f"{plain(s.gift_receiver)}. A unit of {patron} in your home gives you "
        f"{plain(s.gift_receiver)}.",
        f"Endorsing the war, or dissociating from it, costs {plain(s.speaking)}.",
        f"One of your forecasts can win {plain(s.prize)}.",
    )


def patron_rules(stakes: Stakes, stand_value: float, pool: int) -> tuple[str, ...]:
    """All a patron must know, on one card."""
    s = stakes
    return (
        f"You get {plain(s.income)} each round for each ally.",
        f"You have {pool} units each round. What you do with them is seen.",
        f"Each round there is {chance(s.chance)} for each ally that it is attacked at home. "
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
        "One of your rounds was drawn before the game and is opened at the end. In that round you "
        "are paid for your forecast, not for your move: for your first answer or for your last, "
        f"by the toss of a coin. {capital(patron_order(patron))} is opened: 100 if it would have "
        "come, 0 if not. No answer counts as 50. “Would” and “could” are never paid.",
        f"The closer your number, the better your chance of {plain(stakes.prize)} points. You do "
        "best by saying what you really think.",
    )


def patron_order(patron: str) -> str:
    """The sealed standing order."""
    return f"{patron}’s sealed order for you"
