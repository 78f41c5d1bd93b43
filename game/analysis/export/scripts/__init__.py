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
        "load.R": _text("load.R"),
        "load.py": _text("load.py.txt"),  # no module of ours: it needs pandas
        "load.do": stata().encode(),
        "load.sps": spss().encode(),
    }


def _text(name: str) -> bytes:
    """A file that lies here, with the same line ends on every machine."""
    return (HERE / name).read_text(encoding="utf-8").encode()
