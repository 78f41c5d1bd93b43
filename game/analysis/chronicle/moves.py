"""What seats did, in sentences."""

from game.analysis.chronicle.entry import Entry, Kind
from game.analysis.chronicle.pledges import put
from game.analysis.chronicle.scene import Scene
from game.analysis.wording.figures import listed, units
from game.analysis.wording.words import POSTURE_DONE, STANCE_DONE
from game.core.events import (
    AppraisalStated,
    BeliefStated,
    CableSent,
    CommuniquePublished,
    ForcesCommitted,
    OrdersSealed,
    PutInWriting,
    ResponseSealed,
)
from game.core.views.public import division
from game.core.vocabulary import PATRON, SeatId, Stance

NO_SIDE = "took no side"


def belief(scene: Scene, event: BeliefStated) -> Entry:
    """Before the posture."""
    name, seat = scene.name(event.seat), event.seat
    earlier = scene.before.round.before.get(seat)
    text = f"{name} stated a belief of {event.belief}, before it had seen the posture."
    if earlier:
        text = f"{name} changed its belief from {earlier.belief} to {event.belief}."
    return scene.entry(Kind.BELIEF, text, seat, known=(seat,))


def appraisal(scene: Scene, event: AppraisalStated) -> Entry:
    """After the posture: would, could and belief."""
    name, seat = scene.name(event.seat), event.seat
    before = scene.after.round.before.get(seat)
    moved = turned(before.belief if before else None, event.belief)
    text = f"{name} put would at {event.would} and could at {event.could}. Its belief {moved}."
    return scene.entry(Kind.BELIEF, text, seat, known=(seat,))


def turned(before: int | None, after: int) -> str:
    """How a belief went on: `fell from 62 to 48`."""
    if before is None:
        return f"was {after}"
    if before == after:
        return f"stayed at {after}"
    return f"{'rose' if after > before else 'fell'} from {before} to {after}"


def cable(scene: Scene, event: CableSent) -> Entry:
    """A private message, with its words."""
    text = f"{scene.name(event.seat)} cabled {scene.name(event.to)}{_words(event.text)}"
    pair = (event.seat, event.to)
    return scene.entry(Kind.TALK, text, *pair, known=pair, quote=event.text)


def _words(text: str) -> str:
    """What stands before them; an export may have left them out."""
    return ":" if text else ". The words are not in this log."


def communique(scene: Scene, event: CommuniquePublished) -> Entry:
    """A public message, with its words."""
    text = f"{scene.name(event.seat)} spoke in public{_words(event.text)}"
    return scene.entry(Kind.TALK, text, event.seat, quote=event.text)


def in_writing(scene: Scene, event: PutInWriting) -> Entry:
    """A request or a pledge."""
    where = "in public" if event.public else "in a cable"
    text = f"{where}, {put(scene, event.seat, event.to, event.asked)}."
    pair = (event.seat, event.to)
    same = [
        item
        for item in scene.before.round.proposals
        if item.slot == (*pair, event.asked.code.is_request)
    ]
    aside = "This took the place of an earlier one." if same else ""
    known = None if event.public else pair
    return scene.entry(Kind.PLEDGE, text, *pair, known=known, aside=aside)


def forces(scene: Scene, event: ForcesCommitted) -> Entry:
    """The posture, and where the units were."""
    text = f"{scene.patron} {POSTURE_DONE[event.posture]}: {away(scene, event)}."
    rest = _rest(scene, event)
    text = f"{text} {rest}" if rest else text
    return scene.entry(Kind.FORCES, text, PATRON, marks=(event.posture.value,))


def away(scene: Scene, event: ForcesCommitted) -> str:
    """`60% of its forces (6 of 10 units) were in the Straits`."""
    pool = scene.after.numbers.pool(len(event.garrisons))
    share = round(100 * event.theatre / pool)
    return f"{share}% of its forces ({event.theatre} of {units(pool)}) were in {scene.theatre}"


def _rest(scene: Scene, event: ForcesCommitted) -> str:
    divided = division(scene.after, event)
    stood = [f"{units(n)} in {scene.home(seat)}" for seat, n in event.garrisons if n]
    if divided and divided.reserve:
        stood.append(f"{units(divided.reserve)} in reserve")
    return f"The others: {listed(stood)}." if stood else ""


def orders(scene: Scene, event: OrdersSealed) -> Entry:
    """For each ally: come, or do not come."""
    again = " again" if scene.before.round.orders else ""
    come = listed(scene.names([seat for seat, ordered in event.orders if ordered]), "or")
    stay = listed(scene.names([seat for seat, ordered in event.orders if not ordered]), "or")
    said = [f"to come if {come} was attacked"] if come else []
    said += [f"not to come if {stay} was"] if stay and come else []
    said += [f"not to come if {stay} was attacked"] if stay and not come else []
    text = f"{scene.patron} sealed its orders{again}: {listed(said)}."
    return scene.entry(Kind.ORDERS, text, PATRON, known=(PATRON,))


def response(scene: Scene, event: ResponseSealed) -> Entry:
    """An ally's sealed answer, and its reason."""
    name, seat = scene.name(event.seat), event.seat
    what = "another answer" if seat in scene.before.round.responses else "its answer"
    text = f"{name} sealed {what}: it {answered(scene, seat, event)}."
    text += " It asked for more forces at home." if event.voice else ""
    text += " Its reason:" if event.reason else ""
    marks = (event.move.alignment.value, event.stance.value)
    return scene.entry(Kind.ANSWER, text, seat, known=(seat,), quote=event.reason, marks=marks)


def answered(scene: Scene, seat: SeatId, event: ResponseSealed) -> str:
    """`opened talks with Moscow, took no side in public and sent no units`; what it may have said
    in public before is another matter."""
    sent = f"{units(event.units)} to {scene.theatre}" if event.units else "no units"
    silent = event.stance is Stance.SILENT
    done, said = scene.done(seat, event.move), NO_SIDE if silent else STANCE_DONE[event.stance]
    return f"{done}, {said} in public and sent {sent}"
