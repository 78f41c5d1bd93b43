"""Codes read from a wall and typed on a phone: none of their signs looks like another."""

import secrets
from collections.abc import Container

# No vowels (no words), and none of 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V.
JOIN_SIGNS = "CDFGHJKMNPQRTVWXY34679"
JOIN_LENGTH = 6
RETURN_LENGTH = 8
PSEUDONYM_LENGTH = 5


def join_code(taken: Container[str]) -> str:
    """A new join code, e.g. HK7M4R (shown as HK7 M4R)."""
    return _fresh(JOIN_SIGNS, JOIN_LENGTH, taken)


def return_number(taken: Container[str]) -> str:
    """Eight figures with which a student comes back on another device."""
    return _fresh("0123456789", RETURN_LENGTH, taken)


def pseudonym(taken: Container[str]) -> str:
    """What a participant is called in the log and in every table."""
    return _fresh(JOIN_SIGNS, PSEUDONYM_LENGTH, taken, "p")


def _fresh(signs: str, length: int, taken: Container[str], first: str = "") -> str:
    while True:
        made = first + "".join(secrets.choice(signs) for _ in range(length))
        if made not in taken and made.lower() not in taken:
            return made


def tidy(typed: str) -> str:
    """The code as typed, without blanks and dashes, in capitals."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def shown(code: str) -> str:
    """The code as shown: in two halves."""
    return f"{code[:3]} {code[3:]}".strip()


def shown_number(number: str) -> str:
    """The return number as shown: in two halves."""
    return f"{number[:4]} {number[4:]}".strip()


def foreign_signs(typed: str) -> str:
    """Signs in what was typed that no code contains: the likeliest slip."""
    return "".join(dict.fromkeys(sign for sign in tidy(typed) if sign not in JOIN_SIGNS))
