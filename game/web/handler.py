"""The edge of HTTP: what is no request gets a page that says so, and a line in no log."""

import logging
from typing import Any

from gevent.pywsgi import WSGIHandler

from game.web.render import plain_page
from game.web.security import policy

log = logging.getLogger("game")
REASONS = {"400": "Bad Request", "414": "URI Too Long"}


class Handler(WSGIHandler):
    """Reads requests. Clients' faults are theirs: told to them, and not to the instructor."""

    def handle(self) -> None:
        """Serve one connection; that the other side has gone is nothing to report."""
        try:
            super().handle()
        except OSError as fault:
            log.info("a connection broke: %s", fault)

    def handle_one_request(self) -> Any:  # noqa: ANN401  True to go on, None to end, or an answer
        """Serve one request; one that cannot be read is answered in the look of the house."""
        answer = super().handle_one_request()
        return (answer[0], _page(answer[0])) if isinstance(answer, tuple) else answer

    def handle_one_response(self) -> None:
        """Answer; and if it was a WebSocket, what still comes on the connection is no request."""
        super().handle_one_response()
        if self.environ and "HTTP_UPGRADE" in self.environ:
            self.close_connection = True

    def _handle_client_error(self, ex: Exception) -> Any:  # noqa: ANN401
        """Other kinds of error (a hundred headers, say) would be printed with a traceback."""
        known = ex if isinstance(ex, (ValueError, OSError)) else ValueError(str(ex))
        return super()._handle_client_error(known)  # type: ignore[misc]  # not in the stub

    def log_error(self, msg: str, *args: object) -> None:
        """What clients send amiss."""
        log.info("%s", msg % args if args else msg)


def _page(status: str) -> bytes:
    body = plain_page("malformed").encode()
    head = (
        f"HTTP/1.1 {status} {REASONS.get(status, 'Bad Request')}\r\nConnection: close\r\n"
        f"Content-Security-Policy: {policy()}\r\nX-Content-Type-Options: nosniff\r\n"
        f"Content-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body
