"""Drawings read back: the numbers that lines, bars and units of a debrief stand for."""

import re
from collections import Counter

from bs4 import Tag

PATH = re.compile(r"M([\d.]+) ([\d.]+)(?:L[\d.]+ |V)([\d.]+)$")
LEVEL = re.compile(r"M([\d.]+) ([\d.]+)H([\d.]+)$")
SPOT = re.compile(r"translate\(([\d.]+) ([\d.]+)\)")
Line = tuple[float, float, float]  # x, and two values from 0 to 100


def lines(svg: Tag, faint: bool = False) -> list[tuple[Tag, Line]]:
    """The lines of a belief chart: where they begin, and the beliefs at their ends."""
    foot, top = _scale(svg)
    found = []
    for path in svg.find_all("path"):
        classes, drawn = path["class"], PATH.match(str(path["d"]))
        if drawn and "ink-l" in classes and ("faint" in classes) is faint:
            x, *ends = (float(number) for number in drawn.groups())
            before, after = (100 * (foot - y) / (foot - top) for y in ends)
            found.append((path, (x, before, after)))
    return found


def _scale(svg: Tag) -> tuple[float, float]:
    """The heights of 0 and 100, by the hairlines."""
    levels = [LEVEL.match(str(path["d"])) for path in svg.find_all("path", class_="hair-l")]
    heights = [float(level[2]) for level in levels if level]
    return max(heights), min(heights)


def heading(svg: Tag, x: float) -> str:
    """The bold word over the panel in which `x` lies."""
    words = svg.find_all("text", class_="b")
    return str(min(words, key=lambda word: abs(float(word["x"]) - x)).string)


def numeral(svg: Tag, x: float) -> str:
    """The number of the round that stands under `x`."""
    numbers = [t for t in svg.find_all("text", class_="m") if t.get("text-anchor") == "middle"]
    return str(min(numbers, key=lambda number: abs(float(number["x"]) - x)).string)


def pairs(svg: Tag) -> Counter[tuple[str, int, int, str]]:
    """Each thin line: posture, before, after, and by its end near or far."""
    found: Counter[tuple[str, int, int, str]] = Counter()
    for path, (x, before, after) in lines(svg, faint=True):
        end = path.find_next_sibling()
        distance = "near" if end and end.name == "circle" else "far"
        found[heading(svg, x), round(before), round(after), distance] += 1
    return found


def stacks(svg: Tag) -> list[int]:
    """Units of the patron at the war, at its home, and with each ally, in order; counted."""
    levels = [LEVEL.match(str(path["d"])) for path in svg.find_all("path", class_="shelf")]
    shelves = [tuple(float(number) for number in level.groups()) for level in levels if level]
    counts = [0] * len(shelves)
    for x, y in _standing(svg, "unit"):
        here = [i for i, (left, at, right) in enumerate(shelves) if at == y and left <= x <= right]
        assert len(here) == 1, "a unit stands on no shelf, or on two"
        counts[here[0]] += 1
    return counts


def sent(svg: Tag) -> int:
    """Allies' units at the war."""
    war = LEVEL.match(str(svg.find("path", class_="shelf")["d"]))  # type: ignore[index]
    assert war
    return sum(y == float(war[2]) for _, y in _standing(svg, "ally"))


def _standing(svg: Tag, kind: str) -> list[tuple[float, float]]:
    """Where the units of a kind are."""
    places = [
        SPOT.match(str(mark["transform"]))
        for mark in svg.find_all("g", class_="unit-g")
        if mark.find(class_=kind)
    ]
    return [(float(place[1]), float(place[2])) for place in places if place]
