"""All checks of one file, in the order in which a fault would spoil the next one."""

from collections.abc import Callable
from hashlib import sha256

from game import __version__
from game.analysis.export.program import code_digest
from game.analysis.export.reading import NO_SESSION, WRONG, Facts, breaks_in, facts_in, log_in
from game.analysis.export.unpacking import HASH, NAME, NoExport, Packed
from game.analysis.sessionlog import SessionLog
from game.analysis.verifying.beside import beside
from game.analysis.verifying.findings import Findings, Problem, Verification, counted
from game.analysis.verifying.manifest import misfits
from game.analysis.verifying.recount import Recount
from game.analysis.verifying.replays import misdealt, misplayed, rules_known, unpinned

LOG = "events.jsonl"


def verify(data: bytes) -> Verification:
    """Everything that can be said of these bytes.

    Raises:
        NoExport: they are no export at all, or one of a newer version.
    """
    packed = Packed(data, lenient=True)
    facts, found = facts_in(packed), Findings()
    session = packed.said("session", NAME)
    unfit = list(misfits(packed))
    found.take(unfit, f"{len(packed.names)} files are those that the manifest names")
    _chains(packed, facts, found)
    log = _log(packed, facts, found, sha256(data).hexdigest())
    if log:
        _told(lambda: _follows(log, facts, found), "Its groups cannot be replayed.", found)
        recount = Recount(packed, facts, log, frozenset(problem.file for problem in unfit))
        _told(lambda: _recounted(recount, found), "Its tables cannot be counted again.", found)
    return Verification(
        session=session,
        title=log.title if log else "",
        schema=facts.schema,
        engine_version=facts.engine_version,
        fingerprint=facts.fingerprint,
        checked=tuple(found.checked),
        not_checked=tuple(found.not_checked),
        problems=tuple(found.problems),
    )


def _told(check: Callable[[], None], otherwise: str, found: Findings) -> None:
    """A log that can be read may still hold what no game could: no check may fall over it."""
    try:
        check()
    except WRONG:
        found.take([Problem(LOG, "", f"{LOG} holds what no game could. {otherwise}")])


def _chains(packed: Packed, facts: Facts, found: Findings) -> None:
    if facts.schema <= NO_SESSION:
        found.not_checked.append(
            f"The chain over the log: files of table schema {facts.schema} have none."
        )
        return
    try:
        broken = list(counted(breaks_in(packed, facts)))
    except NoExport:
        return  # said already, with the manifest
    found.take(
        (Problem(LOG, f"stream {one.stream}, position {one.position}", one.said) for one in broken),
        "the chain over the log holds, without a gap",
    )


def _log(packed: Packed, facts: Facts, found: Findings, digest: str) -> SessionLog | None:
    try:
        return log_in(packed, facts, digest)
    except NoExport as fault:
        said = str(fault)
        sentence = f"The class cannot be read: {said.removesuffix('.')}."
        if not found.problems or said not in str(found.problems):
            file = next((name for name in packed.names if name in said), "")
            found.take([Problem(file, "", sentence)])
        found.not_checked.append("Replays and tables: the class cannot be read.")
        return None


def _follows(log: SessionLog, facts: Facts, found: Findings) -> None:
    """What can be said of the log by itself."""
    claims = sha256(log.claims_text.encode()).hexdigest()
    found.take(unpinned(log, claims), "scenario.yaml and claims.yaml are those that the log names")
    if log.absent:
        found.not_checked.append(
            f"The chains of {len(log.absent)} of {len(facts.heads)} streams: they are not in this "
            "file, and only their ends stand in the manifest."
        )
    if log.absent and not facts.research:
        missing = ", ".join(head.stream for head in log.absent)
        found.take([Problem(LOG, "", f"{LOG} lacks streams that the manifest names: {missing}.")])
    if not rules_known(log):
        found.not_checked.append("Replays: it was played by another version of the rules.")
        return
    found.take(
        misplayed(log),
        f"every group replays ({len(log.groups)}, {_events(log)} events): its moves would be "
        "taken, and its crises, reckonings and forecasts follow",
    )
    if log.absent or (facts.research and facts.schema <= NO_SESSION):
        found.not_checked.append("Nature’s draws from the seed: that needs all groups.")
    else:
        found.take(misdealt(log), "Nature’s draws are those of the seed")


def _events(log: SessionLog) -> int:
    return sum(len(group.events) for group in log.groups)


def _recounted(recount: Recount, found: Findings) -> None:
    made = recount.made()
    far = ", as far as its streams go" if recount.partial else ""
    fine = f"every table, counted again from the log{far}, is the same"
    found.take(recount.differences(made), fine)
    found.take(beside(recount, made))
    found.not_checked += _not_recounted(recount)


def _not_recounted(recount: Recount) -> list[str]:
    said = []
    if recount.log.absent:
        missing = ", ".join(head.stream for head in recount.log.absent)
        said.append(
            f"Rows of {missing}, whose streams were left out for research, and what counts all "
            "groups: in sessions.csv and in assignments.csv."
        )
    elif recount.partial:
        said.append("Rows of groups whose streams were left out for research.")
    if recount.facts.schema <= NO_SESSION:
        said.append("Who agreed, played for the first time or was placed by hand: tables alone.")
    if recount.facts.schema <= NO_SESSION:
        said.append("README, workbook and codebook: they were others then.")
    elif not recount.same_program:
        said.append(
            "README, workbook, codebook and scripts: other code than today’s wrote them "
            f"(version {recount.facts.engine_version}, code {_short(recount)}; this is "
            f"{__version__}, code {code_digest()[:8]})."
        )
    return said


def _short(recount: Recount) -> str:
    said = recount.packed.manifest.get("code_sha256")
    return said[:8] if isinstance(said, str) and HASH.fullmatch(said) else "not named"
