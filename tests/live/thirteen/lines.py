"""The event lines of the zip, by group: who came and went, and how long nobody could think."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from tests.live.stranger import Json

SEATS = ("SeatLeft", "SeatTaken", "SeatOpened", "SeatCovered", "SeatHandedBack")
TAKEN_BACK = ("OpeningUndone", "ClosingUndone", "GameReopened")
CLOCK = ("GamePaused", "GameResumed", "GameEnded", "ExtraTimeGiven")
STANDS = {"GamePaused": "GameResumed", "GameEnded": "GameReopened"}


@dataclass(frozen=True)
class Lines:
    """A group's stream."""

    events: tuple[Json, ...]

    def story(self, *kinds: str) -> list[str]:
        """Events of these kinds, in order, each in a few words."""
        return [_words(event) for event in self.events if event["kind"] in kinds]

    def by_round(self) -> Iterator[tuple[int, Json]]:
        """Every event with the round in which it happened; a withdrawn one is of the round."""
        number = 0
        for event in self.events:
            if event["kind"] == "StageOpened":
                number = event["body"]["round"]
            yield number, event

    def last_at(self, number: int, kind: str, seat: str) -> int | None:
        """When the seat did this last in a round."""
        found = [
            event["body"]["at"]
            for there, event in self.by_round()
            if (there, event["kind"]) == (number, kind)
            and event["body"].get("seat", "P") == seat
            and event["body"]["source"] in ("student", "bot")
        ]
        return found[-1] if found else None

    def opened_at(self, number: int, stage: str) -> int:
        """When the stage opened first."""
        return next(
            event["body"]["at"]
            for _, event in self.by_round()
            if event["kind"] == "StageOpened"
            and (event["body"]["round"], event["body"]["stage"]) == (number, stage)
        )

    def allies(self, number: int) -> set[str]:
        """The allies that answered in a round."""
        return {
            event["body"]["seat"]
            for there, event in self.by_round()
            if (there, event["kind"]) == (number, "ResponseSealed")
        }

    def thinking(self, begin: int, end: int) -> int:
        """Milliseconds in which the game went on; counted one by one."""
        stood = {moment for a, b in self._stood() for moment in range(a, b)}
        return sum(moment not in stood for moment in range(begin, end))

    def _stood(self) -> Iterator[tuple[int, int]]:
        """Pauses, ends that were taken back, a stage closed by mistake."""
        bodies = [(event["kind"], event["body"]["at"]) for event in self.events]
        for place, (kind, at) in enumerate(bodies):
            over = STANDS.get(kind)
            ends = [then for what, then in bodies[place:] if over and what == over]
            if ends:
                yield at, ends[0]
            if kind == "ClosingUndone":
                yield [t for what, t in bodies[:place] if what == "StageClosed"][-1], at


def read(text: str) -> dict[int, Lines]:
    """By the group's number."""
    streams: dict[int, list[Json]] = {}
    for line in map(json.loads, text.splitlines()):
        streams.setdefault(int(line["stream"].rpartition("-G")[2]), []).append(line)
    return {number: Lines(tuple(events)) for number, events in streams.items()}


def _words(event: Json) -> str:
    body = event["body"]
    told = (body.get(key) for key in ("seat", "participant", "reason", "percent"))
    return " ".join([event["kind"], *(str(part) for part in told if part)])
