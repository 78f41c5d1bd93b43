"""What a student clicks, by what is asked. No form is posted behind the page."""

from collections.abc import Callable, Mapping
from random import Random

from playwright.sync_api import Locator

Move = Callable[[Locator, Random], None]  # fills the form; the button is pressed afterwards

WORDS = ("0 never", "25 unlikely", "50 even", "75 likely", "100 always")
REASONS = (
    "It came last time, and it still has units at home.",
    "Its forces are far away; could it come if it wanted to?",
    "We would rather not ask twice.",
)


def state_belief(form: Locator, luck: Random) -> None:
    """One number, typed."""
    form.get_by_role("spinbutton").fill(str(luck.randint(0, 100)))


def state_appraisal(form: Locator, luck: Random) -> None:
    """Three answers: a word, a word and five more, a number."""
    words = form.get_by_role("group")
    words.nth(0).get_by_role("button", name=luck.choice(WORDS)).click()
    words.nth(1).get_by_role("button", name=luck.choice(WORDS[:4])).click()
    words.nth(1).get_by_role("button", name="5 more").click()
    form.get_by_role("spinbutton").nth(2).fill(str(luck.randint(0, 100)))


def commit_forces(form: Locator, luck: Random) -> None:
    """A posture, and perhaps a unit for the first ally."""
    form.locator("label.choice").nth(luck.randrange(3)).click()
    if luck.random() < 0.5:
        form.get_by_role("button", name="one more").nth(1).click()


def seal_response(form: Locator, luck: Random) -> None:
    """A move, a word in public, perhaps a unit, and mostly a reason."""
    moves, stances = form.get_by_role("group").nth(0), form.get_by_role("group").nth(1)
    moves.locator("label.choice").nth(luck.choice((0, 0, 0, 1, 2, 3))).click()
    stances.locator("label.choice").nth(luck.randrange(3)).click()
    if luck.random() < 0.5:
        form.get_by_role("button", name="one more").click()
    if luck.random() < 0.8:
        form.get_by_role("textbox").fill(luck.choice(REASONS))


def seal_orders(form: Locator, luck: Random) -> None:
    """Come, or do not, to each ally."""
    for order in form.get_by_role("group").all():
        order.locator("label.choice").nth(luck.randrange(2)).click()


def declare_ready(form: Locator, luck: Random) -> None:
    """Nothing but the button."""


MOVES: Mapping[str, Move] = {
    "belief": state_belief,
    "appraise": state_appraisal,
    "respond": seal_response,
    "commit": commit_forces,
    "orders": seal_orders,
    "talk": declare_ready,
    "crisis": declare_ready,
    "reckoning": declare_ready,
}
COMMANDS: Mapping[str, str] = {
    "belief": "state_belief",
    "appraise": "state_appraisal",
    "respond": "seal_response",
    "commit": "commit_forces",
    "orders": "seal_orders",
    "talk": "declare_ready",
    "crisis": "declare_ready",
    "reckoning": "declare_ready",
}
