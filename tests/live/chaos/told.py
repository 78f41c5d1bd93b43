"""What one student was told: every view, every answer; and what the student sent."""

import json
import time
import zlib
from dataclasses import dataclass, field

from tests.live.chaos.figures import Figures
from tests.live.stranger import Json

NOT_FINAL = ("elsewhere", "broken", "too_fast")  # send again: nothing was decided


@dataclass
class Told:
    """The memory of one student, for the comparison afterwards."""

    participant: str
    figures: Figures
    newest: int = 0
    news: Json = field(default_factory=dict)  # the newest that came
    views: dict[int, set[bytes]] = field(default_factory=dict)  # packed, by version
    sent: dict[str, Json] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)  # how often it was sent, by id
    answers: dict[str, list[Json]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    _first: dict[str, float] = field(default_factory=dict)

    def view(self, news: Json, floor: int) -> None:
        """A view came; it was asked for when `floor` was the newest version known."""
        version = news["version"]
        self.figures.counts["views"] += 1
        if version < floor:
            self.wrong.append(f"{self.participant}: version {version}, and {floor} was known")
        said = {key: value for key, value in news.items() if key != "now"}
        packed = zlib.compress(json.dumps(said, sort_keys=True).encode(), 1)
        self.views.setdefault(version, set()).add(packed)
        if version >= self.newest:
            self.newest, self.news = version, news

    def sends(self, message: Json) -> None:
        """It goes out, again perhaps."""
        number = message["id"]
        self.sent[number] = message
        self.times[number] = self.times.get(number, 0) + 1
        self._first.setdefault(number, time.monotonic())
        self.figures.counts["sent" if self.times[number] == 1 else "sent again"] += 1

    def answer(self, number: str, said: Json) -> bool:
        """An answer came; whether it is the last word on this command."""
        before = self.answers.setdefault(number, [])
        before.append(said)
        final = said["ok"] or said["code"] not in NOT_FINAL
        if final and not any(self.is_final(one) for one in before[:-1]):
            self.figures.counts["acknowledged" if said["ok"] else "refused"] += 1
            self.figures.answered.append(time.monotonic() - self._first[number])
        return bool(final)

    @staticmethod
    def is_final(said: Json) -> bool:
        """Whether it says yes or no."""
        return bool(said["ok"] or said["code"] not in NOT_FINAL)
