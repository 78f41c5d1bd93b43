"""The console of one class session: who is awaited, what to do now, and the buttons to do it."""

from collections.abc import Mapping

from game.web.instructor_pages.asking import question
from game.web.instructor_pages.controls import contents, controls, questions
from game.web.instructor_pages.frame import ConsoleFrame
from game.web.instructor_pages.groups import cards, nudging
from game.web.instructor_pages.standing import MOST_NAMED, standing
from game.web.instructor_pages.tested import Tested
from game.web.presenters.masthead import clock
from game.web.templating import render, trusted
from game.web.wording import tested as tested_words
from game.web.wording.console import EXPORTS, FINGERPRINT, KEYS, NUDGES, READ_EXPORTS
from game.web.wording.entering import CLOCK, CONNECTION
from game.web.wording.words import ALIGNMENTS, BACKWARDS

REGIONS = ("mast", "banner", "controls", "status", "list")


def console_regions(frame: ConsoleFrame) -> dict[str, str]:
    """The regions of the console, by the id of the element they fill."""
    return _regions(frame, "", "")


def console_page(
    frame: ConsoleFrame, now_ms: int, refused: str = "", pinned: Tested | None = None
) -> str:
    """The whole console. `refused` says why the last thing asked for was not done; `pinned` are
    the claims of this session."""
    running = frame.deadline if frame.open and not frame.paused else None
    return render(
        "console/page.html",
        frame=frame,
        now=now_ms,
        regions=trusted(_regions(frame, clock(now_ms, running, frame.left_ms), refused)),
        connection=CONNECTION,
        clock_words=CLOCK,
        tested=pinned,
        words_tested=tested_words,
    )


def claims_page(frame: ConsoleFrame, pinned: Tested) -> str:
    """The claims of this session, on a page of their own."""
    return render("console/claims.html", frame=frame, tested=pinned, words_tested=tested_words)


def confirm_page(frame: ConsoleFrame, action: str) -> str | None:
    """The question before an action, for a browser without scripts; None when none is asked."""
    asked = question(frame, action)
    if asked is None:
        return None
    return render("console/confirm.html", frame=frame, asked=asked)


def _regions(frame: ConsoleFrame, clock_text: str, refused: str) -> dict[str, str]:
    buttons = controls(frame)
    stands, shown = standing(frame), cards(frame)
    context: Mapping[str, Mapping[str, object]] = {
        "mast": {"stands": stands, "clock": clock_text, "running": frame.open},
        "banner": {"refused": refused},
        "controls": {"buttons": buttons, "questions": questions(buttons)},
        "status": {"stands": stands},
        "list": {
            "cards": shown,
            "nudges": NUDGES,
            "nudging": nudging(shown),
            "most_named": MOST_NAMED,
            "contents": contents(frame),
            "exports": READ_EXPORTS if frame.reads_only else EXPORTS,
            "fingerprint_words": FINGERPRINT,
            "keys": KEYS,
            "alignments": ALIGNMENTS,
            "backwards": BACKWARDS,
        },
    }
    return {
        region: render(f"console/{region}.html", frame=frame, **parts)
        for region, parts in context.items()
    }
