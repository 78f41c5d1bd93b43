"""The edge of Socket.IO: what cannot be read is answered or closed with a code, never a crash."""

import logging
from typing import Any

import gevent.selectors
from engineio.async_drivers import gevent as driver  # type: ignore[import-untyped]
from engineio.async_drivers._websocket_wsgi import (  # type: ignore[import-untyped]
    SimpleWebSocketWSGI,
)
from flask_socketio import SocketIO
from simple_websocket import ConnectionError as NoWebSocket
from wsproto.frame_protocol import CloseReason
from wsproto.utilities import ProtocolError

from game.web.clock import running_ms
from game.web.limits import CONNECTION, Pace, Rates
from game.web.site import Site

LARGEST_FRAME = 64 * 1024
UNREADABLE = '2["refused",{"ok":false,"code":"malformed","sentence":"This cannot be read."}]'
FRAME_KINDS = "0123456"  # the types of Engine.IO packets
EVENTS = ("command", "here", "turn", "time")  # not `connect`, which Socket.IO says itself
# What reading a client's garbage raises; RecursionError is brackets nested a thousand deep.
UNREADABLE_BY = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
log = logging.getLogger("game")


class BoundedWebSocket(SimpleWebSocketWSGI):  # type: ignore[misc]
    """A gevent WebSocket that closes with 1009 on a frame too large and 1003 on an odd one."""

    def __init__(self, handler: Any, server: Any) -> None:  # noqa: ANN401
        super().__init__(
            handler,
            server,
            thread_class=driver.Thread,
            event_class=driver.Event,
            selector_class=gevent.selectors.DefaultSelector,
            max_message_size=LARGEST_FRAME,
        )

    def __call__(self, environ: Any, start_response: Any) -> Any:  # noqa: ANN401
        """Serve the connection until it ends; a handshake that is none is answered with 400."""
        try:
            return super().__call__(environ, start_response)
        except (ProtocolError, NoWebSocket) as fault:
            log.info("no handshake: %s", fault)
            start_response("400 Bad Request", [("Content-Type", "text/plain")])
            return [b"This is no WebSocket handshake."]

    def wait(self) -> Any:  # noqa: ANN401
        """The next frame, or None when the connection has ended."""
        frame = super().wait()
        if frame is None or (isinstance(frame, str) and frame[:1] and frame[0] in FRAME_KINDS):
            return frame
        self.ws.close(CloseReason.UNSUPPORTED_DATA, "not an Engine.IO packet")
        return None


def harden(socketio: SocketIO, site: Site) -> None:
    """Bound the frames and their pace; answer a packet that Socket.IO cannot read."""
    server: Any = socketio.server  # type: ignore[attr-defined]
    server.eio._async = {**server.eio._async, "websocket": BoundedWebSocket}
    read_packet, obey = server._handle_eio_message, server._handle_event
    rates = Rates(running_ms, CONNECTION)

    def handle(eio_sid: str, data: Any) -> None:  # noqa: ANN401
        if eio_sid not in server.eio.sockets:
            return  # what was on its way when the connection was cut
        if rates.take(eio_sid) is not Pace.FINE:
            site.turned_away.note("a connection", "the socket", "", "too fast")
            server.eio.disconnect(eio_sid)
            return
        try:
            read_packet(eio_sid, data)
            if server._binary_packet.pop(eio_sid, None):
                raise ValueError("a packet that announces binary parts")
        except UNREADABLE_BY as fault:
            log.info("a packet could not be read: %s", fault)
            server.eio.send(eio_sid, UNREADABLE)

    def only_known(eio_sid: str, namespace: str, number: int | None, data: Any) -> None:  # noqa: ANN401
        if data[0] not in EVENTS:
            raise ValueError("an unknown event")
        obey(eio_sid, namespace, number, data)

    def let_go(sid: str) -> None:
        """Engine.IO would wait until what is left has been fetched; a hostile client never does."""
        if sid in server.eio.sockets:
            server.eio.sockets[sid].close(wait=False)
            server.eio.sockets.pop(sid, None)
        rates.forget(sid)

    server.eio.disconnect = let_go
    server._handle_event = only_known
    server.eio.on("message", handle)
    _log_failures_alone(logging.getLogger("engineio.server"))


def _log_failures_alone(logger: logging.Logger) -> None:
    """Engine.IO logs as errors what clients send amiss; only what fails on our side is one."""
    logger.handlers.clear()  # its own, which would say everything twice
    logger.addFilter(lambda record: bool(record.exc_info) and not _from_a_client(record))


def _from_a_client(record: logging.LogRecord) -> bool:
    """Whether this is a polled body that could not be read."""
    kind = record.exc_info[0] if record.exc_info else None
    return record.msg.startswith("post request") and bool(kind and issubclass(kind, UNREADABLE_BY))
