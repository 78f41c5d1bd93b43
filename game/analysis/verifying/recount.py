"""Every file that can be made again from log and session.json, made again and compared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game import __version__
from game.analysis.codebook import COLUMNS
from game.analysis.export.archive import export_files
from game.analysis.export.program import code_digest
from game.analysis.export.reading import NO_SESSION, Facts
from game.analysis.export.unpacking import NoExport, Packed
from game.analysis.sessionlog import SessionLog
from game.analysis.verifying.differences import Leave, cells_differ, lines_differ
from game.analysis.verifying.findings import Problem, counted

TEXTS = ("events.jsonl", "session.json", "load.R", "load.py", "load.do", "load.sps", "codebook.csv")
OF_ALL_GROUPS: Mapping[str, tuple[str, ...]] = {  # cells that count groups, absent ones among them
    "sessions": (
        "n_students", "n_groups", "allies_per_group", "first_play_share", "n_started",
        "tilt_belief", "tilt_hedge", "tilt_belief_low", "tilt_hedge_low", "tilt_belief_high",
        "tilt_hedge_high",
    ),
    "assignments": ("n_units", "n_treated"),
}  # fmt: skip
NOT_IN_TABLES: Mapping[str, tuple[str, ...]] = {  # what an older file says in part only
    "sessions": ("first_play_share",),
    "assignments": ("mechanism", "n_units", "n_treated"),
}
OF_PEOPLE = ("consent", "first_play", "placed")
ONLY_OWN = ("first_play_share",)  # over those too who are not named in a file for research


@dataclass(frozen=True, slots=True)
class Recount:
    """How far the files can be made again."""

    packed: Packed
    facts: Facts
    log: SessionLog
    unfit: frozenset[str] = frozenset()  # files of which a problem was told already

    @property
    def same_program(self) -> bool:
        """Whether the very code of today wrote the file: then every byte must be the same."""
        return bool(self.packed.manifest.get("code_sha256") == code_digest())

    @property
    def partial(self) -> bool:
        """Whether streams are missing."""
        older_research = self.facts.research and self.facts.schema <= NO_SESSION
        return bool(self.log.absent) or older_research

    def made(self) -> dict[str, bytes]:
        """The files, made again."""
        return export_files(self.log, texts=self.facts.texts, research=self.facts.research)

    def differences(self, made: Mapping[str, bytes]) -> Iterator[Problem]:
        """Where they are not the same."""
        for file in made:
            if file in self.packed.names:
                try:
                    yield from self._of(file, self.packed.file(file), made[file])
                except NoExport as fault:
                    yield from self.unread(file, fault)
            elif self.same_program:
                yield from self.unread(file, f"{file} is not in it")

    def unread(self, file: str, why: object) -> Iterator[Problem]:
        """A file that cannot be compared is a problem, if none was told of it yet."""
        if file not in self.unfit:
            yield Problem(file, "", f"{file} cannot be compared: {why}.")

    def _of(self, file: str, found: bytes, made: bytes) -> Iterator[Problem]:
        table = file.removesuffix(".csv")
        if found == made or (table == "sessions" and not self.log.groups):
            return  # without a group the log says nothing of the session
        if table in COLUMNS:
            differ = list(counted(cells_differ(file, found, made, self._leave(table))))
            yield from differ
            if not differ and self.same_program and not self._leave(table).columns:
                yield Problem(file, "", f"{file} has the right cells, but is not written as ours.")
        elif self.same_program and file in TEXTS:
            yield from counted(lines_differ(file, found, made))

    def _leave(self, table: str) -> Leave:
        columns: tuple[str, ...] = ()
        if self.facts.engine_version != __version__:
            columns = ("engine_version",)
        if self.facts.schema <= NO_SESSION:
            columns += (*NOT_IN_TABLES.get(table, ()), *OF_PEOPLE)
        if self.facts.research:
            columns += ONLY_OWN
        if not self.partial:
            return Leave(columns)
        here = {group.group for group in self.log.groups}
        key = "group" if any(one.name == "group" for one in COLUMNS[table]) else ""
        return Leave((*columns, *OF_ALL_GROUPS.get(table, ())), key, here)
