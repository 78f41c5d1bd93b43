"""Files made to hurt: small ones that would grow, deep ones, long ones. All are answered soon."""

from time import perf_counter

import pytest

from game.authoring import load_text

BOMB = (
    "a: &a ["
    + "x," * 9
    + "]\n"
    + "".join(
        f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
)
PAYLOADS = {
    "bomb": BOMB,
    "merge bomb": "a: &a {b: c}\n" + "d: {<<: *a}\n" * 2000,
    "deep brackets": "a: " + "[" * 100_000,
    "deep braces": "a: " + "{b: " * 50_000,
    "deep blocks": "".join(" " * n + "a:\n" for n in range(700)),
    "deep dashes": "- " * 100_000,
    "questions": "? " * 100_000,
    "many keys": "".join(f"key{n}: x\n" for n in range(30_000)),
    "many tabs": "\ta: b\n" * 50_000,
    "many colons": "a: b: c\n" * 20_000,
    "many quotes": 'a: "\n' * 50_000,
    "one long line": "a: " + "b " * 200_000,
    "one long key": "x" * 400_000 + ": y\n",
    "anchors": "".join(f"a{n}: &a{n} x\n" for n in range(30_000)),
    "control characters": "\x01" * 400_000,
    "unknown sources": "patron: {sources: [" + ",".join(f"s{n}" for n in range(15_000)) + "]}",
    "unknown everything": "sources:\n"
    + "".join(f"  - {{id: s{n}}}\n" for n in range(3000))
    + "record:\n"
    + "".join(f"  - {{actor: a{n}, sources: [t{n}]}}\n" for n in range(3000)),
}


@pytest.mark.hostile
@pytest.mark.parametrize("name", PAYLOADS)
def test_a_hostile_file_is_answered_within_seconds(name):
    """Never an exception and never a long wait, whatever half a megabyte contains."""
    payload = PAYLOADS[name]
    assert len(payload) <= 512 * 1024

    begun = perf_counter()
    read = load_text(payload, "hostile.yaml")
    seconds = perf_counter() - begun

    assert read.scenario is None
    assert read.errors
    assert len(read.problems) <= 101
    assert seconds < 20, f"{seconds:.1f} s"
