"""One try of somebody who may not: what was asked, the answer, whether anything changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import requests
import socketio
from socketio.exceptions import ConnectionError as NotConnected

from tests.live.faces import assert_strict
from tests.live.ledger import stored
from tests.live.pupils import PATIENCE
from tests.live.routes import Route
from tests.live.served import ClassSession, Served

REFUSED = (400, 401, 403, 404, 405, 409, 410, 413, 429)
ARGS: Mapping[str, dict[str, Any]] = {  # as somebody who may would send them
    "state_belief": {"belief": 13},
    "send_cable": {"to": "P", "text": "Forged"},
    "publish_communique": {"text": "Forged"},
    "put_in_writing": {"to": "P", "code": "ask_to_come"},
    "declare_ready": {},
    "commit_forces": {"posture": "hold", "theatre": 3, "garrisons": {}},
    "state_appraisal": {"would": 1, "could": 1, "belief": 1},
    "seal_response": {"move": "stand", "stance": "endorse"},
    "seal_orders": {"orders": {"A1": True, "A2": True, "A3": True}},
}
FIELDS = {  # of every form there is, so that each would find what it asks for
    "role": "co_instructor", "label": "Forged", "page": "beliefs-1", "name": "Forged",
    "line": "1", "list": "student_id,name\n1,Forged\n", "seat": "A1", "group": "1", "by": "1",
    "scenario": "the-straits", "cut.the-straits": "full", "design": "D2", "group_size": "3",
    "pace": "clock", "title": "Forged", "consent": "1", "percent": "25", "text": "Forged",
    "password": "Forged", "expects": "more", "recognised": "yes",
}  # fmt: skip


@dataclass
class Ledger:
    """The rows of the table, of one test. `told` writes each where the run's summary finds it."""

    served: Served
    told: Callable[[str, object], None]
    rows: list[tuple[str, str, str, str]] = field(default_factory=list)

    def row(
        self, who: str, what: str, try_it: Callable[..., str], *given: object, **more: object
    ) -> str:
        """Try, and write down what came of it."""
        before = stored(self.served)
        answer = try_it(*given, **more)
        changed = "CHANGED" if stored(self.served) != before else "nothing"
        line = (who, what, answer, changed)
        self.rows.append(line)
        self.told("try", line)
        return answer

    def assert_all_refused(self) -> None:
        """Each with a refusal, none with an effect."""
        assert self.rows
        wrong = [row for row in self.rows if row[3] != "nothing" or not _is_refusal(row[2])]
        assert not wrong, wrong


def _is_refusal(answer: str) -> bool:
    return answer.split()[0] in {*map(str, REFUSED), "door", "refused", "silence"}


@dataclass(frozen=True)
class Intruder:
    """Somebody, by what the browser sends along. `secrets` must stand in no answer."""

    who: str
    served: Served
    cookies: Mapping[str, str] = field(default_factory=dict)
    token: str = ""
    secrets: tuple[str, ...] = ()

    def asks(self, route: Route, session: ClassSession, **more: str) -> str:
        """One request; the answer in a few words."""
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        path = route.path.format(session=session.id, participant=more.get("participant", "x"))
        answer = requests.request(
            route.method,
            f"{self.served.url}{path}",
            data=FIELDS | {"code": session.code} | more if route.method == "POST" else None,
            headers=headers,
            allow_redirects=False,
            timeout=PATIENCE,
        )
        self._looks_like_ours(answer)
        if answer.status_code in (302, 303):
            return (
                "door" if answer.headers["Location"] == "/" else f"to {answer.headers['Location']}"
            )
        return str(answer.status_code)

    def commands(self, message: Mapping[str, Any]) -> str:
        """A command over HTTP, as programs send it."""
        answer = requests.post(
            f"{self.served.url}/api/command",
            json=message,
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=PATIENCE,
        )
        self._looks_like_ours(answer)
        return f"{answer.status_code} {answer.json().get('code', '')}"

    def opens(self, wish: Mapping[str, Any]) -> socketio.Client | None:
        """A socket with this wish, if it is let in."""
        http = requests.Session()
        http.cookies.update(self.cookies)
        line = socketio.Client(reconnection=False, http_session=http, handle_sigint=False)
        try:
            line.connect(self.served.url, auth=dict(wish), wait_timeout=PATIENCE)
        except NotConnected:
            return None
        return line

    def _looks_like_ours(self, answer: requests.Response) -> None:
        """Strict headers on every answer, and nothing in it that is not theirs to read."""
        assert_strict(answer)
        assert answer.status_code < 500, answer.text
        for secret in self.secrets:
            assert secret not in answer.text


def emits(line: socketio.Client, event: str, *said: object) -> str:
    """An event over a socket that is let in; the acknowledgement in a word."""
    answer = line.call(event, *said, timeout=PATIENCE)
    return f"refused {answer['code']}" if answer else "silence"
