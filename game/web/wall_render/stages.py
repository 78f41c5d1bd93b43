"""A round on the wall: the map of one group, and beside it what the stage is about."""

from dataclasses import dataclass

from game.core.views.shapes import Answer, Attacked, PublicView, RoundRecord
from game.core.vocabulary import Distance, Posture, Stage, Stance
from game.web.presenters.maps import MapShown, map_shown
from game.web.wall_render.frame import WallFrame
from game.web.wall_render.shown import committed, forces, revealed
from game.web.wording.figures import listed, some
from game.web.wording.pledges import OUTCOMES, sentence
from game.web.wording.wall import MEANWHILE, PAUSED, QUIET, STANCES, TO_DO
from game.web.wording.words import POSTURE_DONE

ROOMY = 3  # allies of whom everything can be said


@dataclass(frozen=True, slots=True)
class Line:
    """What an ally did: the end of a sentence that begins with its name. Where allies are many,
    several who did the same stand together, and `rest` leads them."""

    names: tuple[tuple[str, Distance | None], ...]
    rest: str
    together: bool


@dataclass(frozen=True, slots=True)
class StageShown:
    """The body of the wall during play. Empty parts are left out."""

    map: MapShown
    small: MapShown  # the same for a narrow screen
    after: int  # the round that the map shows, where it is not this one
    paused: str
    kicker: str
    headline: str
    text: tuple[str, ...]
    lines: tuple[Line, ...]
    promises: tuple[str, ...]
    awaited: str
    to_do: str
    where: str
    meanwhile: str


@dataclass(frozen=True, slots=True)
class Deed:
    """What the patron did this round, for the head of the page."""

    posture: Posture
    said: str


def stage_shown(frame: WallFrame, view: PublicView) -> StageShown:
    """The body."""
    drawn = forces(frame, view)
    record = revealed(frame, view)
    kicker, headline, text = _told(frame, view, record)
    waiting = frame.awaited.open > 0 and not frame.paused
    asking = waiting and record is None and frame.stage in MEANWHILE
    return StageShown(
        map=map_shown(drawn, "wall", "w", frame.round),
        small=map_shown(drawn, "phone", "m", frame.round),
        after=drawn.round if drawn.round < frame.round else 0,
        paused=PAUSED if frame.paused else "",
        kicker=kicker,
        headline=headline,
        text=text,
        lines=_lines(record) if record else (),
        promises=_promises(view, record) if record and frame.stage is Stage.RECKONING else (),
        awaited=_awaited(frame) if waiting and record is None else "",
        to_do=TO_DO[frame.stage] if frame.stage else "",
        where=_where(frame),
        meanwhile=_question(frame, view) if asking and frame.stage is not Stage.DISPATCH else "",
    )


def deed(frame: WallFrame, view: PublicView) -> Deed | None:
    """`Meridia escalated`, once every patron has moved."""
    record = committed(frame, view)
    if record is None or record.division is None:
        return None
    posture = record.division.posture
    return Deed(posture, f"{view.patron.name} {POSTURE_DONE[posture]}")


def _told(
    frame: WallFrame, view: PublicView, record: RoundRecord | None
) -> tuple[str, str, tuple[str, ...]]:
    """The news of the stage: a kicker, a headline, and a few lines."""
    if frame.stage is Stage.DISPATCH and view.news:
        government = f"A new government has taken office in {view.patron.name}."
        new = (government,) if view.news.new_government else ()
        return view.news.dateline, view.news.headline, (*new, view.news.tide_text)
    if record and record.attacked is not None:
        over = frame.stage is Stage.RECKONING
        kicker = f"Round {frame.round} is over" if over else "Crisis at home"
        return kicker, "", _attacks(view, record.attacked)
    if record:
        return "What the allies did", "", ()
    return "", "", ()


def _attacks(view: PublicView, attacks: tuple[Attacked, ...]) -> tuple[str, ...]:
    """Who is attacked, in two sentences at most: those helped, and those left alone."""
    patron = view.patron.name
    helped = [attack.name for attack in attacks if attack.defended]
    lost = [attack.name for attack in attacks if attack.sent and not attack.defended]
    alone = [attack.name for attack in attacks if not attack.sent]
    ends = (
        (helped, f"and {patron} comes."),
        (lost, f"{patron} sends help; it does not arrive."),
        (alone, f"and {patron} does not come."),
    )
    said = [f"{_are(names)} attacked, {end}" for names, end in ends if names]
    return tuple(said) or (QUIET,)


def _are(names: list[str]) -> str:
    return f"{listed(names)} {'is' if len(names) == 1 else 'are'}"


def _lines(record: RoundRecord) -> tuple[Line, ...]:
    if len(record.answers) <= ROOMY:
        return tuple(Line(((a.name, a.distance),), _rest(a), False) for a in record.answers)
    did = dict.fromkeys(answer.done for answer in record.answers)
    return tuple(
        Line(tuple((a.name, a.distance) for a in record.answers if a.done == done), done, True)
        for done in did
    )


def _promises(view: PublicView, record: RoundRecord) -> tuple[str, ...]:
    """What was promised in public this round, and what came of it, as far as there is room."""
    room = max(0, ROOMY - len(record.answers))
    judged = [p for p in record.pledges if p.label in ("kept", "broken") and not p.request]
    return tuple(f"{sentence(view, p)[:-1]}: {OUTCOMES[p.label]}." for p in judged[:room])


def _rest(answer: Answer) -> str:
    parts = [answer.done]
    if answer.stance is not Stance.SILENT:
        parts.append(STANCES[answer.stance])
    if answer.units:
        parts.append(f"sent {answer.units}")
    return listed(parts)


def _awaited(frame: WallFrame) -> str:
    """`4 of 26 allies and 1 of 13 patrons`; by role, never by name."""
    waiting = frame.awaited
    parts = []
    if waiting.allies:
        parts.append(f"{waiting.allies} of {some(waiting.of_allies, 'ally', 'allies')}")
    if waiting.patrons:
        parts.append(f"{waiting.patrons} of {some(waiting.of_patrons, 'patron')}")
    return listed(parts)


def _where(frame: WallFrame) -> str:
    """`Groups 2, 4 and 5`, where they are few."""
    numbers = [str(number) for number in frame.awaited.groups]
    if not numbers or frame.groups == 1:
        return ""
    if len(numbers) > 5:
        return f"In {len(numbers)} of {frame.groups} groups"
    return f"Group{'s' if len(numbers) > 1 else ''} {listed(numbers)}"


def _question(frame: WallFrame, view: PublicView) -> str:
    asked = view.news.question if view.news else ""
    return asked or MEANWHILE.get(frame.stage or Stage.RESPONSE, "")
