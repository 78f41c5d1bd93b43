"""Make the table of what a class could find again: `python3 -m tools.operating`.

It takes about an hour on one core; `--jobs` uses more. `--check` makes a few cells again instead,
with other draws, and says where they differ from the shipped ones by more than simulation explains.
"""

import argparse
from collections.abc import Iterator, Sequence
from functools import partial
from math import isinf, sqrt
from multiprocessing import Pool
from pathlib import Path

from game.analysis.planning.behaviour import World
from game.analysis.planning.making import SEED, kinds, rows
from game.analysis.planning.table import NAME, Row, shipped, written

TABLE = Path(__file__).resolve().parents[1] / "game" / "analysis" / "planning" / NAME
REPS = 1000
EVERY = 37  # of the kinds that --check makes again: a few of each design
APART = 4.5  # standard errors: some hundred comparisons, none of which should fail


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description="Simulate what a class could find.")
    parser.add_argument("--to", type=Path, default=TABLE)
    parser.add_argument("--reps", type=int, default=REPS, help="classes simulated in each cell")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--check", action="store_true", help="compare a few cells, write nothing")
    asked = parser.parse_args(arguments)
    if asked.check:
        return _check(asked.reps, asked.seed + 1, asked.jobs)
    made = list(_made(list(kinds()), asked.reps, asked.seed, asked.jobs))
    asked.to.write_text(written(made), encoding="utf-8", newline="\n")
    print(f"{len(made)} rows in {asked.to}")
    return 0


def _made(worlds: Sequence[World], reps: int, seed: int, jobs: int) -> Iterator[Row]:
    with Pool(jobs) as pool:
        work = partial(rows, reps=reps, seed=seed)
        for done, found in enumerate(pool.imap(work, worlds), start=1):
            if done % 50 == 0:
                print(f"{done} of {len(worlds)}", flush=True)
            yield from found


def _check(reps: int, seed: int, jobs: int) -> int:
    known, again = shipped(), _made(list(kinds())[::EVERY], reps, seed, jobs)
    wrong = [line for row in again for line in differences(known[row.key], row)]
    print("\n".join(wrong) or "The table agrees with the simulation.")
    return 1 if wrong else 0


def differences(known: Row, again: Row) -> Iterator[str]:
    """Where two simulations of a cell are further apart than their errors explain."""
    for name in ("power_hrt", "power_authors", "type_1", "too_little"):
        one, two = getattr(known, name), getattr(again, name)
        both = (one + two) / 2
        error = sqrt(max(both * (1 - both), 0.005) * (1 / known.reps + 1 / again.reps))
        if abs(one - two) > APART * error:
            yield f"{'/'.join(map(str, known.key))} {name}: {one:.3f}, and now {two:.3f}"
    if isinf(known.width) != isinf(again.width) or known.width > 1.15 * again.width:
        yield f"{'/'.join(map(str, known.key))} width: {known.width:.3g}, and now {again.width:.3g}"


if __name__ == "__main__":
    raise SystemExit(main())
