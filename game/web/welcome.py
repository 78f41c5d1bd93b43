"""What the terminal says once the server listens."""

import io
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import segno

LOOPBACK = (
    "this machine is on no network, or listens to itself alone. On its own hotspot, look up its "
    "address and start with: python3 run.py serve --address http://ADDRESS:PORT"
)


def welcome(address: str, port: int, token: str, folder: Path) -> Iterator[str]:
    """The console's link, the address for students with its QR code, and how to stop."""
    yield "Distant War is running."
    yield ""
    yield f"  Your console (keep this link to yourself): http://127.0.0.1:{port}/console?token={token}"
    yield f"  From another computer:                     {address}/console?token={token}"
    yield f"  Students open:                             {address}"
    yield ""
    if urlsplit(address).hostname in ("127.0.0.1", "localhost"):
        yield f"  Phones cannot reach that: {LOOPBACK}"
    yield qr_text(address)
    yield f"Everything is kept in {folder.resolve()}. Stop with Ctrl+C; start again to go on."


def qr_text(text: str) -> str:
    """A QR code for the terminal."""
    out = io.StringIO()
    segno.make(text, error="l").terminal(out=out, compact=True, border=2)
    return out.getvalue()
