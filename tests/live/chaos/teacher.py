"""The instructor in the storm: presses buttons until the server has answered."""

import asyncio
import random
from collections.abc import Callable

import requests

from tests.live.chaos.figures import Figures
from tests.live.served import ClassSession

AGAIN = 0.2  # seconds until a button is pressed again
LONGEST_PAUSE = 2.0


class Teacher:
    """Pauses, extends and closes, at no moment in particular."""

    def __init__(self, session: ClassSession, dice: random.Random, figures: Figures) -> None:
        self.session, self._dice, self._figures = session, dice, figures
        self.pressed: dict[str, int] = {}

    async def press(self, button: str) -> bool:
        """Until there is an answer; whether it was taken (or had been, unheard)."""
        self._figures.counts[button] += 1
        while True:
            self.pressed[button] = self.pressed.get(button, 0) + 1
            try:
                answer = await asyncio.to_thread(self.session.order, button)
            except requests.RequestException:
                await asyncio.sleep(AGAIN)
                continue
            assert answer.status_code in (200, 409), answer.text
            return answer.status_code == 200

    async def conduct(self, stage: Callable[[], str | None], every: float, haste: float) -> None:
        """Until `stage` says `over`. `haste`: how likely a reckoning is closed when it is seen."""
        while stage() != "over":
            await asyncio.sleep(min(3 * every, self._dice.expovariate(1 / every)))
            if stage() == "reckoning" and self._dice.random() < haste:
                await self.press("close")
                continue
            button = self._dice.choice(("pause", "pause", "extend", "close"))
            await self.press(button)
            if button == "pause":
                await asyncio.sleep(self._dice.uniform(0.1, LONGEST_PAUSE))
                await self.press("resume")
