"""The edge of Socket.IO: what cannot be read is answered or closed with a code, never a crash."""

import logging
from typing import Any

import gevent.selectors
from engineio.async_drivers import gevent as driver  # type: ignore[import-untyped]
from engineio.async_drivers._websocket_wsgi import (  # type: ignore[import-untyped]
    SimpleWebSocketWSGI,
)
from flask_socketio import SocketIO
from gevent.pywsgi import WSGIHandler
from wsproto.frame_protocol import CloseReason

LARGEST_FRAME = 64 * 1024
UNREADABLE = '2["refused",{"ok":false,"code":"malformed","sentence":"This cannot be read."}]'
FRAME_KINDS = "0123456"  # the types of Engine.IO packets
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

    def wait(self) -> Any:  # noqa: ANN401
        """The next frame, or None when the connection has ended."""
        frame = super().wait()
        if frame is None or (isinstance(frame, str) and frame[:1] and frame[0] in FRAME_KINDS):
            return frame
        self.ws.close(CloseReason.UNSUPPORTED_DATA, "not an Engine.IO packet")
        return None


class Handler(WSGIHandler):
    """Ends a connection that was a WebSocket: what still comes on it is no HTTP request."""

    def handle_one_response(self) -> None:
        """Answer; and if it was an upgrade, that was all."""
        super().handle_one_response()
        if self.environ and "HTTP_UPGRADE" in self.environ:
            self.close_connection = True


def harden(socketio: SocketIO) -> None:
    """Bound the frames, and answer a packet that Socket.IO cannot read instead of failing on it."""
    server: Any = socketio.server  # type: ignore[attr-defined]
    server.eio._async = {**server.eio._async, "websocket": BoundedWebSocket}
    original = server._handle_eio_message

    def handle(eio_sid: str, data: Any) -> None:  # noqa: ANN401
        try:
            original(eio_sid, data)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError) as fault:
            log.info("a packet could not be read: %s", fault)
            server.eio.send(eio_sid, UNREADABLE)

    server.eio.on("message", handle)
