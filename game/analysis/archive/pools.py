"""What is put together: classes of one scenario version in one design, and nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.analysis.archive.entries import Entry
from game.analysis.archive.estimating import SHOWN
from game.analysis.pooling import Pooled, pool


@dataclass(frozen=True, slots=True)
class Pool:
    """Classes that stand in one plot, in the order in which they were played."""

    scenario: str  # hash
    design: str
    entries: tuple[Entry, ...]  # those with estimates
    claims: Mapping[str, Pooled]

    @property
    def key(self) -> tuple[tuple[str, int, str], ...]:
        """Changes when anything in it does."""
        return tuple((one.session, one.closed_at, one.engine_version) for one in self.entries)


def pools(entries: Iterable[Entry]) -> tuple[Pool, ...]:
    """Side by side, by scenario version and design; the version played last comes first."""
    kept = sorted((one for one in entries if one.estimates), key=_order)
    places = dict.fromkeys((one.scenario, one.design) for one in kept)
    last = {one.scenario: one.played_at for one in kept}
    ordered = sorted(places, key=lambda place: (-last[place[0]], place))
    return tuple(
        _pool(place, [one for one in kept if (one.scenario, one.design) == place])
        for place in ordered
    )


def _order(one: Entry) -> tuple[int, str]:
    return one.played_at, one.session


def _pool(place: tuple[str, str], members: list[Entry]) -> Pool:
    lines = [line for one in members for line in one.estimates]
    by_claim = {claim: [line for line in lines if line.claim == claim] for claim in SHOWN}
    claims = {claim: pool(found) for claim, found in by_claim.items() if found}
    return Pool(*place, tuple(members), claims)
