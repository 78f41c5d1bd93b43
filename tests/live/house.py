"""A server with somebody of every kind before it: who may, who may not, and who may no longer."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import requests

from tests.live.attempts import Intruder
from tests.live.pupils import Pupil, Seated, pupil
from tests.live.served import ClassSession, Console, Served

LINKS = ("co_instructor", "reviewer", "coder", "projector")
NAMES = ("Zenobia Quux", "Yorick Quux", "Xanthe Quux", "Wolfram Quux")


@dataclass(frozen=True)
class House:
    """A class in play, one that has ended, and the cookies of everybody."""

    served: Served
    seated: Seated
    ended: ClassSession
    cookies: dict[str, dict[str, str]]
    removed: Pupil

    @property
    def session(self) -> ClassSession:
        """The class in play."""
        return self.seated.session

    def intruder(self, who: str) -> Intruder:
        """Somebody, who must not read names or return numbers of others."""
        named = who.endswith("co_instructor") and who.startswith("link")
        numbers = tuple(one.return_number for one in self.seated.pupils[1:])
        secrets = () if named else (*NAMES[1:], *numbers)
        cookies = self.cookies[who]
        return Intruder(who, self.served, cookies, cookies.get("dw_seat", ""), secrets)


@contextmanager
def house_of(served: Served) -> Iterator[House]:
    """Build it."""
    stale = _new_console_link(served)
    console = served.console()
    with _in_play(served, console) as (seated, removed):
        ended, elsewhere = _ended(served, console), console.make()
        stranger = pupil(served.url, elsewhere.code, "Stranger")
        late = pupil(served.url, seated.session.code, "Late Quux")
        ours = next(one for one in seated.pupils if one.seat == "A1")
        links = {role: _link(console, seated.session, role) for role in LINKS}
        gone = {role: _revoked(console, seated.session, role) for role in LINKS}
        cookies = {
            "nobody": {},
            "an ally": {"dw_seat": ours.token},
            "the patron": {"dw_seat": seated.at("P").token},
            "another class's student": {"dw_seat": stranger.token},
            "a removed student": {"dw_seat": removed.token},
            "a latecomer": {"dw_seat": late.token},
            "a forged seat": {"dw_seat": _bent(ours.token)},
            "a forged console": {"dw_console": _bent(stale["dw_console"])},
            "a seat shown as console": {"dw_console": ours.token},
            "a replayed console": {"dw_console": stale["dw_console"]},
            "a forged link": {name: _bent(value) for name, value in links["co_instructor"].items()},
            **{f"link: {role}": links[role] for role in LINKS},
            **{f"revoked: {role}": gone[role] for role in LINKS},
        }
        yield House(served, seated, ended, cookies, removed)
    console.close()


def _new_console_link(served: Served) -> dict[str, str]:
    """Replace the console's link; the cookies that the old one left."""
    console = served.console()
    stale = dict(console.http.cookies)
    (served.token,) = re.findall(r"token=([\w-]+)", console.post("/console/link").text)
    console.close()
    return stale


@contextmanager
def _in_play(served: Served, console: Console) -> Iterator[tuple[Seated, Pupil]]:
    session = console.make(group_size="4", timers="", pace="instructor")
    pupils = [pupil(served.url, session.code, name) for name in NAMES]
    removed = pupil(served.url, session.code, "Mallory Quux").connect()
    session.order("remove", participant=removed.participant)
    removed.sees(lambda message: message["phase"] == "removed")
    try:
        for one in pupils:
            one.connect()
        for action in ("deal", "begin"):
            assert session.order(action).status_code == 200
        seated = Seated(served, session, pupils)
        seated.everybody_sees(lambda m: m["phase"] == "seated" and m["view"]["public"]["round"])
        yield seated, removed
    finally:
        for one in (*pupils, removed):
            one.close()


def _ended(served: Served, console: Console) -> ClassSession:
    session = console.make(timers="", pace="instructor")
    pupil(served.url, session.code, "Only Quux")
    for action in ("deal", "begin", "end"):
        assert session.order(action).status_code == 200
    console.get("/console/archive")  # where it is by then, and does not come by itself later
    return session


def _link(console: Console, session: ClassSession, role: str) -> dict[str, str]:
    """The cookies of a browser that has opened a new link."""
    page = console.post(f"/console/{session.id}/links", role=role, label="Quux").text
    (address,) = re.findall(r'class="secret">([^<]+)<', page)
    path = "/open/" + address.rsplit("/", 1)[1]
    answer = requests.get(console.url + path, allow_redirects=False, timeout=20)
    return {f"dw_link_{session.id}": answer.cookies[f"dw_link_{session.id}"]}


def _revoked(console: Console, session: ClassSession, role: str) -> dict[str, str]:
    """The cookies of a link that was revoked afterwards: it is the newest."""
    cookies = _link(console, session, role)
    page = console.get(f"/console/{session.id}/links").text
    newest = re.findall(r'name="link" value="(\w+)"', page)[0]
    console.post(f"/console/{session.id}/links/revoke", link=newest)
    return cookies


def _bent(token: str) -> str:
    """Signed by somebody else."""
    body, _, mark = token.rpartition(".")
    return f"{body}.{mark[::-1]}"
