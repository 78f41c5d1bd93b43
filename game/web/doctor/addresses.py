"""By which addresses this machine can be reached: the likely one first, then all others."""

import socket
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass

SIOCGIFADDR = 0x8915  # Linux: the address of an interface
ITSELF = "127."


@dataclass(frozen=True, slots=True)
class Place:
    """An address of this machine, and the interface it belongs to where that is known."""

    address: str
    interface: str = ""

    def __str__(self) -> str:
        return f"{self.address} ({self.interface})" if self.interface else self.address


def own_address(host: str) -> str:
    """The address by which phones in the room reach this machine."""
    if host not in ("", "0.0.0.0"):
        return host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # nothing is sent; it only picks the interface
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def places() -> list[Place]:
    """All addresses that are not this machine's own alone, each once."""
    found = {place.address: place for place in (*_named(), *_resolved())}
    likely = own_address("")
    listed = sorted(found.values(), key=lambda place: place.address != likely)
    return [place for place in listed if not place.address.startswith(ITSELF)]


def _resolved() -> Iterator[Place]:
    """What this machine's own name stands for; on a Mac and on Windows that is all of them."""
    yield Place(own_address(""))
    try:
        known = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        return
    yield from (Place(str(entry[4][0])) for entry in known)


def _named() -> Iterator[Place]:
    """By interface, where the system can be asked so."""
    if sys.platform != "linux":
        return
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, interface in socket.if_nameindex():
            if address := _address_of(probe, interface):
                yield Place(address, interface)


def _address_of(probe: socket.socket, interface: str) -> str:
    import fcntl

    asked = struct.pack("256s", interface.encode()[:15])
    try:
        answer = fcntl.ioctl(probe.fileno(), SIOCGIFADDR, asked)
    except OSError:  # it has none
        return ""
    return socket.inet_ntoa(answer[20:24])
