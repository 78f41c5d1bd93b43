"""A copy of the game whose stages are short, so that deadlines pass while one watches."""

import compileall
import re
import shutil
from pathlib import Path

from tests.live.served import ROOT

PARTS = ("game", "scenarios", "templates", "static")
SCENARIO = "the-straits.yaml"
SECONDS = "{dispatch: 8, consultation: 12, commitment: 8, response: 12, crisis: 5, reckoning: 11}"


def quick_copy(root: Path, rounds: int) -> Path:
    """The game with its first scenario shortened to so many rounds of short stages."""
    for part in PARTS:
        leave = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / part, root / part, ignore=leave)
    compileall.compile_dir(root / "game", quiet=1)  # every start would do it, where none is kept
    path = root / "scenarios" / SCENARIO
    text, cuts = re.subn(r"(seconds: )\{dispatch: 45.*\}", rf"\g<1>{SECONDS}", path.read_text())
    dispatches = ", ".join(f"d{number}" for number in range(1, rounds + 1))
    text, lists = re.subn(r"(dispatches: )\[d1.*\]", rf"\g<1>[{dispatches}]", text)
    assert (cuts, lists) == (1, 2)
    path.write_text(text)
    return root
