"""What an answer looks like: a page of the house for people, a code for programs."""

import requests


def assert_page(answer: requests.Response, status: int, *words: str) -> None:
    """A whole page in the look of the house, with this status and these words."""
    assert answer.status_code == status, answer.text
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "/static/css/" in answer.text
    assert "<h1" in answer.text
    assert_strict(answer)
    assert "Traceback" not in answer.text
    for word in words:
        assert word in answer.text


def assert_code(answer: requests.Response, status: int, code: str) -> None:
    """A code and a sentence."""
    assert answer.status_code == status, answer.text
    assert_strict(answer)
    said = answer.json()
    assert (said["ok"], said["code"]) == (False, code)
    assert said["sentence"].endswith(".")


def brief(value: object) -> str:
    """A name for a test's case: its beginning, and how long it is."""
    return f"{ascii(value)[:24]} {len(str(value))}"


def assert_strict(answer: requests.Response) -> None:
    """Nothing inline runs on it, and nobody frames it; only a seat's page as it was stands in a
    frame of ours, and runs nothing at all."""
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    if answer.url.endswith("/screen") and answer.ok:
        assert "frame-ancestors 'self'; sandbox allow-same-origin" in policy
        assert "script-src" not in policy
    else:
        assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
