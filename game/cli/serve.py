"""`run.py serve`, and `run.py` alone: the server. Nothing that opens a socket is imported before
gevent has put its own in place."""

import click


@click.command("serve")
@click.option("--host", default="0.0.0.0", show_default=True, help="Address to listen on.")
# 8000: on a Mac, AirPlay listens on 5000
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--data", default="data", show_default=True, help="Folder of the database.")
@click.option("--address", default="", help="What students type, if a proxy stands before us.")
def command(host: str, port: int, data: str, address: str) -> None:
    """Serve a class: prints the console's link and the address students type."""
    from gevent import monkey

    monkey.patch_all()

    from game.web.server import serve

    raise SystemExit(serve(host=host, port=port, folder=data, address=address))
