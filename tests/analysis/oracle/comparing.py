"""Every number of `run.py analyse --json` beside the oracle's: what differs, in words."""

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
from click.testing import CliRunner

from game.cli.analyse import command
from tests.analysis.oracle.claims import Found, analysed
from tests.analysis.oracle.data import cleaned
from tests.analysis.oracle.gauge import shares
from tests.analysis.oracle.lines import ARM, by_session, differs, missing, otherwise
from tests.analysis.oracle.simulating import Class, made_up, written

ENDS = {"ci_low": (0, 0.05), "ci_high": (1, 0.05), "ci90_low": (0, 0.10), "ci90_high": (1, 0.10)}
DRAWS = 10_000


def differences(wanted: Class, baseline: dict[str, float], folder: Path) -> list[str]:
    """Nothing, where both say the same of this class."""
    table = made_up(wanted)
    told = printed(table, wanted.design, baseline, folder)
    ours = analysed(table, wanted.design, baseline)
    found = []
    for claim in told["claims"]:
        found += [f"{claim['claim']} {said}" for said in _claim(claim, ours[claim["claim"]])]
    return [
        *found,
        *_gauge(told["gauge"], ours["C0"]),
        *_data(told["data"], table, wanted.design),
        *_lines(told["robustness"], otherwise(table, wanted.design)),
        *_sessions(told["by_session"], by_session(table, wanted.design)),
    ]


def printed(
    table: pd.DataFrame, design: str, baseline: dict[str, float], folder: Path
) -> dict[str, Any]:
    """What the program says of the table."""
    (folder / "ally_rounds.csv").write_bytes(written(table))
    (folder / "baseline.json").write_text(json.dumps(baseline), encoding="utf-8")
    words = [str(folder / "ally_rounds.csv"), "--design", design, "--json"]
    words += ["--baseline", str(folder / "baseline.json")] if baseline else []
    result = CliRunner().invoke(command, words, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def _same(mine: float | None, theirs: Any, slack: float = 1e-9) -> bool:
    if mine is None or math.isnan(mine) or theirs is None:
        return theirs is None and (mine is None or math.isnan(mine))
    mine, theirs = float(mine), float(theirs)  # infinities are told in words
    return mine == theirs or abs(mine - theirs) <= slack


def _claim(told: dict[str, Any], ours: Found) -> Iterator[str]:
    made = ours.contrast
    if told["testable"] != ours.testable:
        yield f"testable: {ours.testable}, told {told['testable']} {told['reason']}"
        return
    if made is not None and not _same(2 / made.size, told["min_p"]):
        yield f"min_p: {2 / made.size}, told {told['min_p']}"
    if told["n_clusters"] != ours.clusters:
        yield f"n_clusters: {ours.clusters}, told {told['n_clusters']}"
    if not ours.testable:
        return
    slack = 1e-9 if made.exact else _chance(made.p())
    values = {
        "exact": (made.exact, 0),
        "estimate": (made.tau, 1e-9),
        "se": (made.se, 1e-9),
        "df": (made.df, 0),
        "p": (made.p(), slack),
        "p_holm": (ours.p_holm, 3 * slack),
    }
    if ours.baseline is not None:
        values["excess"] = (made.tau - ours.baseline, 1e-9)
        p = made.p(ours.baseline)
        values["p_vs_baseline"] = (p, 1e-9 if made.exact else _chance(p))
    for name, (mine, allowed) in values.items():
        if not _same(mine, told[name], allowed):
            yield f"{name}: {mine}, told {told[name]}"
    yield from _ends(told, ours)
    if told["verdict"] != ours.verdict:
        yield f"verdict: {ours.verdict}, told {told['verdict']}"


def _chance(p: float) -> float:
    """How far two samples of the reference set may lie apart."""
    return 5 * math.sqrt(2 * max(p * (1 - p), 0.002) / DRAWS)


def _ends(told: dict[str, Any], ours: Found) -> Iterator[str]:
    """All re-assignments: the same ends. A sample: ends where the oracle's p passes the level."""
    made = ours.contrast
    for name, (side, level) in ENDS.items():
        if made.exact:
            mine = made.interval(level)[side]
            if not _same(mine, told[name], 1e-6):
                yield f"{name}: {mine}, told {told[name]}"
            continue
        end = float(told[name]) - made.tau
        inside, outside = (made.kept(made.tau + end * by) for by in (0.9999, 1.0001))
        if inside < level - _chance(level) or outside > level + _chance(level):
            yield f"{name}: p goes from {inside} to {outside} at {told[name]}"


def _gauge(told: dict[str, Any], ours: Found) -> Iterator[str]:
    if told["shown"] != ours.testable:
        yield f"gauge shown: {ours.testable}, told {told['shown']}"
    elif ours.testable:
        excess = ours.contrast.tau - (ours.baseline or 0)
        mine = shares(excess, ours.contrast.se, ours.contrast.df)
        values = {"hrt": mine.hrt, "zero": mine.zero, "authors": mine.authors}
        for name, share in values.items():
            if not _same(share, told[f"share_{name}"], 1e-6):
                yield f"gauge {name}: {share}, told {told[f'share_{name}']}"
        if not _same(math.log(mine.bf), math.log(told["bf"]), 1e-5):
            yield f"gauge bf: {mine.bf}, told {told['bf']}"


def _data(told: dict[str, Any], table: pd.DataFrame, design: str) -> Iterator[str]:
    data = cleaned(table)
    if told["used"] != len(data.rows) or told["duplicates"] != data.duplicates:
        yield f"rows: {len(data.rows)}, told {told['used']} of {told['rows']}"
    if design in ARM:
        arms = {arm["arm"]: (arm["expected"], arm["played"]) for arm in told["attrition"]}
        if arms != missing(data, design) or told["attrition_differs"] != differs(data, design):
            yield f"attrition: {missing(data, design)}, told {arms}"


def _lines(
    told: list[dict[str, Any]], ours: dict[tuple[str, str], tuple[float, float]]
) -> Iterator[str]:
    theirs = {(line["claim"], line["line"]): (line["low"], line["high"]) for line in told}
    yield from _apart("line", ours, theirs)


def _sessions(
    told: list[dict[str, Any]], ours: dict[tuple[str, str], tuple[float, float]]
) -> Iterator[str]:
    theirs = {(one["session"], one["claim"]): (one["estimate"], one["se"]) for one in told}
    yield from _apart("session", ours, theirs)


def _apart(what, ours, theirs) -> Iterator[str]:
    for key in sorted({*ours, *theirs}):
        mine, said = ours.get(key), theirs.get(key)
        if mine is None or said is None or not all(map(_same, mine, said)):
            yield f"{what} {key}: {mine}, told {said}"
