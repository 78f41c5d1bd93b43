"""The coding as those see it who run it: how far each coder is, and how far they agree."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.classroom.coding.deck import Deck
from game.classroom.coding.drawing import least_shared
from game.classroom.coding.keeping import Coder, Edition, Work
from game.classroom.coding.queue import queue_of
from game.classroom.coding.settling import differences, ready
from game.web.apart import apart
from game.web.coding.agreement import agreement
from game.web.coding.asking import Asked
from game.web.coding.codings import codings_of
from game.web.coding.figures import AgreementShown, agreement_shown
from game.web.coding.frames import CodeShown, codes_shown
from game.web.review.volumes import Volume
from game.web.site import Site
from game.web.templating import render
from game.web.wording import coding as wording
from game.web.wording.figures import some


@dataclass(frozen=True, slots=True)
class CoderRow:
    """How far a coder is with the texts that all code, and with their own; `left`: left open."""

    id: str
    name: str
    blind: bool
    shared: int
    of_shared: int
    own: int
    of_own: int
    left: int
    closed: bool
    brought: bool


@dataclass(frozen=True, slots=True)
class KindShown:
    """One kind of text. `version` is 0 before the coding is open."""

    kind: str
    at: str
    count: int
    version: int = 0
    deal: str = ""
    codes: tuple[CodeShown, ...] = ()
    coders: tuple[CoderRow, ...] = ()
    agreement: AgreementShown | None = None
    cautions: tuple[str, ...] = ()  # beside the agreement
    ready: bool = False
    differing: int = 0
    settled: int = 0

    @property
    def name(self) -> str:
        """As a heading."""
        return wording.KINDS[self.kind]

    @property
    def counted(self) -> str:
        """How many texts there are."""
        return some(self.count, *wording.ONE[self.kind])


@dataclass(frozen=True, slots=True)
class CodingFrame:
    """The whole page. `runs`: who looks may open and change it, and have the texts; `texts`: they
    came with an imported file."""

    title: str
    console: str  # of the session
    kinds: tuple[KindShown, ...]
    runs: bool
    owner: bool
    done: str = ""
    refused: str = ""
    simulated: bool = False
    imported: bool = False
    texts: bool = True
    came: tuple[tuple[str, AgreementShown], ...] = ()  # codes in an imported file, by codebook

    @property
    def at(self) -> str:
        """Where the coding lives."""
        return f"{self.console}/coding"


def coding_page(frame: CodingFrame) -> str:
    """The page."""
    return render("coding/overview.html", frame=frame, wording=wording)


def kind_shown(found: Asked) -> KindShown:
    """One kind of text as it stands."""
    kind, count = found.desk.kind, len(found.texts)
    if found.edition is None:
        return KindShown(kind, found.at, count)
    work = found.work()
    agreed = agreement_shown(agreement(codings_of(kind, work)))
    apart_codes = apart(differences, work, found.dealt.shared) if ready(work) else ()
    return KindShown(
        kind=kind,
        at=found.at,
        count=count,
        version=found.edition.version,
        deal=deal(found.edition, count),
        codes=codes_shown(found.edition.codebook),
        coders=apart(_rows, work, found.dealt),
        agreement=agreed,
        cautions=tuple(_cautions(work, agreed, count)),
        ready=ready(work),
        differing=len(apart_codes),
        settled=sum(one.settled is not None for one in apart_codes),
    )


def _cautions(work: Work, agreed: AgreementShown | None, count: int) -> Iterator[str]:
    """What one has to know of the texts and of the coders that agreement is found from."""
    twice, least = agreed.twice if agreed else 0, least_shared(count)
    if agreed and twice < least:
        yield wording.FEW_TWICE.format(twice=twice, least=least)
    saw = {coder.id for coder in work.coders if not coder.blind}
    if saw & {one.coder for one in work.given}:
        yield wording.NOT_BLIND


def deal(edition: Edition, count: int) -> str:
    """How the texts are shared out."""
    if edition.shared >= count:
        return wording.DEAL_ALL.format(all=count)
    parts = some(edition.parts, "coder")
    return wording.DEAL.format(shared=edition.shared, all=count, parts=parts)


def _rows(work: Work, deck: Deck) -> tuple[CoderRow, ...]:
    return tuple(_row(work, coder, deck) for coder in work.coders)


def _row(work: Work, coder: Coder, deck: Deck) -> CoderRow:
    queue = queue_of(deck, coder, work.by(coder.id))
    task, given = queue.task, queue.given
    return CoderRow(
        id=coder.id,
        name=coder.name,
        blind=coder.blind,
        shared=sum(token in given for token in task.shared),
        of_shared=len(task.shared),
        own=sum(token in given for token in task.own),
        of_own=len(task.own),
        left=sum(not one.code for one in given.values()),
        closed=coder.closed,
        brought=coder.brought,
    )


def came_with(site: Site, volume: Volume) -> tuple[tuple[str, AgreementShown], ...]:
    """How far those agree who coded before an imported file was written, by codebook."""
    log = site.shelf.log(volume.session) if volume.imported else None
    codings = log.codings if log else ()
    books = sorted({one.codebook for one in codings})
    found = ((book, [one for one in codings if one.codebook == book]) for book in books)
    shown = ((book, agreement_shown(agreement(some_of))) for book, some_of in found)
    return tuple((book, figures) for book, figures in shown if figures)
