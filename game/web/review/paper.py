"""The debrief of an imported session, to print or keep: from its log alone, made once."""

from game.analysis.export import fingerprint_of
from game.analysis.sessionlog import SessionLog
from game.core.vocabulary import SessionId
from game.web.apart import apart
from game.web.attachments import export_name
from game.web.dates import moment
from game.web.debrief_render import PaperFrame, debrief_pages, paper_page
from game.web.debrief_render.paper import Fact
from game.web.debriefs import DEBRIEFS
from game.web.review.volumes import Volume
from game.web.site import Site
from game.web.wording import tracing


def imported_on_paper(site: Site, session: SessionId) -> str | None:
    """The whole report; None where no round was played."""
    volume, log = site.shelf.volume(session), site.shelf.log(session)
    if volume is None or log is None:
        return None
    shown = DEBRIEFS.of_log(log, lambda: site.imports.get(session) is not None)
    opened = log.groups[0].opened
    if not debrief_pages(shown.picture, log.scenario, opened.cut, shown.tested):
        return None
    frame = PaperFrame(
        title=volume.title,
        day=volume.day,
        design=volume.design_words,
        cut=opened.cut,
        back=f"/console/{session}",
        file=export_name(session),
        facts=(*_facts(volume, log), (tracing.FINGERPRINT, apart(fingerprint_of, log), True)),
    )
    return paper_page(frame, shown.picture, log.scenario, shown.tested)


def _facts(volume: Volume, log: SessionLog) -> tuple[Fact, ...]:
    opened, scenario = log.groups[0].opened, log.scenario
    rules = {group.opened.rules_version for group in log.groups}
    return (
        (tracing.SESSION, f"{log.session}, {moment(log.created_at)}", False),
        (tracing.SCENARIO, f"{scenario.title} ({scenario.id}), {opened.cut}", False),
        (tracing.SCENARIO_HASH, opened.scenario, True),
        (tracing.DESIGN, volume.design_words, False),
        (tracing.RULES, ", ".join(map(str, sorted(rules))), False),
        (tracing.GROUPS, str(len(log.groups)), False),
        (tracing.STUDENTS_HERE, str(volume.students), False),
    )
