"""Numbers that would make a choice no choice: cards, news, gifts, speaking, moving, the prize."""

from collections.abc import Callable, Iterator

from game.authoring.checks import figures
from game.authoring.checks.blame import blame
from game.authoring.checks.levels import OF_P_STAR
from game.authoring.outline import Outline
from game.authoring.problems import Path, Remark
from game.core.numbers import Numbers

CARD, NEWS = ("rules", "card", "bonus"), ("rules", "war", "news")
R, S = ("rules", "war", "resolve"), ("rules", "war", "priority")
PRIZE, INCOME = ("rules", "forecast", "prize"), ("rules", "ally", "income")
THIRD = 1 / 3


def remarks(outline: Outline, numbers: Numbers) -> Iterator[Remark]:
    """Errors of the order card and the news first, then the warnings."""
    yield from _news(outline, numbers)
    yield from _card(outline, numbers)
    yield from _prize(outline, numbers)
    for path, told, sentence in PLAIN:
        if told(numbers):
            yield Remark(path, sentence, "warning")
    if outline.value("rules", "stages", "consultation") is False:
        sentence = "Stage 2 is off: no cables, no requests and no pledges."
        yield Remark(("rules", "stages", "consultation"), sentence, "warning")


def _news(outline: Outline, numbers: Numbers) -> Iterator[Remark]:
    bad, mixed, good = numbers.news
    room = _room(numbers) - numbers.card_bonus
    if not (bad == -good and mixed == 0 and good >= 0):
        sentence = (
            f"[{bad:g}, {mixed:g}, {good:g}] is not symmetric. Write bad, mixed and good news as "
            f"[-x, 0, x], such as [-2, 0, 2]."
        )
        yield Remark(NEWS, sentence)
    if max(numbers.news) >= room:
        sentence = (
            f"News of {max(numbers.news):g} is too much: it must stay below r + s - "
            f"{numbers.moving_cost:g} - K = {room:g}, or the news decides whether a card is obeyed."
        )
        yield Remark(blame(outline, NEWS, CARD, R, S), sentence)


def _card(outline: Outline, numbers: Numbers) -> Iterator[Remark]:
    bonus, least = numbers.card_bonus, 2 * max(numbers.news)
    obeyed = f"Textbook patrons would obey {100 * figures.compliance(numbers):.0f} % of the cards."
    if bonus <= least:
        sentence = (
            f"A bonus of {bonus:g} is too small: it must be above twice the news ({least:g})."
        )
        yield Remark(blame(outline, CARD, NEWS), f"{sentence} {obeyed}")
    if bonus >= _room(numbers):
        sentence = (
            f"With a bonus of {bonus:g}, as much as r + s - {numbers.moving_cost:g} = "
            f"{_room(numbers):g} or more, obeying the card is no decision."
        )
        yield Remark(blame(outline, CARD, R, S), f"{sentence} {obeyed}", "warning")


def _room(numbers: Numbers) -> float:
    """r + s - 1: what fighting is worth to the patron that wants it most."""
    return numbers.war_resolve + numbers.war_priority - numbers.moving_cost


def _prize(outline: Outline, numbers: Numbers) -> Iterator[Remark]:
    play, forecast = figures.average_round(numbers), figures.average_forecast(numbers)
    if abs(play - forecast) > THIRD * max(play, 0):
        sentence = (
            f"A round brings an ally about {play:.1f} points and a forecast about {forecast:.1f}. "
            "They differ by more than a third, so being paid for the forecast is luck."
        )
        yield Remark(blame(outline, PRIZE, INCOME, *OF_P_STAR), sentence, "warning")


PLAIN: tuple[tuple[Path, Callable[[Numbers], bool], str], ...] = (
    (
        ("rules", "crisis", "chance"),
        lambda n: n.crisis_chance < 0.3,
        "With a chance below 0.3 there are few crises and little feedback.",
    ),
    (
        ("rules", "crisis", "chance"),
        lambda n: n.crisis_chance != 0.5,
        "Only with 0.5 is exactly one ally of each pair attacked; with this chance each ally has a "
        "coin of its own, and some rounds pass without any crisis.",
    ),
    (
        ("rules", "gift"),
        lambda n: n.gift_receiver <= n.gift_giver,
        "A gift is worth no more than it costs: there is nothing to bargain about.",
    ),
    (
        ("rules", "ally", "speaking_cost"),
        lambda n: n.speaking_cost == 0,
        "When speaking costs nothing, expect everybody to endorse a student patron.",
    ),
    (
        ("rules", "patron", "stand_value"),
        lambda n: n.stand_value > 3,
        "Above 3 the patron’s reputation will lift the chance that it comes.",
    ),
    (
        ("rules", "war", "moving_cost"),
        lambda n: n.moving_cost == 0,
        "When moving costs nothing, hold will hardly be used.",
    ),
    (
        ("rules", "government", "change_after"),
        lambda n: not n.government_changes,
        "Without a change of government the effect of a posture fades as the record grows.",
    ),
)
