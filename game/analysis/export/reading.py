"""An export read as if its class had been played here: every schema, and strangers' files too."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from game.analysis.chain import Head
from game.analysis.codebook import SCHEMA_VERSION
from game.analysis.export.chain_check import Break, breaks
from game.analysis.export.event_lines import read_groups
from game.analysis.export.older import facts_of_tables
from game.analysis.export.possible import beside_in_bounds, followed
from game.analysis.export.session_file import read_session_file
from game.analysis.export.unpacking import HASH, NAME, VERSION, NoExport, Packed
from game.analysis.sessionlog import GroupLog, SessionLog
from game.authoring import load_text
from game.core.scenario import Scenario
from game.log.codec import build

BOM = "\ufeff"  # some editors put it in front of a file; our copies have none
HALVES = re.compile(r"\\[uU](?:0000)?[dD][89a-fA-F]")  # surrogates, as YAML writes them
NO_SESSION = 1  # the last schema without session.json, and without a chain
WRONG = (KeyError, TypeError, ValueError, IndexError, AttributeError, ArithmeticError, RuntimeError)
NO_TEXTS = "Free texts were left out of this file: cables, communiqués and reasons are empty."
NOT_THERE = "Somebody did not agree to research, or had extra time: {groups} not in this file."
OLDER = (
    "Table schema {schema}, of an older version. Who agreed and who was placed by hand is taken "
    "from the tables, as far as they say it. There is no chain over its log."
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the manifest says of the file."""

    schema: int
    engine_version: str
    simulated: bool
    texts: bool
    research: bool
    fingerprint: str | None  # None before there was one
    heads: tuple[Head, ...]


@dataclass(frozen=True, slots=True)
class ReadSession:
    """A class as its export has it. `warnings`: what the file could not say, in sentences."""

    log: SessionLog
    title: str
    facts: Facts
    warnings: tuple[str, ...]


def read_session(data: bytes) -> ReadSession:
    """The class in this zip.

    Raises:
        NoExport: the message says why not.
    """
    packed = Packed(data)
    facts = facts_in(packed)
    if facts.schema > NO_SESSION and (found := next(breaks_in(packed, facts), None)):
        raise NoExport(f"its log was changed: {found.said.removesuffix('.')}")
    log = log_in(packed, facts, sha256(data).hexdigest())
    return ReadSession(log, log.title or f"Session {log.session}", facts, _warnings(facts, log))


def breaks_in(packed: Packed, facts: Facts) -> Iterator[Break]:
    """Where the chain over its log does not hold."""
    return breaks(packed.text("events.jsonl"), facts.heads, texts=facts.texts)


def log_in(packed: Packed, facts: Facts, digest: str) -> SessionLog:
    """The class in a zip that was opened. `digest`: of the whole file.

    Raises:
        NoExport: the message says why not.
    """
    scenario_text = packed.text("scenario.yaml")
    scenario = scenario_in(scenario_text, packed.said("scenario", VERSION))
    groups = _groups(packed)
    here = {group.group for group in groups}
    log = SessionLog(
        scenario=scenario,
        scenario_text=scenario_text,
        claims_text=packed.text("claims.yaml"),
        groups=groups,
        absent=tuple(head for head in facts.heads if head.stream not in here),
        secret=digest,  # for texts that came without a commitment
        **_beside(packed, facts, groups),
    )
    _fits(packed, log)
    return log


def facts_in(packed: Packed) -> Facts:
    """What the manifest says.

    Raises:
        NoExport: newer than this program, or no manifest that can be.
    """
    said, schema = packed.manifest, packed.schema
    if schema > SCHEMA_VERSION:
        raise NoExport(
            f"a newer version of Distant War wrote it (table schema {schema}; this one reads up to "
            f"{SCHEMA_VERSION})"
        )
    chained = schema > NO_SESSION
    return Facts(
        schema=schema,
        engine_version=packed.said("engine_version", VERSION),
        simulated=said.get("simulated") is True,
        texts=said.get("texts") is True,
        research=said.get("research") is True,
        fingerprint=packed.said("fingerprint", HASH) if chained else None,
        heads=_heads(said.get("chain")) if chained else (),
    )


def _heads(chain: object) -> tuple[Head, ...]:
    try:
        heads: tuple[Head, ...] = build(tuple[Head, ...], chain["streams"])  # type: ignore[index]
    except WRONG as fault:
        raise NoExport("the manifest names no chain that can be read") from fault
    return heads


def scenario_in(text: str, name: str) -> Scenario:
    """The scenario of this text, which calls itself so.

    Raises:
        NoExport: this version cannot read it.
    """
    if HALVES.search(text):
        raise NoExport("scenario.yaml holds half a character")
    loaded = load_text(text, f"{name}.yaml")
    if loaded.scenario is None:
        said = "; ".join(map(str, loaded.problems[:3])).removesuffix(".")
        raise NoExport(f"scenario.yaml cannot be read by this version: {said}")
    return loaded.scenario


def _groups(packed: Packed) -> tuple[GroupLog, ...]:
    lines = packed.text("events.jsonl")
    try:
        groups = read_groups(lines)
        for group in groups:
            _named(group, packed)
    except WRONG as fault:
        raise NoExport(f"its log cannot be read: {fault}") from fault
    return groups


def _named(group: GroupLog, packed: Packed) -> None:
    opened = group.opened
    if not NAME.fullmatch(group.group) or opened.group != group.group:
        raise ValueError(f"stream {group.group[:40]} is of another group")
    if opened.session != packed.said("session", NAME):
        raise ValueError(f"stream {group.group} is of another session")


def _beside(packed: Packed, facts: Facts, groups: tuple[GroupLog, ...]) -> Mapping[str, Any]:
    """What is known of the class beside its log."""
    try:
        if facts.schema <= NO_SESSION:
            return facts_of_tables(packed, groups)
        found = read_session_file(packed.text("session.json")).facts()
    except WRONG as fault:
        file = "a table" if facts.schema <= NO_SESSION else "session.json"
        raise NoExport(f"{file} in it cannot be read") from fault
    if found["session"] != packed.manifest["session"]:
        raise NoExport("session.json is of another session than its manifest")
    return found


def _fits(packed: Packed, log: SessionLog) -> None:
    """Whether log and scenario belong together, and the groups can be followed."""
    packed.said("session", NAME)
    pinned = {group.opened.scenario for group in log.groups}
    if not pinned <= {log.scenario.hash, sha256((BOM + log.scenario_text).encode()).hexdigest()}:
        raise NoExport("scenario.yaml is not the scenario that the log names")
    for group in log.groups:
        try:
            followed(log.scenario, group.events)
        except WRONG as fault:
            said = f": {fault}" if type(fault) is ValueError else ""
            raise NoExport(f"group {group.group} cannot be replayed{said}") from fault
    try:
        beside_in_bounds(log)
    except ValueError as fault:
        raise NoExport(f"what stands beside its log is of no class: {fault}") from fault


def _warnings(facts: Facts, log: SessionLog) -> tuple[str, ...]:
    found = []
    if facts.schema <= NO_SESSION:
        found.append(OLDER.format(schema=facts.schema))
    if not facts.texts:
        found.append(NO_TEXTS)
    if log.absent:
        found.append(NOT_THERE.format(groups=", ".join(head.stream for head in log.absent)))
    return tuple(found)
