"""An export of another class, as it is brought to the archive: four tables of it, no more."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.analysis.codebook import SCHEMA_VERSION
from game.analysis.export.unpacking import HASH, NAME, VERSION, NoExport, Packed
from game.core.vocabulary import Design

NEEDED = ("ally_rounds.csv", "patron_rounds.csv", "assignments.csv", "sessions.csv")


class NotTaken(Exception):  # noqa: N818  an answer
    """A good export that the archive does not take; the message is the code of the sentence."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What an export says of itself, and the texts of the tables that are needed."""

    session: str
    scenario: str
    scenario_id: str
    claims: str
    design: Design
    engine_version: str
    research: bool
    files: Mapping[str, str]


def read_export(data: bytes) -> Brought:
    """The export in these bytes.

    Raises:
        NoExport: it cannot be read as one.
        NotTaken: it can, and is not for the archive.
    """
    packed = Packed(data)
    _guard(packed)
    return _brought(packed, {name: packed.text(name) for name in NEEDED})


def _guard(packed: Packed) -> None:
    """Whether it is for the archive at all, before anything is unpacked."""
    if packed.schema > SCHEMA_VERSION:
        raise NotTaken("newer")
    if packed.manifest.get("simulated") is not False:
        raise NotTaken("simulated")
    if packed.manifest.get("design") is None:
        raise NotTaken("not_dealt")


def _brought(packed: Packed, files: Mapping[str, str]) -> Brought:
    if packed.manifest["design"] not in tuple(Design):
        raise NoExport("the manifest names an unknown design")
    return Brought(
        session=packed.said("session", NAME),
        scenario=packed.said("scenario_hash", HASH),
        scenario_id=packed.said("scenario", VERSION),
        claims=packed.said("claims_hash", HASH),
        design=Design(packed.manifest["design"]),
        engine_version=packed.said("engine_version", VERSION),
        research=packed.manifest.get("research") is True,
        files=files,
    )
