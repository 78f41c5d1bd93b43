"""Look at every student's screen: `python3 -m tools.preview [NAME ...] [--to DIR] [--serve PORT]`.

Without `--serve` it writes each screen as a file beside a copy of the sheets, and says where;
with `--shots` it photographs them on a phone and on a desk, light and dark. The screens are those
of tests/web/screens.py. Scripts run only when served: browsers load no modules from files.
"""

import argparse
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[1]
STATIC = ROOT / "static"
KINDS = {".css": "text/css", ".js": "text/javascript"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
Pages = Callable[[str], str | None]  # the path of an address -> HTML, or None


class Server(ThreadingHTTPServer):
    """Serves pages made on demand and the static files, under the real content policy."""

    daemon_threads = True

    def __init__(self, port: int, pages: Pages) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.pages = pages

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    """GET only; nothing is logged."""

    server: Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # a body need not wait for the acknowledgement of its head

    def do_GET(self) -> None:
        """A static file, or a page."""
        where = urlsplit(self.path).path
        if where.startswith("/static/"):
            self._file(STATIC / where.removeprefix("/static/"))
        elif (page := self.server.pages(where)) is not None:
            self._answer(HTTPStatus.OK, "text/html", page.encode())
        else:
            self._answer(HTTPStatus.NOT_FOUND, "text/plain", b"")

    def _file(self, path: Path) -> None:
        inside = path.resolve().is_relative_to(STATIC)
        if not inside or not path.is_file():
            return self._answer(HTTPStatus.NOT_FOUND, "text/plain", b"")
        return self._answer(HTTPStatus.OK, KINDS.get(path.suffix, "text/plain"), path.read_bytes())

    def _answer(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Silent."""


@contextmanager
def served(pages: Pages, port: int = 0) -> Iterator[str]:
    """The address of a server that runs as long as one looks."""
    server = Server(port, pages)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server.address
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def write(pages: Mapping[str, str], folder: Path) -> None:
    """Each page as a file, with an index and the static files beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(STATIC, folder / "static", dirs_exist_ok=True)
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page.replace('"/static/', '"static/'), "utf-8")
    links = "".join(f'<li><a href="{name}.html">{name}</a></li>' for name in pages)
    index = f'<!doctype html><html lang="en"><title>Screens</title><ul>{links}</ul></html>'
    (folder / "index.html").write_text(index, "utf-8")


def photograph(pages: Mapping[str, str], folder: Path) -> None:
    """Every page at 360 and 1280 px, light and dark, the whole page."""
    from playwright.sync_api import sync_playwright

    from tests.browsers import DESKTOP, PHONE, find_browser

    shots = folder / "shots"
    shots.mkdir(parents=True, exist_ok=True)
    with served(_by_name(pages)) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=find_browser())
        for size in (PHONE, DESKTOP):
            for scheme in ("light", "dark"):
                context = browser.new_context(viewport=size, color_scheme=scheme)
                page = context.new_page()
                for name in pages:
                    page.goto(f"{address}/{name}")
                    whole = page.evaluate("document.documentElement.scrollHeight")
                    tall = max(size["height"], whole)  # so that the tabs stand at the foot
                    page.set_viewport_size({"width": size["width"], "height": tall})
                    page.screenshot(path=shots / f"{name}-{size['width']}-{scheme}.png")
                    page.set_viewport_size(size)
                context.close()
        browser.close()


def _by_name(pages: Mapping[str, str]) -> Pages:
    return lambda path: pages.get(path.strip("/"))


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    screens = import_module("tests.web.screens")  # tests are no part of what mypy checks here
    parser = argparse.ArgumentParser(description="Write, photograph or serve every screen.")
    parser.add_argument("names", nargs="*", help="screens; all without any")
    parser.add_argument("--to", type=Path, default=ROOT / "test-results" / "screens")
    parser.add_argument("--shots", action="store_true", help="photograph them too")
    parser.add_argument("--serve", type=int, metavar="PORT", help="serve them instead")
    asked = parser.parse_args(arguments)
    pages = {name: screens.get(name).page for name in asked.names or screens.names()}
    if asked.serve is not None:
        with served(_by_name(pages), asked.serve) as address:
            print("\n".join(f"{address}/{name}" for name in pages))
            threading.Event().wait()
    write(pages, asked.to)
    if asked.shots:
        photograph(pages, asked.to)
    print(f"{len(pages)} screens in {asked.to}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
