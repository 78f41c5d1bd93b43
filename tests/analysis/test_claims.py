"""The claims file: complete, quotable, and careful with its words."""

import re
from hashlib import sha256

import pytest
from ruamel.yaml import YAML

from game.analysis.claims import claims_hash, claims_text

CLAIMS = YAML(typ="safe").load(claims_text())
BY_ID = {claim["id"]: claim for claim in CLAIMS["claims"]}
FIELDS = {
    "id", "name", "family", "sentence", "question", "measure", "unit", "comparison", "expects",
    "source", "against", "smallest_effect",
}  # fmt: skip
BANNED = ("proves?", "confirms?", "refutes?", "disproves?", "significant", "no effect")


def test_eight_claims_in_four_families():
    assert set(BY_ID) == {f"C{number}" for number in range(8)}
    families = {
        family: {claim["id"] for claim in BY_ID.values() if claim["family"] == family}
        for family in CLAIMS["families"]
    }
    assert families == {
        "gauge": {"C0"},
        "primary": {"C1", "C2", "C3"},
        "secondary": {"C4", "C5", "C6"},
        "check": {"C7"},
    }


@pytest.mark.parametrize("claim", BY_ID.values(), ids=list(BY_ID))
def test_every_claim_has_all_its_fields(claim):
    assert set(claim) >= FIELDS
    assert set(claim["comparison"]) == {"D1", "D2", "D3"}
    assert set(claim["expects"]) == {"hrt", "authors"}
    assert set(claim["expects"].values()) <= {"+", "-", "0", "+ or 0"}
    assert claim["source"]["kind"] in ("abstract", "our operationalisation")
    assert claim["source"]["confidence"]
    assert {"hrt", "authors", "both"} == set(claim["against"])
    assert claim["smallest_effect"] > 0


def test_directions_are_those_of_the_design():
    """claims.md section 2."""
    expected = {
        "C1": ("+", "-"), "C2": ("-", "+"), "C3": ("+", "-"), "C4": ("+", "-"), "C5": ("0", "-"),
        "C6": ("+ or 0", "-"), "C7": ("-", "-"), "C0": ("+", "-"),
    }  # fmt: skip
    assert {
        key: (claim["expects"]["hrt"], claim["expects"]["authors"]) for key, claim in BY_ID.items()
    } == expected


def test_smallest_effects_are_those_of_the_design():
    """claims.md 2.5: 5 belief points, .10 hedging, .20 support."""
    assert [BY_ID[key]["smallest_effect"] for key in ("C1", "C2", "C3")] == [5, 0.10, 0.20]


def test_what_goes_beyond_the_abstract_is_marked_as_ours():
    kinds = {key: claim["source"]["kind"] for key, claim in BY_ID.items()}
    assert {key for key, kind in kinds.items() if kind == "abstract"} == {"C1", "C2", "C3"}
    assert "abstract" in CLAIMS["read"]
    assert "not available" in CLAIMS["read"]


def test_no_word_that_claims_too_much():
    for word in BANNED:
        assert not re.search(rf"\b{word}\b", claims_text(), re.IGNORECASE), word


def test_the_hash_is_that_of_the_text():
    assert claims_hash() == sha256(claims_text().encode()).hexdigest()
    assert "\r" not in claims_text()
