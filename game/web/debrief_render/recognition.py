"""Whether the class recognised the case, asked before it is told: counts, and the reader's form."""

from dataclasses import dataclass

from game.analysis.predictions import Recognitions
from game.core.vocabulary import Recognised
from game.web.debrief_render.matter import Matter
from game.web.debrief_render.tables import HIDDEN, Table
from game.web.presenters.asked import Recognition
from game.web.wording.asked import RECOGNISED
from game.web.wording.figures import some

FEW = "Counts are shown when three have answered."


@dataclass(frozen=True, slots=True)
class Heard:
    """`counts` is None where too few answered, `rounds` where too few had even a guess."""

    answered: str
    counts: Table | None
    rounds: Table | None
    form: Recognition | None


def heard(matter: Matter, *, wall: bool) -> Heard:
    """On the wall the counts as they come in; on a phone once the case is told."""
    found, form = matter.picture.told.recognised, None if wall else matter.asked.recognition
    asked = form is not None and form.open  # nobody's answer leans on the others'
    shown = found.discreet and not asked
    return Heard(
        answered=_answered(found) if found.answered and not asked else "",
        counts=_counts(found) if shown else None,
        rounds=_rounds(found) if shown and found.by_round else None,
        form=form,
    )


def _answered(found: Recognitions) -> str:
    have = "has" if found.answered == 1 else "have"
    said = f"{some(found.answered, 'student')} {have} answered."
    return said if found.discreet else f"{said} {FEW}"


def _counts(found: Recognitions) -> Table:
    rows = (
        (RECOGNISED[Recognised.YES], str(found.yes)),
        (RECOGNISED[Recognised.GUESS], str(found.guess)),
        (RECOGNISED[Recognised.NO], str(found.no)),
    )
    return Table("Recognised it", ("Answer", "students"), rows)


def _rounds(found: Recognitions) -> Table:
    """A column a round that was named, so that any number of them fits."""
    named = found.by_round
    heads = ("Round", *(str(one.round) if one.round else HIDDEN for one in named))
    rows = (("yes", *(str(one.yes) for one in named)), ("a guess", *(str(o.guess) for o in named)))
    unnamed = f" ({HIDDEN}: no round named)" if named[-1].round is None else ""
    return Table(f"And in which round{unnamed}", heads, rows)
