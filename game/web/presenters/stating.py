"""What an ally believes: before the patron moves, and after (would, could, all in all)."""

from dataclasses import dataclass

from game.core.views.own import SeatView
from game.core.views.shapes import PublicView
from game.core.vocabulary import Posture
from game.web.presenters.forms import Form, Posting, form
from game.web.presenters.maps import MapShown, caption, now_shown
from game.web.presenters.screen import Screen
from game.web.presenters.writing import Said, due, said
from game.web.wording import rules
from game.web.wording.pledges import OBJECTS
from game.web.wording.words import POSTURE_NOW


@dataclass(frozen=True, slots=True)
class Question:
    """One answer from 0 to 100. `in_twenty` says it back, with {n} for the number in twenty."""

    name: str
    legend: str
    hint: str
    small: bool
    in_twenty: str


@dataclass(frozen=True, slots=True)
class Belief:
    """The screen before the patron moves."""

    form: Form
    question: Question
    forecast: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Appraisal:
    """The screen after it has moved: what it did, the map, three answers."""

    form: Form
    heading: str
    posture: Posture | None
    line: str
    map: MapShown
    questions: tuple[Question, ...]
    said: tuple[Said, ...]


def before(view: SeatView, posting: Posting, again: bool = False) -> Form:
    """The form of the belief before."""
    name = "belief-again" if again else "belief"
    return form(view, posting, "state_belief", name, shows=("belief",))


def belief(view: SeatView, posting: Posting) -> Screen:
    """The screen of the dispatch stage, for an ally."""
    asked = before(view, posting)
    told = rules.forecast(view.stakes, view.public.patron.name)
    return Screen("belief", Belief(asked, question(view.public), told), (asked,))


def question(public: PublicView) -> Question:
    """The belief before."""
    patron = public.patron.name
    return Question(
        "belief",
        f"If you were attacked this round, how likely is it that {patron} would come?",
        f"Answer before {patron} moves. Your group never sees it; the debrief shows no names.",
        False,
        f"In 20 such rounds {patron} would come in about {{n}}.",
    )


def appraise(view: SeatView, posting: Posting) -> Screen:
    """The first screen of the response stage, for an ally."""
    public = view.public
    patron = public.patron.name
    asked = form(view, posting, "state_appraisal", "appraise", shows=("would", "could", "belief"))
    division = public.present.division if public.present else None
    shown = Appraisal(
        form=asked,
        heading=f"{patron} {POSTURE_NOW[division.posture]}" if division else patron,
        posture=division.posture if division else None,
        line=caption(public.forces),
        map=now_shown(public, "phone", "m"),
        questions=_three(patron),
        said=said(view, due(view, *OBJECTS)),
    )
    return Screen("appraise", shown, (asked,))


def _three(patron: str) -> tuple[Question, ...]:
    comes = f"In 20 such rounds {patron} would come in about {{n}}."
    return (
        Question("would", "Would it come?", "Does it want to?", True, "That is {n} in 20."),
        Question(
            "could",
            "Could it, if it wanted to?",
            "Does it have the means?",
            True,
            "That is {n} in 20.",
        ),
        Question(
            "belief",
            f"All in all, how likely is it that {patron} would come if you were attacked?",
            "Answer afresh. What you said before is kept aside.",
            True,
            comes,
        ),
    )
