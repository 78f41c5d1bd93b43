"""What the countries did, as everybody may know it, one line each."""

from dataclasses import dataclass

from game.core.views.own import SeatView
from game.core.views.shapes import Answer, Attacked, PublicView, RoundRecord
from game.core.vocabulary import PATRON, Distance, SeatId
from game.web.wording.figures import units
from game.web.wording.words import POSTURE_NOW, STANCE_DONE


@dataclass(frozen=True, slots=True)
class Did:
    """An ally's move in words."""

    name: str
    distance: Distance | None
    mine: bool
    bot: bool
    done: str
    said: str
    sent: int

    @property
    def rest(self) -> str:
        """All it did, as the end of a sentence that begins with its name."""
        gave = f", sent {units(self.sent)}" if self.sent else ""
        return f"{self.done}, {self.said}{gave}."


def did(view: SeatView, record: RoundRecord | None) -> tuple[Did, ...]:
    """The revealed responses of a round, in the order of the seats; empty before they are."""
    answers = sorted(record.answers if record else (), key=lambda answer: answer.seat)
    bots = {actor.seat for actor in view.public.allies if actor.bot}
    return tuple(_did(answer, view.seat, answer.seat in bots) for answer in answers)


def _did(answer: Answer, reader: SeatId, bot: bool) -> Did:
    return Did(
        name=answer.name,
        distance=answer.distance,
        mine=answer.seat == reader,
        bot=bot,
        done=answer.done,
        said=STANCE_DONE[answer.stance],
        sent=answer.units,
    )


def posture_line(public: PublicView, record: RoundRecord) -> str:
    """`Meridia escalates`; empty before the commitment."""
    if record.division is None:
        return ""
    return f"{public.patron.name} {POSTURE_NOW[record.division.posture]}"


def helped(view: SeatView, attack: Attacked) -> str:
    """`Belmar is attacked, and Meridia comes.`"""
    patron = "you" if view.seat == PATRON else view.public.patron.name
    who = "You are" if attack.seat == view.seat else f"{attack.name} is"
    end = "" if view.seat == PATRON else "s"
    if attack.defended:
        return f"{who} attacked, and {patron} come{end}."
    if attack.sent:
        sent = "send" if view.seat == PATRON else "sends"
        return f"{who} attacked, and {patron} {sent} help; it does not arrive."
    does = "do" if view.seat == PATRON else "does"
    return f"{who} attacked, and {patron} {does} not come."


def was_helped(view: SeatView, attack: Attacked) -> str:
    """The same, looked back on: `Belmar was attacked; Meridia came.`"""
    patron = "you" if view.seat == PATRON else view.public.patron.name
    who = "You were" if attack.seat == view.seat else f"{attack.name} was"
    if attack.defended:
        return f"{who} attacked; {patron} came."
    if attack.sent:
        return f"{who} attacked; {patron} sent help that did not arrive."
    return f"{who} attacked; {patron} did not come."
