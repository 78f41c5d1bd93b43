"""Asking a server as a phone would: whether it is ours, and whether its WebSocket works."""

import http.client
import re
import socket
import ssl
import urllib.error
import urllib.request
from urllib.parse import urlsplit

from wsproto import ConnectionType, WSConnection
from wsproto.events import AcceptConnection, RejectConnection, Request, TextMessage
from wsproto.utilities import ProtocolError

from game import __version__

NAME = "Distant War"
HEALTHY = f"ok: {NAME} {__version__}\n"  # what /healthz says
OURS = re.compile(rf"ok: {NAME} (\S+)")
PATIENCE = 5  # seconds; phones have less
ENGINE = "/socket.io/?EIO=4&transport=websocket"
HELLO = '40{"watch":"check"}'  # Socket.IO: connect, and look at nothing
# A proxy of the terminal's environment is not the way that phones take.
_direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def version_at(address: str) -> str | None:
    """The version of our server there; empty for a server that is not ours, None for none."""
    try:
        with _direct.open(f"{address}/healthz", timeout=PATIENCE) as answer:
            found = OURS.match(answer.read(200).decode(errors="replace"))
    except urllib.error.HTTPError:
        return ""
    except http.client.HTTPException:  # something else than HTTP
        return ""
    except (OSError, ValueError):
        return None
    return found[1] if found else ""


def websocket_trouble(address: str) -> str:
    """Why no WebSocket of ours can be had there; empty if it works, up to Socket.IO's own yes."""
    try:
        with _line_to(address) as line:
            return _shake_hands(line, urlsplit(address).netloc)
    except (OSError, ProtocolError, ValueError) as fault:
        return str(fault) or type(fault).__name__


def _line_to(address: str) -> socket.socket:
    parts = urlsplit(address)
    secure = parts.scheme == "https"
    host = parts.hostname or ""
    line = socket.create_connection((host, parts.port or (443 if secure else 80)), PATIENCE)
    if not secure:
        return line
    return ssl.create_default_context().wrap_socket(line, server_hostname=host)


def _shake_hands(line: socket.socket, host: str) -> str:
    """Upgrade, wait for Engine.IO's open packet, say hello, wait for Socket.IO's answer."""
    talk = WSConnection(ConnectionType.CLIENT)
    line.sendall(talk.send(Request(host=host, target=ENGINE)))
    while received := line.recv(4096):
        talk.receive_data(received)
        for event in talk.events():
            match event:
                case RejectConnection():
                    return f"the answer was {event.status_code}, and not a WebSocket"
                case TextMessage() if event.data.startswith("0"):
                    line.sendall(talk.send(TextMessage(HELLO)))
                case TextMessage() if event.data.startswith("40"):
                    return ""
                case AcceptConnection():
                    pass
                case _:
                    return "something else answered than this game"
    return "the connection was closed"
