"""Cookies: read by no script, sent by no other site, and behind https bound to this host alone."""

from urllib.parse import urlsplit

from flask import Request, Response
from werkzeug.wrappers import Response as AnyResponse

SEAT_COOKIE = "dw_seat"
CONSOLE_COOKIE = "dw_console"
LINK_COOKIE = "dw_link_"  # and the session's id: one link a session and browser
DEVICE_COOKIE = "dw_device"
A_TERM = 60 * 60 * 24 * 120  # seconds: how long a seat or a link is remembered
HOST_ONLY = "__Host-"  # browsers take such a cookie only over https, for this very host


class Cookies:
    """Sets and reads them for a server that is reached at `address`."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._secure_host = parts.netloc if parts.scheme == "https" else ""

    def secure(self, request: Request) -> bool:
        """Whether the browser came by https; behind a proxy the host it asked for tells."""
        return request.is_secure or bool(self._secure_host and request.host == self._secure_host)

    def get(self, request: Request, name: str) -> str | None:
        """What the browser sent under this name."""
        return request.cookies.get(self._called(request, name))

    def put(
        self, answer: Response | AnyResponse, request: Request, name: str, value: str, age: int
    ) -> None:
        """Let the browser keep it for so many seconds."""
        answer.set_cookie(
            self._called(request, name),
            value,
            max_age=age,
            httponly=True,
            samesite="Lax",
            secure=self.secure(request),
        )

    def drop(self, answer: Response | AnyResponse, request: Request, name: str) -> None:
        """Let the browser forget it."""
        self.put(answer, request, name, "", 0)

    def _called(self, request: Request, name: str) -> str:
        return HOST_ONLY + name if self.secure(request) else name
