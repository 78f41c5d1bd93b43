"""What an analysis is read from: the export's tables, out of a zip, a bare CSV or the log."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from game.analysis.claims import claims_text
from game.analysis.claims.reading import read_claims
from game.analysis.inference.analysing import ORDER, Setting, analyse
from game.analysis.inference.dataset import Facts, GroupKey, RoundKey, dataset
from game.analysis.inference.own_beliefs import own_beliefs, payoffs_of, tilt_lines
from game.analysis.inference.results import Analysis
from game.analysis.inference.rows import AllyRound, Malformed, Raw, ally_round

DESIGNS = ("D1", "D2", "D3")
KEY = ("group", "round", "seat")
TILTS = {"C1": "tilt_belief", "C2": "tilt_hedge"}


class NotAnalysable(Exception):  # noqa: N818  an answer to whoever asked
    """These tables cannot be analysed as they are; the message says why."""


@dataclass(frozen=True, slots=True)
class Source:
    """Tables as rows by name; only ally_rounds must be there. `claims` is the file's text."""

    tables: Mapping[str, Sequence[Raw]]
    claims: str = ""
    name: str = "ally_rounds.csv"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for; empty: taken from the tables."""

    design: str = ""
    baselines: Mapping[str, float] = field(default_factory=dict)
    seed: int | None = None
    only: tuple[str, ...] = ORDER  # claims; with fewer, no robustness and no lines by session


def analyse_sources(sources: Sequence[Source], asked: Asked | None = None) -> Analysis:
    """One analysis of all sessions in these sources, pooled by strata.

    Raises:
        NotAnalysable: nothing to analyse, or sessions that must not be put together.
    """
    asked = asked or Asked()
    rows = [row for source in sources for row in _rows(source)]
    if not rows:
        raise NotAnalysable("There are no ally-rounds in it.")
    sessions = [row for source in sources for row in source.tables.get("sessions", ())]
    design = asked.design or _design(sessions, rows)
    text, data = _one_claims_file(sources), dataset(rows, design, _facts(sources, rows))
    found = analyse(
        data,
        Setting(
            claims=read_claims(text),
            claims_hash=sha256((text or claims_text()).encode()).hexdigest(),
            baselines=_with_index({**_tilts(sessions), **asked.baselines}),
            seed=asked.seed,
            only=asked.only,
            simulated=_simulated(rows),
        ),
    )
    beliefs = own_beliefs(data.rows, payoffs_of(sessions))
    return replace(
        found,
        own_beliefs=beliefs,
        tilts=tilt_lines(sessions),
        unfinished=tuple(
            str(row["session"]) for row in sessions if str(row.get("completed")) == "0"
        ),
    )


def _rows(source: Source) -> list[AllyRound]:
    raw = source.tables.get("ally_rounds", ())
    if raw and (missing := [column for column in KEY if column not in raw[0]]):
        raise NotAnalysable(f"{source.name} has no column {', '.join(missing)}.")
    found = []
    for line, row in enumerate(raw, start=2):
        if row.get("role") not in (None, "", "ally"):
            continue
        try:
            found.append(ally_round(row))
        except Malformed as fault:
            raise NotAnalysable(f"{source.name}:{line}: {fault}") from fault
    return found


def _simulated(rows: Sequence[AllyRound]) -> bool:
    """Whether bots played it all; theirs and students' rounds are never put together."""
    kinds = {row.simulated for row in rows}
    if len(kinds) > 1:
        raise NotAnalysable("Rehearsals are no evidence and are not put together with classes.")
    return kinds == {True}


def _one_claims_file(sources: Sequence[Source]) -> str:
    texts = {source.claims for source in sources if source.claims}
    if len(texts) > 1:
        raise NotAnalysable("These sessions were held against different claims files.")
    return texts.pop() if texts else ""


def _design(sessions: Sequence[Raw], rows: Sequence[AllyRound]) -> str:
    """As the sessions say; of a bare table, as its columns tell."""
    said = {str(row["design"]) for row in sessions if row.get("design")}
    if len(said) > 1:
        raise NotAnalysable(
            f"These sessions have different designs ({', '.join(sorted(said))}) and are not put "
            "together. Analyse them apart."
        )
    versions = {str(row["scenario_hash"]) for row in sessions if row.get("scenario_hash")}
    if len(versions) > 1:
        raise NotAnalysable(
            "These sessions played different versions of a scenario and are not put together. "
            "Analyse them apart."
        )
    if said and said <= set(DESIGNS):
        return said.pop()
    arms = {level for row in rows for level in row.arm.split("+")}
    if {"hawk", "restrained"} <= arms:
        return "D1"
    return "D2" if any(row.drawn for row in rows) else "D3"


def _facts(sources: Sequence[Source], rows: Sequence[AllyRound]) -> Facts:
    strata: dict[RoundKey, str] = {}
    cut_off: dict[GroupKey, int] = {}
    sessions = {row.group: row.session for row in rows}
    for source in sources:
        strata |= _strata(source.tables.get("assignments", ()))
        cut_off |= _cut_off(source.tables.get("patron_rounds", ()), sessions)
    return Facts(strata, cut_off)


def _strata(assignments: Iterable[Raw]) -> dict[RoundKey, str]:
    """The set within which each round's posture was drawn."""
    found = {}
    for row in assignments:
        if row.get("factor") == "posture_assigned":
            group, _, number = str(row["unit_id"]).rpartition("-R")
            found[str(row["session"]), group, int(number)] = str(row["stratum"])
    return found


def _cut_off(patrons: Iterable[Raw], sessions: Mapping[str, str]) -> dict[GroupKey, int]:
    """The first round in which a bot had taken a student patron's place; in no rehearsal."""
    rounds: dict[GroupKey, list[int]] = defaultdict(list)
    for row in patrons:
        if str(row.get("simulated")) == "1":
            continue
        replaced = row.get("patron_kind") == "bot_substitute"
        if replaced or str(row.get("substituted_so_far")) == "1":
            group = str(row["group"])
            session = str(row.get("session") or sessions.get(group, "S1"))
            rounds[session, group].append(int(str(row["round"])))
    return {group: min(found) for group, found in rounds.items()}


def _tilts(sessions: Sequence[Raw]) -> dict[str, float]:
    """The payoffs' own effect, averaged over the sessions' groups; none where it is not said."""
    found = {}
    for claim, column in TILTS.items():
        known = [
            (float(str(row[column])), float(str(row.get("n_groups") or 1)))
            for row in sessions
            if row.get(column) not in (None, "")
        ]
        if known and len(known) == len(sessions):
            weight = sum(groups for _, groups in known)
            found[claim] = sum(tilt * groups for tilt, groups in known) / weight
    return found


def _with_index(baselines: Mapping[str, float]) -> dict[str, float]:
    """With the index's own, made from those of its three parts, unless it was given."""
    if not baselines:
        return {}
    belief, hedging, said = (baselines.get(claim, 0.0) for claim in ("C1", "C2", "C3"))
    return {"C0": (belief / 100 - hedging + said / 2) / 3, **baselines}
