"""What the instructor reads of the claims before play."""

from collections.abc import Mapping

TITLE = "What will be tested"
LEAD = (
    "These claims are fixed when the session is made: nobody can choose them after seeing the "
    "data. While the class plays, the console describes; verdicts are worked out once, after the "
    "end. Students see the claims in the debrief.",
    "B is the belief after the posture, B0 the one before it; H is 1 where an ally hedged; U is "
    "support; E is 1 where the patron escalated; x is the share of its forces in the distant war.",
)
APART = "The same on a page of its own"
OURS = "our operationalisation"
HASH = "SHA-256 of the claims file, pinned in the first event of every group:"
EXPECTS: Mapping[str, str] = {
    "+": "more under escalation (+)",
    "-": "less under escalation (−)",
    "0": "no difference (0)",
    "+ or 0": "more, or no difference (+ or 0)",
}
SLOPES: Mapping[str, Mapping[str, str]] = {
    "C4": {
        "+": "the more units are away, the higher the belief (+)",
        "-": "the more units are away, the lower the belief (−)",
    },
    "C5": {
        "0": "no difference between far and near allies (0)",
        "-": "the belief of far allies suffers more (−)",
    },
    "C6": {
        "+ or 0": "support lasts or grows as rounds go by (+ or 0)",
        "-": "support wears away as rounds go by (−)",
    },
    "C7": {"-": "the lower the belief, the more hedging (−)"},
}
FAMILIES: Mapping[str, str] = {
    "primary": "primary: corrected together for being three",
    "secondary": "secondary: corrected together for being three",
    "check": "check: both theories need it, it favours neither",
    "gauge": "for the gauge only, never tested",
}
ROWS = (
    ("sentence", "Claim"),
    ("family", "Family"),
    ("hrt", "HRT expects"),
    ("authors", "The authors expect"),
    ("strength", "How strongly"),
    ("measure", "Measured by"),
    ("source", "Source"),
    ("against_hrt", "Would count against HRT"),
    ("against_authors", "Would count against the authors"),
    ("against_both", "Would count against both"),
    ("smallest", "Too small to matter, below"),
)


def expects(claim: str, direction: str) -> str:
    """What a theory expects of a claim, in words."""
    return SLOPES.get(claim, EXPECTS)[direction]
