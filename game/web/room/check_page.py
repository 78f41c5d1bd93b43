"""The page on a phone: a line for each thing it tries, with a sign and a word."""

from dataclasses import dataclass

from game.web.templating import render
from game.web.wording import check


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as it stands before scripts fill it."""

    id: str
    state: str
    text: str
    said: dict[str, str]  # by state: what scripts put there


def check_page(host: str, now_ms: int, *, told: bool = False, cookies: bool = False) -> str:
    """The whole page. Without scripts it says what it can; `told`: its button was pressed."""
    lines = [_line(name, host, told, cookies) for name in check.LINES]
    ready = told and cookies
    return render(
        "check/page.html",
        lines=lines,
        marks=check.MARKS,
        verdicts=check.VERDICTS,
        verdict=check.VERDICTS["plain" if ready else "cookies"] if told else "",
        told=told,
        now=now_ms,
    )


def _line(name: str, host: str, told: bool, cookies: bool) -> Shown:
    said = dict(check.LINES[name])
    match name:
        case "page":
            return Shown(name, "fine", said["fine"].format(host=host), {})
        case "scripts":
            return Shown(name, "note", said["note"], said)
        case "cookies" if told:
            state = "fine" if cookies else "mend"
            return Shown(name, state, said[state], said)
        case _:
            return Shown(name, "skip", said["skip"], said)
