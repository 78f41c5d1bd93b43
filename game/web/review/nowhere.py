"""A moment that is none: what is there instead, and the way back."""

from game.analysis.replaying import Replay
from game.web.review.addresses import Addresses
from game.web.review.volumes import Volume
from game.web.templating import render
from game.web.wording import review as said


def nowhere_page(volume: Volume, replay: Replay, position: int, eyes: str) -> str:
    """Says which event or seat there is none of, and leads to those there are."""
    group, addresses = replay.opened.number, Addresses(volume.session)
    inside = 1 <= position <= replay.last
    words = said.NEVER if inside else said.NO_POSITION
    nearest = position if inside else max(1, min(position, replay.last))
    return render(
        "review/nowhere.html",
        frame=volume,
        sentence=words.format(position=position, group=group, last=replay.last, seat=eyes),
        back=addresses.moment(group, nearest),
        nearest=nearest,
        overview=addresses.overview,
    )
