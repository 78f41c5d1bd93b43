"""Consultation: write to the other side, to all, ask or promise, or have nothing more to say."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.core.pledges import BY_PATRON, MOST_ROUNDS_AHEAD, NEEDS_UNITS, Code, Condition
from game.core.rules.talk import CABLE_LENGTH, COMMUNIQUE_LENGTH
from game.core.views.own import SeatView
from game.core.vocabulary import PATRON, SeatId
from game.web.presenters.forms import Form, Posting, form
from game.web.presenters.letters import Letter, between, incoming, to_all
from game.web.presenters.screen import Screen
from game.web.wording.figures import capital, listed
from game.web.wording.pledges import Option, option
from game.web.wording.words import CONDITIONS


@dataclass(frozen=True, slots=True)
class Party:
    """One other side: what was written, and the form to write if cables are left."""

    seat: SeatId
    name: str
    bot: bool
    letters: tuple[Letter, ...]
    incoming: int
    left: int
    form: Form | None


@dataclass(frozen=True, slots=True)
class Written:
    """Ask or promise: the list, and the extra field some lines need."""

    form: Form
    parties: tuple[tuple[SeatId, str], ...]
    asks: tuple[Option, ...]
    promises: tuple[Option, ...]
    most_units: int
    rounds: tuple[int, ...]
    conditions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Talk:
    """The screen."""

    patron: str
    parties: tuple[Party, ...]
    written: Written | None
    communiques: tuple[Letter, ...]
    publish: Form | None
    ready: Form | None
    awaited: str
    longest_cable: int = CABLE_LENGTH
    longest_communique: int = COMMUNIQUE_LENGTH


def talk(view: SeatView, posting: Posting) -> Screen:
    """The screen of the consultation stage."""
    public, number = view.public, view.public.round
    parties = tuple(_party(view, posting, seat) for seat in _others(view)) if public.cables else ()
    published = any(
        m.to is None and m.seat == view.seat for m in view.messages if m.round == number
    )
    publish = form(view, posting, "publish_communique", "publish", shows=("text",))
    done = view.seat in public.decided
    shown = Talk(
        patron=public.patron.name,
        parties=parties,
        written=_written(view, posting) if public.cables else None,
        communiques=to_all(view, number),
        publish=None if published else publish,
        ready=None if done else form(view, posting, "declare_ready", "ready-talk"),
        awaited=listed([public.name_of(s) for s in public.awaited if s != view.seat]),
    )
    return Screen("talk", shown, _forms(shown))


def _others(view: SeatView) -> Sequence[SeatId]:
    return [a.seat for a in view.public.allies] if view.seat == PATRON else [PATRON]


def _party(view: SeatView, posting: Posting, seat: SeatId) -> Party:
    letters = between(view, view.public.round, seat)
    left = dict(view.cables_left).get(seat, 0)
    actor = next(actor for actor in view.public.table if actor.seat == seat)
    cable = form(view, posting, "send_cable", f"cable-{seat}", to=seat, shows=("text",))
    return Party(
        seat, actor.name, actor.bot, letters, incoming(letters), left, cable if left else None
    )


def _written(view: SeatView, posting: Posting) -> Written:
    public, number = view.public, view.public.round
    mine = [code for code in Code if (code in BY_PATRON) == (view.seat == PATRON)]
    names = _names(view)
    lines = [option(code, names, needs(code)) for code in mine]
    most = view.patron.garrison_max if view.patron else view.ally.units if view.ally else 0
    conditions = [(c.value, capital(CONDITIONS[c].format(**names))) for c in Condition]
    return Written(
        form=form(view, posting, "put_in_writing", "writing", shows=("to", "code", "units")),
        parties=tuple((seat, public.name_of(seat)) for seat in _others(view)),
        asks=tuple(line for line in lines if line.request),
        promises=tuple(line for line in lines if not line.request),
        most_units=max(1, most),
        rounds=tuple(range(number, number + MOST_ROUNDS_AHEAD + 1)),
        conditions=tuple(conditions),
    )


def _names(view: SeatView) -> dict[str, str]:
    """Names for the list; a patron with several allies picks the ally beside it."""
    public = view.public
    own = next((a for a in public.allies if a.seat == view.seat), None)
    only = public.allies[0] if len(public.allies) == 1 else None
    ally = own or only
    return {
        "ally": ally.name if ally else "the ally",
        "home": ally.home if ally else "the ally’s home",
        "patron": public.patron.name,
        "theatre": public.theatre,
    }


def needs(code: Code) -> str:
    """The one extra field a line of the list uses."""
    if code in NEEDS_UNITS:
        return "units"
    return {Code.ANNOUNCE_DRAWDOWN: "round", Code.WARN_ELSEWHERE: "condition"}.get(code, "")


def _forms(shown: Talk) -> tuple[Form, ...]:
    found = [party.form for party in shown.parties]
    found += [shown.written.form if shown.written else None, shown.publish, shown.ready]
    return tuple(item for item in found if item)
