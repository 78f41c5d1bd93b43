"""The addresses that pages point to, in one place. The server's routes stand elsewhere."""

import re
from dataclasses import dataclass

ORDINARY = re.compile(r"[A-Za-z0-9/?&=%_.+~-]*")  # nothing that ends a header or names a host


@dataclass(frozen=True, slots=True)
class Paths:
    """Where links and forms lead."""

    door: str = "/"
    join: str = "/join"
    back: str = "/return"
    play: str = "/play"  # a command is posted to /play/NAME
    consent: str = "/play/consent"
    prediction: str = "/play/prediction"
    recognition: str = "/play/recognition"
    hand: str = "/play/hand"  # raised and taken down
    returned: str = "/play/back"  # the student is back at a covered seat
    map: str = "/play/map.svg"
    debrief: str = "/debrief"
    console: str = "/console"  # of a session: /console/SESSION
    new: str = "/console/new"
    room: str = "/console/room"
    archive: str = "/console/archive"  # evidence over the years
    library: str = "/console/library"  # sessions to be reviewed
    check: str = "/check"


PATHS = Paths()


def leads_within(address: str, base: str) -> bool:
    """Whether an address that somebody sent stays at or below `base`, a path of ours."""
    below = address == base or address.startswith((f"{base}/", f"{base}?"))
    return below and bool(ORDINARY.fullmatch(address)) and ".." not in address
