"""The ally's sealed decision: move, stance, units, and one sentence of reasons."""

from dataclasses import dataclass

from game.core.rules.moves import REASON_LENGTH
from game.core.views.own import AllyPart, Choice, SeatView, Stakes
from game.core.vocabulary import Move, Stance
from game.web.presenters.forms import Form, Posting, form
from game.web.presenters.screen import Screen
from game.web.presenters.writing import Said, due, said
from game.web.wording.figures import plain, signed, times
from game.web.wording.pledges import OBJECTS
from game.web.wording.words import STANCES


@dataclass(frozen=True, slots=True)
class ChoiceShown:
    """A move with its own numbers."""

    move: str
    label: str
    numbers: str
    checked: bool


@dataclass(frozen=True, slots=True)
class StanceShown:
    """What one may say in public, and what it costs."""

    stance: str
    label: str
    cost: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Responding:
    """The ally's second screen."""

    form: Form
    name: str
    patron: str
    theatre: str
    home: str
    believed: str
    choices: tuple[ChoiceShown, ...]
    stances: tuple[StanceShown, ...]
    most_units: int
    units: int
    unit_cost: str
    voice: bool
    reason: str
    said: tuple[Said, ...]
    again: bool
    longest: int = REASON_LENGTH


def respond(view: SeatView, posting: Posting) -> Screen:
    """The second screen of the response stage, for an ally."""
    shown = responding(view, posting)
    return Screen("respond", shown, (shown.form,))


def responding(view: SeatView, posting: Posting, again: bool = False) -> Responding:
    """The ally's decision, empty or as it was sealed."""
    public, part = view.public, view.ally
    if part is None:
        raise ValueError("only an ally responds")
    name, was = "respond-again" if again else "respond", part.response if again else None
    asked = form(view, posting, "seal_response", name, shows=("units", "reason"))
    patron = public.patron.name
    return Responding(
        form=asked,
        name=view.brief.name,
        patron=patron,
        theatre=public.theatre,
        home=view.brief.home,
        believed=believed(part),
        choices=tuple(
            _choice(
                c, patron, view.stakes, asked.has("move", c.move, bool(was and was.move == c.move))
            )
            for c in part.choices
        ),
        stances=tuple(
            _stance(s, view.stakes, asked.has("stance", s, bool(was and was.stance == s)))
            for s in Stance
        ),
        most_units=part.units,
        units=was.units if was else 0,
        unit_cost=_units_line(view.stakes, patron),
        voice=asked.has("voice", "true", bool(was and was.voice)),
        reason=was.reason if was else "",
        said=() if again else said(view, due(view, *OBJECTS)),
        again=again,
    )


def believed(part: AllyPart) -> str:
    """The three answers of this round; they stand."""
    stated = part.beliefs[-1] if part.beliefs else None
    if stated is None or stated.after is None:
        return ""
    return f"You believe: would {stated.would}, could {stated.could}, all in all {stated.after}."


def _choice(choice: Choice, patron: str, stakes: Stakes, checked: bool) -> ChoiceShown:
    alone = f"alone {signed(choice.alone)}"
    if choice.move is Move.SEEK_PARTNER and stakes.loss:
        often, seldom = times(1 - stakes.plan_b_loss / stakes.loss)
        alone = f"alone {signed(choice.calm)} ({often}) or {signed(choice.alone)} ({seldom})"
    comes = f"{patron} comes {signed(choice.defended)}"
    numbers = f"Not attacked {signed(choice.calm)}. Attacked: {comes}, {alone}."
    return ChoiceShown(choice.move.value, choice.label, numbers, checked)


def _stance(stance: Stance, stakes: Stakes, checked: bool) -> StanceShown:
    free = stance is Stance.SILENT or not stakes.speaking
    cost = "free" if free else f"costs {plain(stakes.speaking)}"
    return StanceShown(stance.value, STANCES[stance], cost, checked)


def _units_line(stakes: Stakes, patron: str) -> str:
    worth = plain(stakes.gift_receiver)
    return f"Each costs you {plain(stakes.gift_giver)} and is worth {worth} to {patron}."
