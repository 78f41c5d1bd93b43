"""What Nature and arithmetic brought about, in sentences."""

from collections.abc import Iterator

from game.analysis.chronicle.entry import Entry, Kind
from game.analysis.chronicle.moves import answered
from game.analysis.chronicle.pledges import judged
from game.analysis.chronicle.scene import Scene
from game.analysis.wording.figures import plain, points
from game.core.events import (
    Account,
    CrisisStruck,
    ForecastPaid,
    GameEnded,
    RoundReckoned,
)
from game.core.vocabulary import Move, SeatId

ENDED = {
    "completed": "The game ended: all rounds had been played.",
    "stopped": "The game ended: the instructor stopped it.",
}


def revealed(scene: Scene) -> Entry:
    """All answers open together."""
    responses = scene.after.round.responses
    allies = [seat for seat in scene.after.allies if seat in responses]
    said = [f"{scene.name(seat)} {answered(scene, seat, responses[seat])}." for seat in allies]
    return scene.entry(Kind.ANSWER, " ".join(("All answers were opened.", *said)), *allies)


def crisis(scene: Scene, event: CrisisStruck) -> Iterator[Entry]:
    """Who was attacked, who came; and a partner's answer, which the ally alone learnt."""
    said = [
        f"{scene.name(s)} was attacked at home, {_help(scene, event, s)}." for s in event.attacked
    ]
    text = " ".join(said) or "Nobody was attacked at home."
    yield scene.entry(Kind.CRISIS, text, *event.attacked)
    for seat in event.attacked:
        sealed = scene.after.round.responses.get(seat)
        alone = seat not in event.defended
        if alone and sealed and sealed.move is Move.SEEK_PARTNER:
            came = "came" if seat in event.partnered else "did not come"
            text = f"another protector {came} to {scene.name(seat)}."
            yield scene.entry(Kind.CRISIS, text, seat, known=(seat,))


def _help(scene: Scene, event: CrisisStruck, seat: SeatId) -> str:
    if seat in event.defended:
        return f"and {scene.patron} came"
    if seat in event.sent:
        return f"and the help that {scene.patron} sent did not arrive"
    return f"and {scene.patron} did not come"


def reckoned(scene: Scene, event: RoundReckoned) -> Iterator[Entry]:
    """Pledges that fell due, then each seat's points."""
    for item in event.judged:
        yield judged(scene, item)
    for account in event.accounts:
        yield _points(scene, account)


def _points(scene: Scene, account: Account) -> Entry:
    seat, earned = account.seat, points(account.points)
    text = f"{scene.name(seat)} earned {earned}; par was {plain(account.par)}."
    return scene.entry(Kind.POINTS, text, seat, known=(seat,))


def ended(scene: Scene, event: GameEnded) -> Iterator[Entry]:
    """The end, and each ally's forecast."""
    yield scene.entry(Kind.CLOCK, ENDED.get(event.reason, ENDED["stopped"]))
    for paid in event.forecasts:
        yield _forecast(scene, paid)


def _forecast(scene: Scene, paid: ForecastPaid) -> Entry:
    name = scene.name(paid.seat)
    when = "before the posture" if paid.before else "after the posture"
    said = f"had said {paid.report}" if paid.report is not None else "had said nothing"
    would = "would" if paid.outcome else "would not"
    text = (
        f"{name} was paid for its forecast of round {paid.round} instead of its moves: {when} it "
        f"{said}, and {scene.patron} {would} have come. It earned {points(paid.points)} in place "
        f"of {plain(paid.set_aside)}."
    )
    return scene.entry(Kind.POINTS, text, paid.seat, known=(paid.seat,))
