"""Which rows enter, and how much is missing: the data rules, before any outcome is looked at.

Bots are never outcomes; of a double submission the last counts; a student who has played before
enters once; a group of whose ally-rounds fewer than half were played leaves all claims.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypedDict

from game.analysis.inference.results import ArmShare, DataReport
from game.analysis.inference.rows import AllyRound

LEAST_PLAYED = 0.5
MOST_UNEVEN = 0.10  # difference of the missing shares between arms
GroupKey = tuple[str, str]  # session, group
RoundKey = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a bare table does not hold. `strata`: of the draws, by (session, group, round);
    `cut_off`: the round from which a bot was D3's patron, by group."""

    strata: Mapping[RoundKey, str] = field(default_factory=dict)
    cut_off: Mapping[GroupKey, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dataset:
    """The rows that enter, in the table's order, and what did not. `expected` holds every
    ally-round of a student's seat that there should be, played or not, with its arm."""

    design: str
    rows: tuple[AllyRound, ...]
    facts: Facts
    rounds: Mapping[str, int]  # of each session
    expected: Mapping[tuple[str, str, int, str], str]
    played: tuple[AllyRound, ...]  # the rows that enter, and those of groups that were dropped
    timed_out: tuple[AllyRound, ...]  # of groups that stay; for the sensitivity line
    bot_groups: frozenset[GroupKey]  # bots hold more than half of the ally seats
    report: DataReport

    @property
    def sessions(self) -> tuple[str, ...]:
        """In the order in which they appear."""
        return tuple(self.rounds)

    def only(self, rows: Iterable[AllyRound]) -> "Dataset":
        """The same with other rows."""
        return replace(self, rows=tuple(rows))


def dataset(found: Sequence[AllyRound], design: str, facts: Facts | None = None) -> Dataset:
    """The rows by the data rules. In a rehearsal bots stand for students, and it says so."""
    facts = facts or Facts()
    last = {(row.session, row.group, row.round, row.seat): row for row in found}
    unique = [_as_played(row) for row in last.values()]
    fresh, repeaters = _first_sessions(unique)
    rounds = _rounds(unique)
    kept = [row for row in fresh if not _after_cut(row, design, facts)]
    expected = _expected(kept, rounds, design, facts)
    dropped = _dropped(kept, expected)
    staying = [row for row in kept if (row.session, row.group) not in dropped]
    rows = tuple(row for row in staying if _played(row))
    played = tuple(row for row in kept if _played(row))
    return Dataset(
        design=design,
        rows=rows,
        facts=facts,
        rounds=rounds,
        expected=expected,
        played=played,
        timed_out=tuple(row for row in staying if row.timed_out and not row.bot),
        bot_groups=_bot_groups(unique) & {(row.session, row.group) for row in rows},
        report=replace(
            _report(found, unique, rows),
            groups_dropped=tuple(sorted(group for _, group in dropped)),
            repeat_players=len(repeaters),
            shortened=tuple(sorted(group for _, group in facts.cut_off)),
            **_attrition(expected, played),
        ),
    )


def _as_played(row: AllyRound) -> AllyRound:
    """In a rehearsal nobody but bots plays: they count as students there."""
    return replace(row, bot=False) if row.simulated else row


def _played(row: AllyRound) -> bool:
    return not (row.bot or row.timed_out or row.by_instructor)


def _first_sessions(rows: list[AllyRound]) -> tuple[list[AllyRound], set[tuple[str, str]]]:
    """Without the rows of those who had played in an earlier session of the table."""
    first: dict[str, str] = {}
    for row in rows:
        if row.player and not row.bot:
            first.setdefault(row.player, row.session)
    again = {
        (row.player, row.session)
        for row in rows
        if row.player and not row.bot and first[row.player] != row.session
    }
    return [row for row in rows if (row.player, row.session) not in again], again


def _rounds(rows: list[AllyRound]) -> dict[str, int]:
    rounds: dict[str, int] = {}
    for row in rows:
        rounds[row.session] = max(rounds.get(row.session, 0), row.round)
    return rounds


def _after_cut(row: AllyRound, design: str, facts: Facts) -> bool:
    cut = facts.cut_off.get((row.session, row.group)) if design == "D3" else None
    return cut is not None and row.round >= cut


def arm_of(row: AllyRound, design: str) -> str:
    """The arm that missing rounds are counted by: the group's, the draw's, or the posture."""
    if design == "D1":
        return row.arm
    if design == "D2":
        return row.drawn
    return "" if row.escalated is None else "escalate" if row.escalated else "not"


def _expected(
    rows: list[AllyRound], rounds: Mapping[str, int], design: str, facts: Facts
) -> dict[tuple[str, str, int, str], str]:
    """Every round of every seat that a student ever held, with its arm."""
    arms = {(row.session, row.group, row.round): arm_of(row, design) for row in rows}
    group_arm = {(row.session, row.group): row.arm for row in rows}
    seats = dict.fromkeys((row.session, row.group, row.seat) for row in rows if not row.bot)
    found = {}
    for session, group, seat in seats:
        most = rounds[session]
        if design == "D3":
            most = min(most, facts.cut_off.get((session, group), most + 1) - 1)
        for number in range(1, most + 1):
            fallback = group_arm[session, group] if design == "D1" else ""
            arm = arms.get((session, group, number), fallback)
            found[session, group, number, seat] = arm
    return found


def _dropped(
    rows: list[AllyRound], expected: Mapping[tuple[str, str, int, str], str]
) -> set[GroupKey]:
    due: dict[GroupKey, int] = defaultdict(int)
    done: dict[GroupKey, int] = defaultdict(int)
    for session, group, _, _ in expected:
        due[session, group] += 1
    for row in rows:
        done[row.session, row.group] += _played(row)
    return {group for group, count in due.items() if done[group] < LEAST_PLAYED * count}


def _bot_groups(rows: list[AllyRound]) -> frozenset[GroupKey]:
    """Groups where more than half of the ally seats were only ever a bot's."""
    human: dict[GroupKey, dict[str, bool]] = defaultdict(dict)
    for row in rows:
        seats = human[row.session, row.group]
        seats[row.seat] = seats.get(row.seat, False) or not row.bot
    return frozenset(g for g, seats in human.items() if sum(seats.values()) * 2 < len(seats))


def _report(
    found: Sequence[AllyRound], unique: list[AllyRound], used: tuple[AllyRound, ...]
) -> DataReport:
    """The plain counts."""
    seats = {(row.session, row.group, row.seat): False for row in unique}
    for row in unique:
        seats[row.session, row.group, row.seat] |= not row.bot
    return DataReport(
        groups=len({(row.session, row.group) for row in unique}),
        groups_used=len({(row.session, row.group) for row in used}),
        groups_dropped=(),
        rows=len(unique),
        used=len(used),
        bot_rows=sum(row.bot for row in unique),
        timed_out=sum(row.timed_out and not row.bot for row in unique),
        by_instructor=sum(row.by_instructor for row in unique),
        missing_belief=sum(row.after is None for row in used),
        duplicates=len(found) - len(unique),
        repeat_players=0,
        bot_seats=sum(not human for human in seats.values()),
        attrition=(),
        attrition_differs=False,
    )


def _attrition(
    expected: Mapping[tuple[str, str, int, str], str], played: tuple[AllyRound, ...]
) -> "_Attrition":
    due: dict[str, int] = defaultdict(int)
    done: dict[str, int] = defaultdict(int)
    there = {(row.session, row.group, row.round, row.seat) for row in played}
    for place, arm in expected.items():
        due[arm] += 1
        done[arm] += place in there
    arms = tuple(ArmShare(arm, due[arm], done[arm]) for arm in sorted(due) if arm)
    shares = [share for arm in arms if (share := arm.missing) is not None]
    uneven = len(shares) > 1 and max(shares) - min(shares) > MOST_UNEVEN + 1e-9
    return {"attrition": arms, "attrition_differs": uneven}


class _Attrition(TypedDict):
    attrition: tuple[ArmShare, ...]
    attrition_differs: bool
