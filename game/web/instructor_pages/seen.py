"""When a student was last heard, in words: here, seen two minutes ago, not seen yet."""

from dataclasses import dataclass

from game.web.wording.console import SEEN

HERE_MS = 45_000  # a page in sight says so every 20 seconds: one word of it may get lost
GONE_MS = 120_000  # then it is worth naming
MINUTE = 60_000
HOUR = 60


@dataclass(frozen=True, slots=True)
class Seen:
    """`sign` is drawn before the words; `gone`: for so long that the instructor should know."""

    words: str
    sign: str = "past"  # here | past | never
    gone: bool = False

    @property
    def here(self) -> bool:
        """Whether the page is before somebody's eyes."""
        return self.sign == "here"


HERE = Seen(SEEN["here"], "here")


def is_here(age_ms: int) -> bool:
    """Whether somebody heard so long ago still counts as here."""
    return age_ms <= HERE_MS


def seen(age_ms: int | None, *, restarted: bool = False) -> Seen:
    """What is said of somebody heard so long ago; None: never, since this server runs."""
    if age_ms is None:
        return Seen(SEEN["restart" if restarted else "never"], "never", gone=True)
    if is_here(age_ms):
        return HERE
    minutes = age_ms // MINUTE
    gone = age_ms >= GONE_MS
    if minutes < 2:
        return Seen(SEEN["minute"], gone=gone)
    if minutes >= HOUR:
        return Seen(SEEN["hour"], gone=gone)
    return Seen(SEEN["minutes"].format(n=minutes), gone=gone)
