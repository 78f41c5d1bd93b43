"""Who pulls the plug: kills the server at bad moments and starts it again where it was."""

import asyncio
import random
import socket
import time
from dataclasses import dataclass, field
from statistics import median

from tests.live.chaos.figures import Figures
from tests.live.chaos.watching import Watch
from tests.live.chaos.wire import HOST
from tests.live.served import Served

BURST = 10.0  # seconds that a kill waits for the middle of a burst
PORTS = range(20_000, 32_000)  # below those that the system gives to clients while we are down


@dataclass(frozen=True, slots=True)
class Outage:
    """From the kill to the printed link, UTC in milliseconds."""

    since: int
    until: int


@dataclass
class Power:
    """Kills so many times, then lets the server live."""

    served: Served
    watch: Watch
    figures: Figures
    dice: random.Random
    wanted: int
    every: float  # seconds of life, on the average
    outages: list[Outage] = field(default_factory=list)
    over: asyncio.Event = field(default_factory=asyncio.Event)
    calm: asyncio.Lock = field(default_factory=asyncio.Lock)  # whoever holds it is not disturbed

    @property
    def spent(self) -> bool:
        """Whether all kills have been done."""
        return self.figures.counts["kills"] >= self.wanted

    async def run(self) -> None:
        """Kill after kill."""
        while not self.spent:
            await self._moment()
            async with self.calm:
                await self._cut()
        self.over.set()

    async def _moment(self) -> None:
        """Some time; in the middle of a burst; or in the first moments after a start."""
        how = self.dice.choice(("burst", "burst", "some time", "at once"))
        if how == "burst":
            await asyncio.sleep(self.dice.uniform(0, self.every))
            await self.watch.burst(self.dice.randint(3, 40), BURST)
            await asyncio.sleep(self.dice.uniform(0, 0.01))
            self.figures.counts["in a burst"] += 1
        elif how == "some time":
            await asyncio.sleep(self.dice.expovariate(1 / self.every))
        else:
            await asyncio.sleep(self.dice.uniform(0, 0.5))

    async def _cut(self) -> None:
        await self._kill()
        since = now_ms()
        while not self.spent and self.dice.random() < 0.3:
            self.served.spawn()
            await asyncio.sleep(self.dice.uniform(0.02, 1.1 * median(self.figures.restarts or [1])))
            await self._kill()
            self.figures.counts["in start-up"] += 1
        began = time.monotonic()
        await asyncio.to_thread(self.served.start)
        self.figures.restarts.append(time.monotonic() - began)
        self.outages.append(Outage(since, now_ms()))

    async def _kill(self) -> None:
        await asyncio.to_thread(self.served.kill)
        self.figures.counts["kills"] += 1


def now_ms() -> int:
    """UTC in milliseconds, as the server has it."""
    return time.time_ns() // 1_000_000


def free_port(dice: random.Random) -> int:
    """A port that stays ours while nobody listens there."""
    while True:
        port = dice.choice(PORTS)
        with socket.socket() as probe:
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return port
