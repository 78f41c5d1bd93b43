"""The room check on a phone: each line's sentence by how it turned out."""

from collections.abc import Mapping

MARKS: Mapping[str, tuple[str, str]] = {  # a sign and a word for each state
    "fine": ("✓", "fine"),
    "note": ("!", "will do"),
    "mend": ("×", "not fine"),
    "wait": ("…", "looking"),
    "skip": ("–", "untried"),
}
LINES: Mapping[str, Mapping[str, str]] = {
    "page": {"fine": "This page came from the server, by {host}."},
    "scripts": {
        "fine": "Scripts run: pages change by themselves.",
        "note": "Scripts are off. The game works all the same, one page at a time.",
    },
    "cookies": {
        "fine": "Cookies are kept: this phone can hold a seat.",
        "mend": "Cookies are not kept. A seat needs one.",
        "wait": "Cookies.",
        "skip": "Cookies: press the button below.",
    },
    "socket": {
        "fine": "WebSocket works.",
        "note": "No WebSocket, but polling: slower, but it will do.",
        "mend": "No lasting connection. The game works all the same, one page at a time.",
        "wait": "WebSocket.",
        "skip": "WebSocket.",
    },
    "trip": {
        "fine": "Round trip: {ms} milliseconds.",
        "note": "Round trip: {ms} milliseconds. That is slow, but it will do.",
        "mend": "The server did not answer in time.",
        "wait": "Round trip.",
        "skip": "Round trip.",
    },
    "clock": {
        "fine": "This phone’s clock agrees with the server’s ({seconds} seconds apart).",
        "note": "This phone’s clock is {seconds} seconds {way} the server’s. It does no harm: the "
        "game goes by the server’s clock.",
        "mend": "The server did not answer in time.",
        "wait": "Clock.",
        "skip": "Clock.",
    },
    "steady": {
        "fine": "The connection held for ten seconds.",
        "mend": "The connection did not hold for ten seconds.",
        "wait": "Whether the connection holds for ten seconds.",
        "skip": "Whether the connection holds.",
    },
}
VERDICTS: Mapping[str, str] = {
    "wait": "This takes ten seconds. Leave the page open.",
    "ready": "This phone is ready.",
    "plain": "This phone is ready. Scripts are off: each page shows what is new when it is loaded.",
    "cookies": "Allow cookies for this address, or leave the private window; then load this page "
    "again.",
    "steady": "Move nearer to the wifi’s antenna or choose another network; then load this page "
    "again.",
    "none": "This phone can play, one page at a time. Tell your instructor that it holds no "
    "connection.",
    "ahead": "ahead of",
    "behind": "behind",
}
