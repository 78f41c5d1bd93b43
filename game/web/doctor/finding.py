"""One thing that was looked at: how it is, and what to do if it is not fine."""

from collections.abc import Mapping
from dataclasses import dataclass

FINE, NOTE, MEND = "fine", "note", "mend"
WORDS: Mapping[str, tuple[str, str]] = {  # a sign and a word: never a colour alone
    FINE: ("+", "fine"),
    NOTE: ("i", "note"),
    MEND: ("!", "mend"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """`check` names what was looked at; `state` is fine, note or mend; `todo` may be empty."""

    check: str
    state: str
    fact: str
    todo: str = ""


def fine(check: str, fact: str) -> Finding:
    """As it should be."""
    return Finding(check, FINE, fact)


def note(check: str, fact: str, todo: str = "") -> Finding:
    """Good to know; nothing must be done."""
    return Finding(check, NOTE, fact, todo)


def mend(check: str, fact: str, todo: str) -> Finding:
    """Something must be done before the class."""
    return Finding(check, MEND, fact, todo)
