"""What a seat knew at a moment, as text: made from its view and from nothing else."""

from collections.abc import Iterator

from game.cli.told.layout import heading, joined, listed_lines, paragraph, section, table
from game.cli.told.maps import forces_table
from game.cli.told.private import forecast, offers, private_cards, sealed
from game.core.views.own import SeatView
from game.core.views.shapes import RoundRecord
from game.web.dates import to_the_second
from game.web.presenters.answers import did, was_helped
from game.web.presenters.reckoning import lines
from game.web.presenters.role import role
from game.web.presenters.writing import said
from game.web.wording.accounts import end
from game.web.wording.figures import listed, plain, signed, units
from game.web.wording.words import POSTURE_DONE, STAGES, TIDES

MAY = {
    "state_belief": "state its belief",
    "send_cable": "send a cable",
    "publish_communique": "speak in public, once",
    "put_in_writing": "put a request or a pledge in writing",
    "declare_ready": "say that it is ready to go on",
    "commit_forces": "divide its forces",
    "state_appraisal": "state would, could and belief",
    "seal_response": "seal its move, stance, units and reason",
    "seal_orders": "seal its standing orders",
}


def seat(view: SeatView, group: int) -> str:
    """The whole of it, in the order in which one would want to know."""
    card = role(view)
    who = f"{card.name} ({view.seat}), {card.tie}" + (f", {card.place}" if card.place else "")
    present = (view.public.present,) if view.public.present else ()
    records = (*view.public.past, *present)
    return joined(
        (
            f"{heading(f'Group {group}, as {card.name} knew it')}\n{paragraph(who)}",
            section("Where the game stood", listed_lines(_standing(view))),
            section("The news", listed_lines(_news(view))),
            section("Its own cards", listed_lines(private_cards(view))),
            section("What it could do", listed_lines(_may(view)), offers(view)),
            section("What it had stated", _beliefs(view), listed_lines(sealed(view))),
            section("What was said", listed_lines(_messages(view))),
            section("Requests and pledges", listed_lines(_pledges(view))),
            section("The record", *(listed_lines(_record(view, item)) for item in records)),
            section("The map", forces_table(view.public.forces)),
            section("Its points", listed_lines(_points(view)), listed_lines(forecast(view))),
            section("Its brief", *map(paragraph, _brief(card.text)), listed_lines(card.wants)),
            section("The rules as it read them", listed_lines((*card.rules, card.unknown))),
        )
    )


def _brief(text: str) -> Iterator[str]:
    """Without the stars of Markdown, a paragraph a line."""
    for part in text.replace("**", "").split("\n\n"):
        yield " ".join(part.split())


def _standing(view: SeatView) -> Iterator[str]:
    public = view.public
    if public.over:
        yield f"The game was over. {end(public.end_reason)}"
        return
    if public.stage is None:
        yield "Before round 1."
        return
    doing = "open" if public.open else "closed"
    yield f"Round {public.round}, {STAGES[public.stage].lower()}, {doing}."
    if public.deadline is not None and not public.paused:
        yield f"It closes at {to_the_second(public.deadline)}."
    if public.paused:
        yield "Paused."
    for word, seats in (("Awaited", public.awaited), ("Decided", public.decided)):
        if seats:
            yield f"{word}: {listed([public.name_of(one) for one in seats])}."
    if view.covered:
        yield "A bot moved for it."
    if view.timed_out:
        yield "Time had run out: the rules moved for it."


def _news(view: SeatView) -> Iterator[str]:
    news, part = view.public.news, view.ally or view.patron
    if news:
        yield f"{news.dateline}: {news.headline}. {news.text}"
        yield news.tide_text
        if news.new_government:
            yield "A new government took office."
        if news.question:
            yield news.question
    if part and part.intelligence:
        yield f"For it alone: {part.intelligence}"


def _may(view: SeatView) -> Iterator[str]:
    yield from (MAY[name].capitalize() + "." for name in view.may)
    if not view.may:
        yield "Nothing: it waited."
    for to, left in view.cables_left:
        yield f"Cables left to {view.public.name_of(to)}: {left}."


def _beliefs(view: SeatView) -> str:
    stated = view.ally.beliefs if view.ally else ()
    values = [(item.round, item.before, item.would, item.could, item.after) for item in stated]
    rows = [
        ["–" if value is None else value for value in row]
        for row in values
        if any(value is not None for value in row[1:])
    ]
    return table(("round", "before", "would", "could", "after"), rows) if rows else ""


def _messages(view: SeatView) -> Iterator[str]:
    for item in sorted(view.messages, key=lambda message: (message.round, message.at)):
        to = f" to {view.public.name_of(item.to)}" if item.to else ", in public"
        yield f"Round {item.round}, {view.public.name_of(item.seat)}{to}: “{item.text}”"


def _pledges(view: SeatView) -> Iterator[str]:
    for item in said(view, view.pledges):
        where = "in public" if item.public else "in a cable"
        yield f"Round {item.made}, {where}: {item.sentence} ({item.outcome})"


def _record(view: SeatView, item: RoundRecord) -> Iterator[str]:
    """What everybody knew of a round."""
    yield f"Round {item.number}: {TIDES[item.tide]}."
    division, patron = item.division, view.public.patron.name
    if division:
        here = [f"{n} with {view.public.name_of(seat)}" for seat, n in division.garrisons]
        away = f"{units(division.theatre)} in {view.public.theatre}"
        stood = f"{', '.join(here)}, {division.reserve} in reserve"
        yield f"  {patron} {POSTURE_DONE[division.posture]}: {away}, {stood}."
    for answer in did(view, item):
        yield f"  {answer.name} {answer.rest}"
    for attack in item.attacked or ():
        yield f"  {was_helped(view, attack)}"


def _points(view: SeatView) -> Iterator[str]:
    for own in view.accounts:
        account = "; ".join(f"{one.points} {one.why}" for one in lines(view, own))
        yield f"Round {own.number}: {signed(own.points)}, par {plain(own.par)}. {account}."
    if view.accounts:
        yield f"In all: {plain(view.points)}."
