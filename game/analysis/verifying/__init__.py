"""Whether an export is whole: what was checked, what was not and why, and what is wrong where."""

from game.analysis.verifying.findings import Problem, Verification
from game.analysis.verifying.whole import verify

__all__ = ["Problem", "Verification", "verify"]
