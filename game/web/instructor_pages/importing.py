"""Bringing a zip into the library: the form, what is in a file, the question before removing."""

from dataclasses import dataclass

from game.web.dates import day
from game.web.paths import PATHS
from game.web.review.imported import Brought
from game.web.review.volumes import Volume
from game.web.templating import render
from game.web.wording import imports as wording
from game.web.wording.figures import some

AT = f"{PATHS.library}/import"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not taken, and the session that is here already, if that is why."""

    sentence: str
    there: Volume | None = None


def import_page(refused: Refusal | None = None) -> str:
    """The form."""
    return render("console/library/import.html", at=AT, refused=refused, wording=wording)


def preview_page(found: Brought, digest: str) -> str:
    """What is in the file, before it is kept."""
    return render(
        "console/library/preview.html",
        frame=found.facts,
        found=found,
        rows=_rows(found),
        at=f"{AT}/{digest}",
        checked=found.checked,
        wording=wording,
    )


def _rows(found: Brought) -> tuple[tuple[str, str], ...]:
    facts = found.facts
    rows = (
        ("Session", found.session),
        ("Day", day(found.played_at)),
        ("Scenario", facts.scenario),
        ("Design", facts.design_words),
        ("Students", str(facts.students)),
        ("Groups", _numbers(facts.groups)),
        ("Played", "to its last round" if facts.completed else "not to its last round"),
        ("Texts", wording.TEXTS[facts.texts]),
        ("File", wording.RESEARCH[facts.research]),
        ("Written by", f"Distant War {facts.engine_version}"),
    )
    marked = (("Fingerprint", facts.fingerprint),) if facts.fingerprint else ()
    return (*rows, *marked)


def _numbers(groups: tuple[int, ...]) -> str:
    told = ", ".join(map(str, groups))
    return f"{some(len(groups), 'group')}: {told}"


def remove_page(volume: Volume) -> str:
    """The question before an imported session is removed."""
    return render(
        "console/library/remove.html",
        frame=volume,
        heading=wording.REMOVE.format(title=volume.title),
        lines=wording.REMOVING,
        at=f"{PATHS.library}/{volume.session}/remove",
    )
