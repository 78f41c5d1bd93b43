"""One claim over sessions: which enter, the two lines, and each line without each session."""

from collections.abc import Sequence

from game.analysis.inference.results import SessionEstimate
from game.analysis.pooling.lines import random_effects, t_line
from game.analysis.pooling.results import LeftOut, Pooled, PooledSession, RandomEffects, TLine

MIN_HEADLINE = 5  # sessions; below it the lines are computed, and said to be no headline

TOO_SMALL = "fewer than three groups in an arm"
T_ONLY = "in the t line alone: its groups gave no standard error above zero"


def pool(estimates: Sequence[SessionEstimate]) -> Pooled:
    """Pool one claim's estimates, one per session, of one scenario version and kind of design."""
    claims, names = {each.claim for each in estimates}, {each.session for each in estimates}
    if len(claims) != 1:
        raise ValueError(f"pooled is one claim at a time, not {sorted(claims)}")
    if len(names) != len(estimates):
        raise ValueError("a session is pooled once")
    entered = [each for each in estimates if each.enough]
    return Pooled(
        claim=claims.pop(),
        k=len(entered),
        headline=len(entered) >= MIN_HEADLINE,
        sessions=tuple(_session(each) for each in estimates),
        t=_t(entered),
        random_effects=_random(entered),
        leave_one_out=_without_each(entered),
    )


def _session(each: SessionEstimate) -> PooledSession:
    reason = "" if each.enough and _weighs(each) else T_ONLY if each.enough else TOO_SMALL
    return PooledSession(each.session, each.estimate, each.se, each.groups, each.enough, reason)


def _weighs(each: SessionEstimate) -> bool:
    return each.se is not None and each.se > 0


def _t(entered: Sequence[SessionEstimate]) -> TLine | None:
    return t_line([each.estimate for each in entered]) if len(entered) >= 2 else None


def _random(entered: Sequence[SessionEstimate]) -> RandomEffects | None:
    weighed = [(each.estimate, each.se) for each in entered if each.se]
    if len(weighed) < 2:
        return None
    return random_effects([y for y, _ in weighed], [se for _, se in weighed])


def _without_each(entered: Sequence[SessionEstimate]) -> tuple[LeftOut, ...]:
    if len(entered) < 3:
        return ()
    return tuple(_without(left, entered) for left in entered)


def _without(left: SessionEstimate, entered: Sequence[SessionEstimate]) -> LeftOut:
    rest = [each for each in entered if each is not left]
    t, mixed = _t(rest), _random(rest) if _weighs(left) else None
    return LeftOut(left.session, t.estimate if t else None, mixed.estimate if mixed else None)
