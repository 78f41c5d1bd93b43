"""The pages of the coding, by name: the queue as a coder sees it, and those of who runs it."""

from game.analysis.reliability.reading import Codings
from game.analysis.reliability.report import reliability
from game.classroom.coding.codebook import DEFAULT
from game.classroom.coding.deck import Deck
from game.classroom.coding.keeping import Coder, Edition, Given
from game.classroom.coding.queue import Queue, queue_of
from game.web.coding.bringing import bring_page
from game.web.coding.codebooks import BookPlace, Sharing, codebook_page, typed_of
from game.web.coding.figures import agreement_shown
from game.web.coding.frames import (
    DoorRow,
    QueueFrame,
    codes_shown,
    door_page,
    pause_page,
    shares,
    text_page,
    text_shown,
)
from game.web.coding.overview import CoderRow, CodingFrame, KindShown, coding_page, deal
from game.web.coding.settling import DifferenceShown, differences_page
from game.web.wording import coding as wording
from tests.web.instructor_scenes import HOSTILE, screen

BASE = "/console/s1a2b3"
AT = f"{BASE}/coding/reasons"
EDITION = Edition(1, DEFAULT, 50, 2, "seed", 1)
WHY = (
    "It fights out there, so it will fight for us when it has to.",
    HOSTILE,
    "We are not what it cares about, and a garrison that is half as large as the one that left "
    "says so more plainly than any communiqué. 信じない. " * 4,
)


def queue(given: int = 0) -> Queue:
    """Of a hundred texts, so many with an answer."""
    texts = {f"S1-G{n}-R1-A1": f"{WHY[n % 3]} ({n})" for n in range(100)}
    coder = Coder("k1", "ann", 0, blind=True, started_at=1)
    empty = queue_of(Deck(EDITION, texts), coder, {})
    codes = dict.fromkeys(empty.open[:given], "payoff")
    said = {token: Given("k1", "x", code, "half a thought", 1) for token, code in codes.items()}
    return Queue(empty.task, empty.words, said, closed=False)


def text(position: int, given: int, said: str = "") -> str:
    """The page of a coder."""
    shown = text_shown(queue(given), DEFAULT, position)
    return text_page(QueueFrame(f"{AT}/queue", 1, said=said), shown)


@screen
def coding_text() -> str:
    return text(14, 13)


@screen
def coding_text_again() -> str:
    """Somebody has gone back, and a code was not kept."""
    return text(13, 20, wording.REFUSED["hasty"])


@screen
def coding_pause() -> str:
    return pause_page(QueueFrame(f"{AT}/queue", 1, out=f"{BASE}/coding"), queue(50), "reasons")


@screen
def coding_door() -> str:
    row = DoorRow(
        "reasons", "Reasons", AT, shares("reasons", 50, 25), codes_shown(DEFAULT), begun=False
    )
    return door_page(BASE, [row], out=f"{BASE}/coding")


def kind(name: str, **more: object) -> KindShown:
    """A kind of text."""
    return KindShown(name, f"{BASE}/coding/{name}", 100, **more)  # type: ignore[arg-type]


@screen
def coding() -> str:
    """Two have finished, and agree somewhat; a model has coded elsewhere."""
    words = DEFAULT.words
    codes = {(f"t{n}", who): words[(n + (n % err == 0)) % 5] for n in range(50) for who, err in
             (("ann", 7), (HOSTILE, 4))}  # fmt: skip
    rows = (
        CoderRow("k1", "ann", True, 50, 50, 25, 25, 1, True, False),
        CoderRow("k2", HOSTILE, False, 31, 50, 0, 25, 0, False, False),
        CoderRow("file-1", "model-7b", True, 50, 50, 25, 25, 0, True, True),
    )
    shown = agreement_shown(reliability(Codings(codes), draws=50))
    reasons = kind(
        "reasons", version=2, deal=deal(EDITION, 100), codes=codes_shown(DEFAULT), coders=rows,
        agreement=shown, ready=True, differing=12, settled=1,
    )  # fmt: skip
    kinds = (reasons, kind("messages"))
    return coding_page(CodingFrame("Tuesday seminar", BASE, kinds, runs=True, owner=True))


@screen
def coding_codebook() -> str:
    place = BookPlace("reasons", f"{AT}/codebook", f"{BASE}/coding")
    typed = typed_of(EDITION, DEFAULT, 50)
    return codebook_page(place, typed, Sharing(1, True, 100, 50), "“one” stands there twice.")


@screen
def coding_differences() -> str:
    given = (("ann", "payoff", "two in one"), (HOSTILE, "resolve", ""))
    one = DifferenceShown(
        1, "S1-G1-R1-A1", WHY[0], given, codes_shown(DEFAULT, "payoff"), "bo, now"
    )
    two = DifferenceShown(2, "S1-G1-R2-A1", WHY[2], given, codes_shown(DEFAULT), "")
    return differences_page("reasons", f"{AT}/differences", f"{BASE}/coding", 1, (one, two))


@screen
def coding_bring() -> str:
    faults = (wording.FAULTS["code"].format(word=HOSTILE),)
    return bring_page("reasons", AT, f"{BASE}/coding", EDITION, faults, "text_id,coder,code")
