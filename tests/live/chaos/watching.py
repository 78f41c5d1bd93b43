"""What the proxy reads in passing: which commands it doubles, and the order of a seat's views."""

import asyncio
import re
from collections import Counter
from dataclasses import dataclass, field

COMMAND = re.compile(r'"id": ?"([^"]+)"')
VIEW = re.compile(r'42\["view",\{"version":(\d+),')


@dataclass
class Watch:
    """Kept over all connections; what is wrong is listed, and the list must be empty."""

    counts: Counter[str]
    doubled: set[str] = field(default_factory=set)  # ids of commands
    wrong: list[str] = field(default_factory=list)
    commands: int = 0
    _newest: dict[str, int] = field(default_factory=dict)  # by connection
    _moved: asyncio.Condition = field(default_factory=asyncio.Condition)

    def doubles(self, text: str) -> None:
        """Something that a client said is said twice."""
        self.doubled.update(COMMAND.findall(text))
        self.counts["doubled up"] += len(COMMAND.findall(text))

    def hears(self, line: str, packet: str) -> None:
        """What the server says on a connection, in its order, before we touch it."""
        if not packet.startswith('42["view"'):
            return
        found = VIEW.match(packet)
        version = int(found[1]) if found else -1
        self.counts["views in order"] += 1
        if version < self._newest.get(line, 0):
            self.wrong.append(f"{line}: version {version} after {self._newest[line]}")
        self._newest[line] = version

    async def says(self, text: str) -> None:
        """What a client says is about to reach the server."""
        if COMMAND.search(text):
            async with self._moved:
                self.commands += 1
                self._moved.notify_all()

    async def burst(self, more: int, patience: float) -> None:
        """Wait until so many more commands have gone to the server, or for so long."""
        enough = self.commands + more
        try:
            async with asyncio.timeout(patience), self._moved:
                await self._moved.wait_for(lambda: self.commands >= enough)
        except TimeoutError:
            pass
