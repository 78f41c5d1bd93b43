"""What stands above everything else: first the fact, then what is safe, then what happens."""

from dataclasses import dataclass

from game.core.views.own import SeatView
from game.core.vocabulary import Stage

OUTCOME_STAGES = (Stage.CRISIS, Stage.RECKONING)
GOVERNMENT_STAGES = (Stage.DISPATCH, Stage.CONSULTATION, Stage.COMMITMENT)


@dataclass(frozen=True, slots=True)
class Banner:
    """A sign, the fact in bold, the rest; `back`: a button by which one takes one's seat again;
    `nudged`: when the instructor asked, so that a script says a new one and no old one."""

    sign: str
    fact: str
    rest: str
    back: bool = False
    nudged: int = 0


def banners(view: SeatView, nudged: int = 0) -> tuple[Banner, ...]:
    """The banners of a seat, most urgent first; mostly none."""
    public = view.public
    found: list[Banner] = []
    if public.over:
        return ()
    if nudged:
        rest = "The class goes on when it is here."
        fact = "Your instructor is waiting for your move."
        found.append(Banner("wait", fact, rest, nudged=nudged))
    if public.paused:
        rest = "The clock stands. What you type stays here; send it when the clock runs."
        found.append(Banner("wait", "Your instructor has paused the game.", rest))
    if view.covered:
        rest = "It moves for you until you are back: touch this page, or press the button."
        found.append(Banner("note", "A bot is holding your seat.", rest, back=True))
    if view.mirrored:
        rest = "Either may move; the last move before the close counts."
        found.append(Banner("note", "You share this seat with another student.", rest))
    if view.timed_out and public.stage in OUTCOME_STAGES:
        rest = "The rules moved for you, and the debrief does not count such a move as yours."
        found.append(Banner("wait", "Your time ran out in this round.", rest))
    if public.round > 1 and not view.accounts:
        rest = f"{view.brief.name} is yours from now on. Your card is under “My seat”."
        found.append(Banner("note", f"You are {view.brief.name}.", rest))
    if public.news and public.news.new_government and public.stage in GOVERNMENT_STAGES:
        fact = f"A new government has taken office in {public.patron.name}."
        rest = "Forces and points stay as they are. Its private card is new."
        if view.patron:
            fact, rest = "You are a new government.", "Forces and points stay. Read your new card."
        found.append(Banner("note", fact, rest))
    return tuple(found)
