"""The network: the port, the addresses, and whether the server is reached by them."""

import errno
import socket
import sys
from collections.abc import Sequence
from urllib.parse import urlsplit

from game import __version__
from game.web.doctor.addresses import ITSELF, Place
from game.web.doctor.asking import NAME, version_at, websocket_trouble
from game.web.doctor.finding import Finding, fine, mend, note

FREE, TAKEN = "free", "taken"
OWN_NETWORK = (
    "Join the wifi of the room and start again; or say the address: --address http://ADDRESS:PORT."
)
FIREWALL = (
    "Allow Python to accept incoming connections in this computer's firewall, for the network "
    "that you are on."
)
OUTSIDE = (
    "From inside nobody can know whether the wifi lets phones reach this computer: many guest and "
    "campus networks keep devices apart."
)


def port_state(host: str, port: int) -> str:
    """Free, taken, or the system's own words for why it cannot be used."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as tried:
        if sys.platform != "win32":
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError as fault:
            return TAKEN if fault.errno == errno.EADDRINUSE else str(fault.strerror)
    return FREE


def port_found(host: str, port: int, state: str, version: str | None) -> Finding:
    """`version` is that of our server which answers there; empty or None if none does."""
    if state == FREE:
        return fine("port", f"Port {port} is free.")
    if version:
        finding = fine if version == __version__ else note
        return finding("port", f"{NAME} {version} is running on port {port}.")
    why = "is taken by something else" if state == TAKEN else f"on {host} cannot be used: {state}"
    other = port + 1 if port < 65535 else 8000
    return mend(
        "port", f"Port {port} {why}.", f"Stop that, or: python3 run.py serve --port {other}"
    )


def addresses_found(address: str, places: Sequence[Place]) -> list[Finding]:
    """What phones will type, and what else this machine is called."""
    others = [place for place in places if place.address != urlsplit(address).hostname]
    if alone(address):
        first = mend("address", f"{address} is this computer alone: no phone.", OWN_NETWORK)
    else:
        first = fine("address", f"Phones open {address}.")
    if not others:
        return [first]
    listed = ", ".join(map(str, others))
    port = urlsplit(address).port or 8000
    todo = f"If phones find nothing, start with: --address http://{others[0].address}:{port}"
    return [first, note("other", f"This computer has other addresses, too: {listed}.", todo)]


def alone(address: str) -> bool:
    """Whether only this machine itself can use the address."""
    host = urlsplit(address).hostname or ""
    return host == "localhost" or host.startswith(ITSELF)


def reach_found(address: str) -> list[Finding]:
    """Whether our server answers at this address, by HTTP and by WebSocket."""
    version = version_at(address)
    if version is None:
        fact = f"Nothing answers at {address}, not even from this computer."
        return [mend("reach", fact, FIREWALL)]
    if not version:
        fact = f"Something else than this game answers at {address}."
        return [mend("reach", fact, "Look at the port, or at the proxy that stands before it.")]
    return [fine("reach", f"The server answers at {address}."), websocket_found(address)]


def websocket_found(address: str) -> Finding:
    """The lasting connection by which pages stay current."""
    trouble = websocket_trouble(address)
    if not trouble:
        return fine("websocket", "A WebSocket through that address works.")
    fact = f"No WebSocket through that address: {trouble}."
    todo = "Let the proxy pass on WebSockets. The game works without, slower."
    return mend("websocket", fact, todo)


def outside_found(address: str) -> list[Finding]:
    """What remains to be tried with a phone."""
    if alone(address):
        return []
    return [note("outside", OUTSIDE, f"In the room, open {address}/check on a phone.")]
