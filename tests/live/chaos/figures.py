"""What a run of chaos amounts to, in figures."""

from collections import Counter
from dataclasses import dataclass, field
from statistics import median


@dataclass
class Figures:
    """Counted by everybody who takes part; printed at the end."""

    seed: str
    counts: Counter[str] = field(default_factory=Counter)
    restarts: list[float] = field(default_factory=list)  # seconds from start to the printed link
    answered: list[float] = field(default_factory=list)  # seconds from first sending to answer
    seconds: float = 0.0
    latest: float = 0.0  # seconds that a stage stayed open after its deadline and the grace

    def lines(self) -> list[str]:
        """For the terminal."""
        return [*self._class_lines(), *self._storm_lines()]

    def _class_lines(self) -> list[str]:
        n, waits = self.counts, self.answered or [0.0]
        return [
            f"seed {self.seed}: {self.seconds:.0f} s of play; {n['classes']} classes,"
            f" {n['groups']} groups, {n['events']} events",
            f"commands: {n['sent']} sent, {n['acknowledged']} taken, {n['refused']} refused;"
            f" {n['sent again']} times sent again by the clients, {n['doubled up']} doubled by the"
            f" proxy; {n['refused and a copy taken']} refused, and a copy taken",
            f"from first sending to answer: {median(waits):.2f} s (median), {max(waits):.1f} s"
            " (longest, absences of the student and the server included)",
            f"views: {n['views']} told, {n['different views']} different ones compared with the"
            f" log; {n['views in order']} seen by the proxy, in order",
            f"stages closed at most {max(0.0, self.latest):.2f} s after deadline and grace",
            f"people: {n['absences']} absences, {n['returns by number']} returns by number;"
            f" clicks: {n['pause']} pause, {n['extend']} extend, {n['close']} close",
        ]

    def _storm_lines(self) -> list[str]:
        n, starts = self.counts, self.restarts or [0.0]
        return [
            f"kills: {n['kills']}, of them {n['in a burst']} in a burst and {n['in start-up']} in"
            f" start-up; back in {median(starts):.2f} s (median), {max(starts):.2f} s (longest)",
            f"frames and requests: {n['passed']} passed; {n['delayed']} delayed,"
            f" {n['reordered']} overtaken, {n['doubled']} doubled, {n['in pieces']} in pieces",
            f"connections: {n['connections']}; {n['reset']} reset, {n['hung']} hung,"
            f" {n['half a frame']} cut within a frame, {n['one side']} cut on one side,"
            f" {n['request lost']} requests and {n['answer lost']} answers lost",
        ]
