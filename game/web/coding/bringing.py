"""The routes for coders elsewhere: the texts as a file, and the codes that come back."""

import secrets
from collections.abc import Iterator, Mapping
from hashlib import sha256

from flask import Blueprint, abort, redirect, request
from werkzeug.exceptions import RequestEntityTooLarge

from game.analysis.codeable import Texts, agreed
from game.analysis.export.delimited import csv_bytes, unguarded
from game.analysis.reliability.reading import NoCodings, read_codings
from game.analysis.tables import table
from game.classroom.coding.coders import Arrival, bring, named
from game.classroom.coding.drawing import Task, shuffled
from game.classroom.coding.keeping import FILE, Edition, Work
from game.classroom.enrolment.decoding import NoText, decoded
from game.classroom.roster import tidy
from game.log.codec import canonical
from game.web.apart import apart
from game.web.attachments import attachment
from game.web.coding.asking import Asked, asked, coding_at, names_in
from game.web.coding.codings import called
from game.web.coding.running import CSV, Page
from game.web.site import Site
from game.web.templating import render
from game.web.wording import coding as wording

MOST_SAID = 8
MOST_CODERS = 20  # of one codebook: far more than a class has ever had
MOST_BYTES = 2 * 1024 * 1024  # thousands of texts, and several coders
ByCoder = Mapping[str, Mapping[str, str]]  # coder -> text -> code


class Unfit(Exception):  # noqa: N818  an answer, with its sentences
    """Nothing of the file was kept."""


def routes(pages: Blueprint, site: Site) -> None:
    """The instructor's and the co-instructor's: the texts leave the house."""

    def page(found: Asked, faults: tuple[str, ...] = (), pasted: str = "") -> str:
        edition, back = found.work().edition, coding_at(found.volume.session)
        return bring_page(found.desk.kind, found.at, back, edition, faults, pasted)

    @pages.get("/<session>/coding/<kind>/bring")
    def coding_bring(session: str, kind: str) -> Page:
        return page(asked(site, session, kind))

    @pages.get("/<session>/coding/<kind>/texts.csv")
    def coding_texts(session: str, kind: str) -> Page:
        found = asked(site, session, kind)
        everything = request.args.get("all") == "1"
        texts = found.texts if everything else _agreed(site, found)
        name = f"texts-{called(kind, found.dealt.edition)}{'-all' * everything}.csv"
        return attachment(name, CSV, blind_texts(found, texts))

    @pages.post("/<session>/coding/<kind>/bring")
    def coding_brought(session: str, kind: str) -> Page:
        found = asked(site, session, kind)
        try:
            text, pasted = _sent()
        except RequestEntityTooLarge:
            return page(found, (wording.TOO_LARGE,)), 413
        try:
            _bring(site, found, text)
        except Unfit as why:
            return page(found, why.args, pasted), 409
        return redirect(f"{coding_at(session)}?done=brought", 303)


def bring_page(
    kind: str,
    at: str,
    back: str,
    edition: Edition,
    faults: tuple[str, ...] = (),
    pasted: str = "",
) -> str:
    """The page; `faults`: why nothing of a file was kept."""
    return render(
        "coding/bring.html",
        at=at,
        back=back,
        kind=wording.KINDS[kind],
        version=edition.version,
        codes=edition.codebook.words,
        faults=faults,
        pasted=pasted,
        wording=wording,
    )


def _agreed(site: Site, found: Asked) -> Texts:
    """The texts of those who did not refuse research: what leaves the house unless more is asked
    for."""
    log = site.shelf.log(found.volume.session) or abort(404)
    return apart(agreed, log, found.texts)


def blind_texts(found: Asked, texts: Texts) -> bytes:
    """These texts with their tokens, in an order that is drawn anew each time."""
    known = found.dealt.tokens
    words = {known[text_id]: said for text_id, said in texts.items()}
    order = shuffled(secrets.token_hex(16), "", Task((), tuple(words))).own
    rows = [{"text_id": token, "text": words[token]} for token in order]
    return csv_bytes(table("texts", ("text_id", "text"), rows))


def _sent() -> tuple[bytes, str]:
    """The file, or else what was pasted; and that again, to be shown."""
    request.max_content_length = MOST_BYTES
    file, pasted = request.files.get("file"), request.form.get("pasted", "")
    return (file.read() if file and file.filename else pasted.encode()), pasted


def _bring(site: Site, found: Asked, file: bytes) -> None:
    work = found.work()
    brought = {
        Arrival(_coder_of(name, codes), name, _blind(), closed=True): codes
        for name, codes in _by_coder(found, work, file).items()
    }
    names = names_in(site, found.volume.session)
    bring(found.desk, work.edition.version, brought, names)


def _coder_of(name: str, codes: Mapping[str, str]) -> str:
    """The id of who is brought: a file that is sent twice at once is one coder's all the same."""
    said = canonical([name, sorted(codes.items())])
    return FILE + sha256(said.encode()).hexdigest()[:10]


def _blind() -> bool:
    """Whether the instructor says that they saw the texts alone."""
    return request.form.get("blind") == "1"


def _by_coder(found: Asked, work: Work, file: bytes) -> ByCoder:
    """The codes of each coder in the file, by the text's own id."""
    if not file.strip():
        raise Unfit(wording.NOTHING)
    try:
        read = read_codings(decoded(file)[0]).given
    except (NoText, NoCodings) as fault:
        raise Unfit(str(fault)) from fault
    ids = found.dealt.ids | {one: one for one in found.texts}
    words = {word.casefold(): word for word in work.edition.codebook.words}
    faults = tuple(_faults(read, ids, words, work))
    if faults:
        more = (wording.FAULTS["more"].format(word=len(faults) - MOST_SAID),)
        raise Unfit(*faults[:MOST_SAID], *(more if len(faults) > MOST_SAID else ()))
    by_coder: dict[str, dict[str, str]] = {}
    for (text, coder), code in read.items():
        said = by_coder.setdefault(tidy(unguarded(coder)), {})
        said[ids[text]] = words[code.casefold()]
    return by_coder


def _faults(
    read: Mapping[tuple[str, str], str],
    ids: Mapping[str, str],
    words: Mapping[str, str],
    work: Work,
) -> Iterator[str]:
    """What does not fit, each once."""
    for text in dict.fromkeys(text for text, _ in read if text not in ids):
        yield wording.FAULTS["text"].format(word=text[:40])
    for code in dict.fromkeys(code for code in read.values() if code.casefold() not in words):
        yield wording.FAULTS["code"].format(word=code[:40])
    coders = dict.fromkeys(tidy(unguarded(coder)) for _, coder in read)
    if len(coders) + len(work.coders) > MOST_CODERS:
        yield wording.FAULTS["many"].format(word=len(coders))
        return
    for coder in coders:
        if named(work.coders, coder):
            yield wording.FAULTS["coder"].format(word=coder[:40])
