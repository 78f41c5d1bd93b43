"""Every screen of the wall but the debrief, by name."""

from dataclasses import replace

from markupsafe import Markup

from game.core.commands import Pause
from game.core.views.shapes import Attacked
from game.core.vocabulary import PATRON, Stage, Stance
from game.web.wall_render import wall_page
from tests.builders import A1, NOW
from tests.web.instructor_scenes import HOSTILE, LOBBY, at, moment, on_wall, screen


@screen
def wall_join() -> str:
    return wall_page(LOBBY, NOW)


@screen
def wall_dealt() -> str:
    return wall_page(replace(LOBBY, phase="dealt", groups=13), NOW)


@screen
def wall_dispatch() -> str:
    return on_wall(at(1, Stage.DISPATCH))


@screen
def wall_new_government() -> str:
    return on_wall(at(4, Stage.DISPATCH), 2)


@screen
def wall_consultation() -> str:
    return on_wall(at(3, Stage.CONSULTATION))


@screen
def wall_commitment() -> str:
    """One patron has divided its forces; the wall keeps it to itself."""
    played = at(3, Stage.COMMITMENT)
    played[0].bots_move([PATRON])
    return on_wall(played)


@screen
def wall_response() -> str:
    played = at(3, Stage.RESPONSE)
    played[0].bots_move()
    played[1].bots_move([A1])
    return on_wall(played)


@screen
def wall_reveal() -> str:
    return on_wall([script.bots_move() for script in at(3, Stage.RESPONSE)], deadline=None)


@screen
def wall_crisis() -> str:
    return on_wall(at(3, Stage.CRISIS))


@screen
def wall_crisis_five() -> str:
    return on_wall(at(2, Stage.CRISIS, 6, group_size=6), qr_svg=Markup())


@screen
def wall_reckoning() -> str:
    return on_wall(at(3, Stage.RECKONING))


@screen
def wall_reckoning_full() -> str:
    """Three allies, all of whom did all that can be told, and two of them attacked."""
    frame, view = moment(at(3, Stage.RECKONING, 4))
    assert view.present
    told = {"done": "opened talks with Pyongyang", "stance": Stance.DISSOCIATE, "units": 2}
    answers = tuple(replace(answer, **told) for answer in view.present.answers)
    attacked = tuple(
        Attacked(answer.seat, answer.name, helped, helped)
        for answer, helped in zip(answers, (True, False), strict=False)
    )
    present = replace(view.present, answers=answers, attacked=attacked)
    return wall_page(frame, NOW, replace(view, present=present))


@screen
def wall_reckoning_five() -> str:
    return on_wall(at(3, Stage.RECKONING, 6, group_size=6))


@screen
def wall_paused() -> str:
    played = [script.do(Pause()) for script in at(3, Stage.RESPONSE)]
    return on_wall(played, paused=True, deadline=None, left_ms=61_000)


@screen
def wall_simulated() -> str:
    return on_wall(at(2, Stage.RESPONSE), simulated=True)


@screen
def wall_over() -> str:
    return wall_page(replace(LOBBY, phase="over", groups=13), NOW)


@screen
def wall_hostile() -> str:
    played = at(2, Stage.DISPATCH)
    return on_wall(played, title=HOSTILE, address=HOSTILE)
