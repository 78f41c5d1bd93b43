"""Make a session from the form: offered, checked, made, or offered again with what was typed."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from flask import Request, redirect
from werkzeug.wrappers import Response as AnyResponse

from game.analysis.claims import claims_hash, claims_text
from game.authoring import Loaded, load
from game.authoring.library import SCENARIOS, shipped
from game.classroom.dry_run import dry_run, whole_class_played
from game.classroom.live import LiveSession
from game.classroom.making import DAYS, LONGEST_TITLE, ChoiceRefused, Choices, make_session
from game.classroom.rehearsal import Troupe
from game.core.scenario import Scenario
from game.core.vocabulary import Design
from game.web.apart import apart
from game.web.instructor_pages import (
    FieldRefused,
    NewForm,
    default_form,
    new_session_page,
    read_form,
)
from game.web.site import Site
from game.web.wording.choosing import DRY_STUDENTS, TROUPES
from game.web.wording.figures import some


def new_session(site: Site, request: Request) -> AnyResponse | str | tuple[str, int]:
    """GET offers; POST with `do=check` shows how a class would sit; POST makes the session."""
    loaded = playable()
    scenarios = [item.scenario for item in loaded if item.scenario]
    names = [scenario.id for scenario in scenarios]
    if request.method == "GET":
        return new_session_page(default_form(names), scenarios)
    form = read_form(request.form, names)
    if request.form.get("do") == "check":
        return new_session_page(form, scenarios)
    try:
        live = _made(site, form, _choices(form, loaded), dry=request.form.get("do") == "dry")
    except ChoiceRefused as reason:
        refused = FieldRefused(reason.field, str(reason))
        return new_session_page(form, scenarios, refused), 409
    return redirect(f"/console/{live.id}", 303)


def _made(site: Site, form: NewForm, choices: Choices, *, dry: bool) -> LiveSession:
    """The session as chosen, or a dry run of it that bots have played to the end."""
    if not dry:
        return make_session(site.room, choices)
    if form.troupe not in TROUPES:
        raise ChoiceRefused("troupe", "Choose who plays.")
    titled = f"Dry run: {choices.title.strip() or choices.scenario.title}"[:LONGEST_TITLE]
    return dry_run(
        site.room,
        replace(choices, title=titled),
        form.expected or DRY_STUDENTS,
        Troupe(form.troupe),
        lambda *asked: apart(whole_class_played, *asked),
    )


def playable() -> list[Loaded]:
    """The scenarios that can be played, by title."""
    found = [_read(path, path.stat().st_mtime_ns) for path in shipped()]
    return sorted((item for item in found if item.playable), key=_title)


@lru_cache(maxsize=64)
def _read(path: Path, _changed_ns: int) -> Loaded:
    """The form is asked for at every pause in typing; the files change seldom."""
    return load(path)


def left_out(folder: Path = SCENARIOS) -> list[str]:
    """A sentence for each file that stands beside the scenarios and cannot be played."""
    broken = [
        (path, len(found.errors)) for path in shipped(folder) if not (found := load(path)).playable
    ]
    return [
        f"{path} is left out: {some(errors, 'mistake')}. Type: python3 run.py check {path}"
        for path, errors in broken
    ]


def _title(loaded: Loaded) -> str:
    return loaded.scenario.title if loaded.scenario else ""


def _choices(form: NewForm, loaded: Sequence[Loaded]) -> Choices:
    chosen = next((i for i in loaded if i.scenario and i.scenario.id == form.scenario), None)
    if chosen is None or chosen.scenario is None:
        raise ChoiceRefused("scenario", "Choose a scenario.")
    if form.design not in tuple(Design):
        raise ChoiceRefused("design", "Choose a design.")
    if form.size is None:
        raise ChoiceRefused("group_size", "The size of a group is a number from 2 to 6.")
    return Choices(
        scenario=chosen.scenario,
        scenario_text=chosen.source_text,
        claims=claims_hash(),
        claims_text=claims_text(),
        title=form.title,
        design=Design(form.design),
        group_size=form.size,
        cut=form.cut,
        factors=form.levels,
        actors=_cast(form, chosen.scenario),
        timers=form.timers,
        pace=form.pace,
        names_days=_days(form.names_days, "names_days"),
        all_days=_days(form.all_days, "all_days"),
        predictions=form.predictions,
    )


def _days(typed: str, field: str) -> int | None:
    """Days as typed; None, which is never, where nothing was."""
    if not typed.strip():
        return None
    if not typed.strip().isdecimal() or len(typed.strip()) > 6:
        raise ChoiceRefused(field, DAYS)
    return int(typed)


def _cast(form: NewForm, scenario: Scenario) -> tuple[str, ...]:
    """The allies chosen, in the scenario's order; all of them where none was chosen."""
    return tuple(ally.id for ally in scenario.allies if ally.id in form.cast)
