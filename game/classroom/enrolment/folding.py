"""What is the same for people: capitals, accents and blanks aside; “Last, First” turned round."""

import unicodedata


def letters(text: str) -> str:
    """Letters and figures alone, small, without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if sign.isalnum())


def folded(text: str) -> str:
    """Small, without accents and blanks; other signs stay, for `a.b@x` is not `ab@x`."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (sign for sign in plain if not unicodedata.combining(sign))
    return "".join(sign for sign in kept if unicodedata.category(sign)[0] not in "ZC")


def names_of(name: str) -> frozenset[str]:
    """The ways to write a name: as it stands, and with a comma turned round."""
    last, comma, first = name.partition(",")
    turned = {folded(f"{first} {last}")} if comma else set()
    return frozenset({folded(name), *turned} - {""})
