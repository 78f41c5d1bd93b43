"""Who may do what in a session, in one place. Whatever is not granted here is denied.

Seats are another matter: what a student may do is decided by the rules of the game.

The instructor may do everything. Everybody else who opens a console comes by a link
(game/classroom/links.py) for one session and one role, and GRANTS says what that role may do. A
deed is named by the endpoint of its route (`console.paper`), or `socket.` and a word for what goes
over a socket. To add a route under /console:

1. Write it in any blueprint whose addresses begin with /console/<session>/...; call that part of
   the address `session`. `guard` below asks for the right before the route is run, and answers
   who has none; the instructor needs no row here.
2. If a link may do it, add its endpoint to the roles in GRANTS. An endpoint with an `<action>` in
   its address (`console.order`) stands for all its actions.
3. In the route, `granted()` says who asks: show names only where `granted().names` is true, and
   let templates leave out buttons where the console's frame `reads_only`.
4. tests/live/test_hostile_table.py finds the route by itself and tries it from every role.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Flask, Request, g, request

from game.classroom.links import Role
from game.classroom.live import LiveSession
from game.web.cookies import CONSOLE_COOKIE, LINK_COOKIE
from game.web.site import Site

WATCH_CONSOLE = "socket.watch_console"
TURN_WALL = "socket.turn_wall"
EXPORT_TEXTS = "console.export_texts"  # asked inside the route of the export

REPLAY = frozenset(
    {"console.moment", "console.moment_as", "console.moment_named", "console.moment_screen"}
)
READING = REPLAY | {
    "console.console",
    "console.claims",
    "console.paper",
    "console.export",
    "console.review",
    "console.chronicle",
    "console.search",
    "console.compare",
    WATCH_CONSOLE,
}
NOTING = frozenset(
    {
        "console.notes",
        "console.note_write",
        "console.note",
        "console.note_change",
        "console.note_remove_asked",
        "console.note_remove",
        "console.notes_file",
    }
)
QUEUE = frozenset(
    {
        "console.coding_door",
        "console.coding_begin",
        "console.coding_queue",
        "console.coding_code",
        "console.coding_close",
    }
)
CODING = QUEUE | {
    "console.coding",
    "console.coding_differences",
    "console.coding_settle",
    "console.coding_codes",
    "console.coding_meanings",
}
GRANTS: Mapping[Role, frozenset[str]] = {
    Role.CO_INSTRUCTOR: READING
    | NOTING
    | {
        "console.confirm",
        "console.order",
        "console.turn",
        "console.nudge",
        "console.lower",
        "console.leave_session",
        "console.roster",
        "console.roster_bind",
        "console.roster_grades",
        "console.roster_release",
        "console.seat",
        "console.seat_order",
        "console.group_order",
        "console.moves",
        "console.move_for",
        "console.student",
        "console.student_order",
        EXPORT_TEXTS,
        TURN_WALL,
        "console.coding_codebook",
        "console.coding_codebook_keep",
        "console.coding_texts",
        "console.coding_reasons",
        "console.coding_bring",
        "console.coding_brought",
        "console.coding_coder",
    }
    | CODING,
    Role.REVIEWER: READING | NOTING | CODING | {"console.leave_session"},
    Role.CODER: QUEUE | {"console.leave_session"},
    Role.PROJECTOR: frozenset({TURN_WALL}),
}
OPEN_DOORS = frozenset({"console.enter"})  # where one has no right yet: the password's form
NAMED = (Role.INSTRUCTOR, Role.CO_INSTRUCTOR)  # who reads names
NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Grant:
    """As what a request comes. `session` is None for the instructor: all of them.

    `stands` is false as soon as the link was revoked, or the console's link or password replaced.
    """

    role: Role
    session: str | None
    stands: Callable[[], bool]
    link: str = ""  # its id, for who comes by one

    @property
    def names(self) -> bool:
        """Whether students' names are shown."""
        return self.role in NAMED

    def may(self, deed: str, session: str | None) -> bool:
        """Whether this is allowed, in this session or (None) beside all sessions."""
        if self.role is Role.INSTRUCTOR:
            return True
        return session is not None and session == self.session and deed in GRANTS[self.role]


def grant_of(site: Site, asked: Request, session: str | None) -> Grant | None:
    """What the browser's cookies amount to, for this session."""
    if site.tokens.is_console(site.cookies.get(asked, CONSOLE_COOKIE)):
        mark = site.tokens.console_mark
        return Grant(Role.INSTRUCTOR, None, lambda: site.tokens.console_mark == mark)
    if session is None:
        return None
    named = site.tokens.read_link(site.cookies.get(asked, LINK_COOKIE + session))
    link = site.links.good(named) if named else None
    if link is None or link.session != session:
        return None
    site.links.used(link)
    return Grant(link.role, session, lambda: site.links.good(link.id) is not None, link.id)


def may(site: Site, asked: Request, deed: str, live: LiveSession) -> Grant | None:
    """The grant under which this request may do this in this session, or None."""
    grant = grant_of(site, asked, live.id)
    return grant if grant and grant.may(deed, live.id) else None


def granted() -> Grant:
    """Under which grant the present request was let in."""
    grant: Grant = g.grant
    return grant


Deny = Callable[[Grant | None], tuple[str, int]]


def guard(app: Flask, site: Site, deny: Deny) -> None:
    """Ask for the right before any route under /console is run; `deny` answers who has none."""

    def admit() -> tuple[str, int] | None:
        rule = request.url_rule.rule if request.url_rule else ""
        if not (rule == "/console" or rule.startswith("/console/")):
            return None
        deed, session = request.endpoint or "", (request.view_args or {}).get("session")
        g.grant = grant_of(site, request, session)
        if deed in OPEN_DOORS or (g.grant and g.grant.may(deed, session)):
            return None
        return refuse(site, deed, session, deny)

    app.before_request(admit)


def refuse(site: Site, deed: str, session: str | None, deny: Deny) -> tuple[str, int]:
    """Say it in the log, and answer."""
    grant: Grant | None = g.grant
    role = grant.role.value if grant else NOBODY
    site.turned_away.note(role, deed, site.code_of(session), "no right")
    return deny(grant)
