"""An address that somebody sent leads below a path of ours, or nowhere."""

import pytest

from game.web.paths import leads_within

OURS = "/console/s1"


@pytest.mark.parametrize(
    "address", [OURS, f"{OURS}/group/3/at/7/as/A1", f"{OURS}/at/7?tab=cables&size=large"]
)
def test_it_may_lead_below(address):
    assert leads_within(address, OURS)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "//evil.example",
        "https://evil.example/console/s1",
        "/console/s12",
        f"{OURS}/../../wall/X",
        f"{OURS}/a\r\nSet-Cookie: b",
        f"{OURS}/a\\b",
        f"{OURS}/\x00",
        f"{OURS}/a b",
    ],
)
def test_it_leads_nowhere_else(address):
    assert not leads_within(address, OURS)
