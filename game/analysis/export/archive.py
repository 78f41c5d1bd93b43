"""The zip: the same session gives the same bytes, whenever and wherever it is written."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from hashlib import sha256

from game import __version__
from game.analysis.chain import CHAIN, Head, fingerprint
from game.analysis.codebook import SCHEMA_VERSION
from game.analysis.export.delimited import csv_bytes
from game.analysis.export.event_lines import chained, heads, written
from game.analysis.export.program import code_digest
from game.analysis.export.readme import is_simulated, readme
from game.analysis.export.scripts import scripts
from game.analysis.export.session_file import session_bytes
from game.analysis.export.workbook import workbook_bytes
from game.analysis.history import histories
from game.analysis.sessionlog import SessionLog
from game.analysis.tables import Table, codebook_table, tables
from game.analysis.tables.consent import for_research, given_away
from game.core.vocabulary import GroupId
from game.log.codec import Codec, canonical, plain
from game.log.streams import GROUP_CODEC

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say
UNIX, FILE_MODE = 3, 0o644 << 16


def export_zip(
    log: SessionLog, *, texts: bool, research: bool = False, codec: Codec = GROUP_CODEC
) -> bytes:
    """Everything a reader of the class session needs, in one file.

    `texts`: with what was written freely (it can identify people). `research`: without the rows of
    participants who did not agree to research use, for a file that is passed on.
    """
    return zipped(export_files(log, texts=texts, research=research, codec=codec))


def export_files(
    log: SessionLog, *, texts: bool, research: bool, codec: Codec = GROUP_CODEC
) -> dict[str, bytes]:
    """Every file by name, the manifest last. Texts that the log lacks cannot be given."""
    log = for_research(log) if research else log
    texts = texts and not _wordless(log)
    chains = {group.group: tuple(chained(group, log.secret, codec)) for group in log.groups}
    ends = heads(chains, log.absent)
    streams = _streams(log, research)
    lines = written((chains[group] for group in streams), texts=texts)
    left_out = sorted({end.stream for end in ends} - set(streams))
    mark = fingerprint(log.session, ends)
    files = {**_contents(log, texts, research, left_out, mark), "events.jsonl": lines}
    return {**files, "manifest.json": _manifest(log, files, ends, texts, research)}


def _wordless(log: SessionLog) -> bool:
    """Whether it was read from a file without texts."""
    return any(seal.salt is None for group in log.groups for seal in group.seals.values())


def _contents(
    log: SessionLog, texts: bool, research: bool, left_out: Sequence[str], mark: str
) -> dict[str, bytes]:
    """All but the log itself and the manifest."""
    made = tables(log, texts=texts, research=research)
    coded = next({str(row[0]) for row in item.rows} for item in made if item.name == "codes")
    about = readme(log, made, texts=texts, research=research, left_out=left_out, fingerprint=mark)
    book = (*made, codebook_table())
    return {
        "README.txt": about.encode(),
        **{f"{item.name}.csv": csv_bytes(item) for item in book},
        "workbook.xlsx": workbook_of(book, log.session),
        "session.json": session_bytes(log, texts=texts, research=research, coded=coded),
        "scenario.yaml": log.scenario_text.encode(),
        "claims.yaml": log.claims_text.encode(),
        **scripts(),
    }


def workbook_of(book: Sequence[Table], session: str) -> bytes:
    """The tables and the codebook as one workbook."""
    return workbook_bytes(book, f"Distant War, session {session}")


def _streams(log: SessionLog, research: bool) -> tuple[GroupId, ...]:
    """The streams that may be given away; those of a group with a refusal may not."""
    ordered = tuple(sorted(log.groups, key=lambda group: group.opened.number))
    if not research:
        return tuple(group.group for group in ordered)
    pairs = zip(ordered, histories(log), strict=True)
    return tuple(group.group for group, history in pairs if given_away(log, group, history))


def _manifest(
    log: SessionLog, files: Mapping[str, bytes], ends: Sequence[Head], texts: bool, research: bool
) -> bytes:
    first = log.groups[0].opened if log.groups else None
    said = {
        "program": "Distant War",
        "engine_version": __version__,
        "code_sha256": code_digest(),
        "schema_version": SCHEMA_VERSION,
        "rules_version": first.rules_version if first else None,
        "session": log.session,
        "scenario": log.scenario.id,
        "scenario_hash": first.scenario if first else log.scenario.hash,
        "claims_hash": first.claims if first else None,
        "design": first.design.value if first else None,
        "simulated": is_simulated(log),
        "texts": texts,
        "research": research,
        "fingerprint": fingerprint(log.session, ends),
        "chain": {"version": CHAIN, "streams": [plain(end) for end in ends]},
        "files": {
            name: {"bytes": len(content), "sha256": sha256(content).hexdigest()}
            for name, content in files.items()
        },
    }
    return (canonical(said) + "\n").encode()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """These files as a zip."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = UNIX, FILE_MODE
            packed.writestr(entry, files[name], compresslevel=9)
    return archive.getvalue()
