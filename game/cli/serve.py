"""`run.py serve`, and `run.py` alone: the server. Nothing that opens a socket is imported before
gevent has put its own in place."""

import os
from pathlib import Path

import click

PASSWORD = "DISTANT_WAR_PASSWORD"
SHORTEST = 8


@click.command("serve")
@click.option("--host", default="0.0.0.0", show_default=True, help="Address to listen on.")
# 8000: on a Mac, AirPlay listens on 5000
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--data", default="data", show_default=True, help="Folder of the database.")
@click.option("--address", default="", help="What students type, if a proxy stands before us.")
@click.option("--password-file", default="", help="A file that holds the console's password.")
def command(host: str, port: int, data: str, address: str, password_file: str) -> None:
    """Serve a class: prints the console's link and the address students type."""
    password = read_password(password_file, os.environ.get(PASSWORD, ""))
    from gevent import monkey

    monkey.patch_all()

    from game.web.server import serve

    raise SystemExit(serve(host, port, data, address, password))


def read_password(file: str, given: str) -> str:
    """The password of the file, or else the one given; empty: none is asked for."""
    try:
        found = Path(file).read_text(encoding="utf-8").rstrip("\r\n") if file else given
    except (OSError, UnicodeDecodeError) as fault:
        raise click.ClickException(f"The password file {file} cannot be read: {fault}.") from fault
    if (file or found) and len(found) < SHORTEST:
        raise click.ClickException(f"The password has {len(found)} signs; it needs {SHORTEST}.")
    return found
