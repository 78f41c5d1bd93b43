"""What can go wrong before a class: each check gives plain findings, which the command
`run.py doctor` prints and the console's room check shows."""

from game.web.doctor.finding import FINE, MEND, NOTE, WORDS, Finding, fine, mend, note

__all__ = ["FINE", "MEND", "NOTE", "WORDS", "Finding", "fine", "mend", "note"]
