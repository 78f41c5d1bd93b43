"""`run.py doctor`: what could go wrong in class, found out before it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from game.web.doctor import MEND, WORDS, Finding
from game.web.doctor.examine import examine


@click.command("doctor")
@click.option("--host", default="0.0.0.0", show_default=True, help="As for serve.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--data", default="data", show_default=True, help="Folder of the database.")
@click.option("--address", default="", help="What students will type, as for serve.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def command(host: str, port: int, data: str, address: str, as_json: bool) -> None:
    """Look at machine, disk and network. Exit status 1 if something is to be mended."""
    findings = examine(host, port, Path(data), address)
    well = all(finding.state != MEND for finding in findings)
    if as_json:
        told = {"fine": well, "findings": [asdict(finding) for finding in findings]}
        click.echo(json.dumps(told, indent=1))
    else:
        click.echo("\n".join(lines(findings)))
    raise SystemExit(0 if well else 1)


def lines(findings: Sequence[Finding]) -> Iterator[str]:
    """A sign, a word, the fact; below it what to do."""
    for finding in findings:
        sign, word = WORDS[finding.state]
        yield f"{sign} {word}  {finding.fact}"
        if finding.todo:
            yield f"        {finding.todo}"
    count = sum(finding.state == MEND for finding in findings)
    yield ""
    yield "Ready for a class." if not count else f"To mend before a class: {count}."
