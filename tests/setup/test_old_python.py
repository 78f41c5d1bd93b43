"""An old Python gets one sentence, not a syntax error."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUN = ROOT / "run.py"
SENTENCE = re.compile(r"Distant War needs Python 3\.11 or newer; this is Python \d\.\d+ \(.+\)\.\n")
PRETEND = (
    "import runpy, sys; sys.version_info = (3, 9, 18, 'final', 0); "
    "runpy.run_path(sys.argv[1], run_name='__main__')"
)


def old_pythons() -> list[str]:
    """Those on this machine, if any."""
    names = ["python2.7", *(f"python3.{minor}" for minor in range(6, 11))]
    on_path = [found for name in names if (found := shutil.which(name))]
    pyenv = Path.home() / ".pyenv" / "versions"
    kept = [place / "bin" / name for place in pyenv.glob("*") for name in names]
    return [*on_path, *(str(path) for path in kept if path.exists())]


def works(python: str) -> bool:
    """A version manager's stand-in for a version that is not chosen here does not start."""
    return subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode == 0


def test_an_old_python_is_told_what_is_needed():
    done = subprocess.run(
        [sys.executable, "-c", PRETEND, str(RUN)], capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert SENTENCE.fullmatch(done.stderr)


def test_so_is_every_old_python_of_this_machine():
    for python in filter(works, old_pythons()):
        done = subprocess.run([python, str(RUN)], capture_output=True, text=True, check=False)

        assert (done.returncode, done.stdout) == (2, ""), python
        assert SENTENCE.fullmatch(done.stderr), python


def test_the_file_is_written_in_old_python():
    """Where no old Python is at hand: no syntax that Python 2.7 and 3.6 cannot read."""
    tree = ast.parse(RUN.read_text("utf-8"), feature_version=(3, 6))
    newer = (ast.JoinedStr, ast.NamedExpr, ast.AnnAssign, ast.FunctionDef, ast.Match)

    assert not [node for node in ast.walk(tree) if isinstance(node, newer)]
