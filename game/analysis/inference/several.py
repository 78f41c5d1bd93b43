"""Several sessions in one analysis: the lines that ask what the next class would show."""

from game.analysis.inference.results import Analysis
from game.analysis.pooling import Pooled, pool


def pooled_claims(found: Analysis) -> dict[str, Pooled]:
    """Each claim over its sessions; empty for one session, or for bots."""
    if len(found.sessions) < 2 or found.simulated:
        return {}
    claims = dict.fromkeys(line.claim for line in found.by_session)
    return {
        claim: pool([line for line in found.by_session if line.claim == claim]) for claim in claims
    }
