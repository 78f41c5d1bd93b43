"""The zip: the same session gives the same bytes, whenever and wherever it is written."""

import io
import zipfile
from collections.abc import Mapping
from hashlib import sha256

from game import __version__
from game.analysis.codebook import SCHEMA_VERSION
from game.analysis.export.delimited import csv_bytes
from game.analysis.export.event_lines import event_lines
from game.analysis.export.readme import is_simulated, readme
from game.analysis.export.workbook import workbook_bytes
from game.analysis.history import histories
from game.analysis.sessionlog import GroupLog, SessionLog
from game.analysis.tables import codebook_table, tables
from game.analysis.tables.consent import given_away
from game.log.codec import Codec, canonical
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
    files = export_files(log, texts=texts, research=research, codec=codec)
    return _zipped({**files, "manifest.json": _manifest(log, files, texts, research)})


def export_files(
    log: SessionLog, *, texts: bool, research: bool, codec: Codec = GROUP_CODEC
) -> dict[str, bytes]:
    """Every file but the manifest, by name."""
    made = tables(log, texts=texts, research=research)
    streams = _streams(log, research)
    left_out = sorted({group.group for group in log.groups} - {item.group for item in streams})
    about = readme(log, made, texts=texts, research=research, left_out=left_out)
    book = (*made, codebook_table())
    return {
        "README.txt": about.encode(),
        **{f"{item.name}.csv": csv_bytes(item) for item in book},
        "workbook.xlsx": workbook_bytes(book, f"Distant War, session {log.session}"),
        "events.jsonl": event_lines(streams, texts=texts, codec=codec),
        "scenario.yaml": log.scenario_text.encode(),
        "claims.yaml": log.claims_text.encode(),
    }


def _streams(log: SessionLog, research: bool) -> tuple[GroupLog, ...]:
    """The streams that may be given away; those of a group with a refusal may not."""
    ordered = tuple(sorted(log.groups, key=lambda group: group.opened.number))
    if not research:
        return ordered
    pairs = zip(ordered, histories(log), strict=True)
    return tuple(group for group, history in pairs if given_away(log, group, history))


def _manifest(log: SessionLog, files: Mapping[str, bytes], texts: bool, research: bool) -> bytes:
    first = log.groups[0].opened if log.groups else None
    said = {
        "program": "Distant War",
        "engine_version": __version__,
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
        "files": {
            name: {"bytes": len(content), "sha256": sha256(content).hexdigest()}
            for name, content in files.items()
        },
    }
    return (canonical(said) + "\n").encode()


def _zipped(files: Mapping[str, bytes]) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as zipped:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = UNIX, FILE_MODE
            zipped.writestr(entry, files[name], compresslevel=9)
    return archive.getvalue()
