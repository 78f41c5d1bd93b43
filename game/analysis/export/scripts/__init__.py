"""Scripts that load the tables, with their types: for R, pandas, Stata and SPSS.

Those for R and pandas read the codebook that lies beside them. Stata and SPSS cannot, so theirs are
written from it.
"""

from functools import lru_cache
from pathlib import Path

from game.analysis.export.scripts.spss import spss
from game.analysis.export.scripts.stata import stata

HERE = Path(__file__).parent


@lru_cache
def scripts() -> dict[str, bytes]:
    """By the name they have in the zip."""
    return {
        "load.R": (HERE / "load.R").read_bytes(),
        "load.py": (HERE / "load.py.txt").read_bytes(),  # no module of ours: it needs pandas
        "load.do": stata().encode(),
        "load.sps": spss().encode(),
    }
