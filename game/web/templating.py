"""The Jinja environment of every page, independent of Flask, and the little it adds to Jinja.

Templates escape by themselves; what a scenario's author writes as Markdown becomes HTML here and
nowhere else, cleaned after it was made.
"""

import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import nh3
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from game.core.vocabulary import Distance
from game.web.charts.icons import arrow, seen, sign
from game.web.charts.marks import UNKNOWN, mark
from game.web.charts.tally import tally
from game.web.paths import PATHS
from game.web.wording import asked, figures, words

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
STATIC = ROOT / "static"
TAGS = {"p", "em", "strong", "ul", "ol", "li", "blockquote", "a", "br", "hr", "code", "h3", "h4"}

_markdown = MarkdownIt("commonmark", {"html": False})
_versions: dict[str, tuple[int, str]] = {}


def static(path: str) -> str:
    """The address of a file we serve, with its content's hash: a new file is a new address."""
    file = STATIC / path
    changed = file.stat().st_mtime_ns
    known = _versions.get(path)
    if known is None or known[0] != changed:
        known = (changed, hashlib.sha256(file.read_bytes()).hexdigest()[:12])
        _versions[path] = known
    return f"/static/{path}?v={known[1]}"


@lru_cache(maxsize=512)
def markdown(source: str) -> Markup:
    """CommonMark without raw HTML, then cleaned: an author's slip must not open a door."""
    return Markup(nh3.clean(_markdown.render(source), tags=TAGS))


@lru_cache(maxsize=512)
def paragraphs(source: str) -> tuple[str, ...]:
    """Plain text at its blank lines."""
    return tuple(part.strip() for part in re.split(r"\n\s*\n", source) if part.strip())


def outline(distance: Distance | None, size: int = 16) -> Markup:
    """The mark of an ally as play shows it: near or far, and never which way it went."""
    return mark(UNKNOWN, distance, size)


def environment() -> Environment:
    """A fresh environment; compiled templates are kept for its lifetime."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    env.globals.update(
        paths=PATHS,
        static=static,
        arrow=arrow,
        sign=sign,
        seen=seen,
        mark=mark,
        outline=outline,
        tally=tally,
        confidences=words.CONFIDENCES,
        asks=asked,
    )
    env.filters.update(
        markdown=markdown,
        paragraphs=paragraphs,
        plain=figures.plain,
        signed=figures.signed,
        listed=figures.listed,
        capital=figures.capital,
        of=figures.of,
        spelt=figures.spelt,
        units=figures.units,
    )
    return env


ENV = environment()


def render(template: str, **context: object) -> str:
    """A template, filled."""
    return ENV.get_template(template).render(**context)


def trusted(regions: Mapping[str, str]) -> dict[str, Markup]:
    """Regions that came from our own templates, to stand in a page as they are."""
    return {name: Markup(html) for name, html in regions.items()}
