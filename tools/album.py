"""An album of screenshots: each screen in its sizes and schemes, and an index in Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, ViewportSize

from tools.png import smaller

PHONE: ViewportSize = {"width": 360, "height": 640}
DESK: ViewportSize = {"width": 1280, "height": 800}
WALL: ViewportSize = {"width": 1280, "height": 720}
Shots = Sequence[tuple[ViewportSize, str]]

ON_PHONES: Shots = ((PHONE, "light"), (PHONE, "dark"), (DESK, "light"), (DESK, "dark"))
ON_DESKS: Shots = ((DESK, "light"), (DESK, "dark"), (PHONE, "light"), (PHONE, "dark"))
ON_WALLS: Shots = ((WALL, "light"), (WALL, "dark"), (PHONE, "light"), (PHONE, "dark"))
UNFOCUSED = "document.querySelector('dialog[open]') || document.activeElement?.blur()"
LONGEST = 2600  # px; a debrief to be read on a phone is longer
TALLEST = "document.documentElement.scrollHeight"
HEAD = """# Screenshots

Made by `.venv/bin/python -m tools.screenshots` from a session that is really played. Do not edit by
hand. Click a picture to see it in full.
"""


@dataclass
class Album:
    """The pictures taken so far, by chapter and screen, in their order."""

    folder: Path
    taken: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def take(self, chapter: str, screen: str, page: Page, shots: Shots) -> None:
        """The whole page in these sizes and schemes; afterwards it is as it was."""
        before = page.viewport_size
        names = self.taken.setdefault(chapter, {}).setdefault(screen, [])
        page.evaluate(UNFOCUSED)
        for size, scheme in shots:
            name = f"{screen}-{size['width']}-{scheme}.png"
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            stretch(page, size)
            page.mouse.move(0, 0)
            page.screenshot(path=self.folder / name)
            if name not in names:
                names.append(name)
        page.emulate_media(color_scheme="light")
        if before:
            page.set_viewport_size(before)

    def close(self) -> None:
        """Write the index, make the pictures small, and remove what is no longer taken."""
        kept = {
            name for screens in self.taken.values() for names in screens.values() for name in names
        }
        for path in self.folder.glob("*.png"):
            if path.name in kept:
                path.write_bytes(smaller(path.read_bytes()))
            else:
                path.unlink()
        (self.folder / "README.md").write_text("\n".join(self._lines()) + "\n", "utf-8")

    def _lines(self) -> Iterator[str]:
        yield HEAD
        for chapter, screens in self.taken.items():
            heads = sorted({_kind(name) for names in screens.values() for name in names})
            yield f"## {chapter}\n"
            yield "| screen | " + " | ".join(heads) + " |"
            yield "|---" * (len(heads) + 1) + "|"
            for screen, names in screens.items():
                yield (
                    f"| {screen} | "
                    + " | ".join(_cell(screen, kind, names) for kind in heads)
                    + " |"
                )
            yield ""


def stretch(page: Page, size: ViewportSize) -> None:
    """As tall as all there is to see, so that what stands at the foot stands there."""
    page.set_viewport_size(size)
    tall = min(LONGEST, max(size["height"], int(page.evaluate(TALLEST))))
    if size is not WALL:
        page.set_viewport_size({"width": size["width"], "height": tall})


def _kind(name: str) -> str:
    """360 light."""
    return " ".join(name.removesuffix(".png").split("-")[-2:])


def _cell(screen: str, kind: str, names: list[str]) -> str:
    found = [name for name in names if _kind(name) == kind]
    if not found:
        return ""
    return f'<a href="{found[0]}"><img src="{found[0]}" alt="{screen}, {kind}" width="180"></a>'
