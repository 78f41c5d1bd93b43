"""A student's screen on the console, for moves that come on paper or by word of mouth."""

from game.core.views.own import SeatView
from game.web.instructor_pages.one_seat import SeatPage
from game.web.presenters.forms import Posting, RefusedForm
from game.web.render import SCREENS
from game.web.templating import render, trusted


def by_hand_page(
    page: SeatPage, view: SeatView, nonce: str, refused: RefusedForm | None = None
) -> str:
    """The seat's own screen, its forms led to the instructor's address."""
    posting = Posting(nonce, refused, to=f"{page.base}/move")
    screen = SCREENS[view.task](view, posting)
    kept = refused if refused and not any(form.sentence for form in screen.forms) else None
    now = render(
        "student/now.html", part=screen.template, view=view, public=view.public, shown=screen.shown
    )
    regions = trusted({"now": now})
    return render("console/by_hand.html", page=page, frame=page.frame, regions=regions, kept=kept)
