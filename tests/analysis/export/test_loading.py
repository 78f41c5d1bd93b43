"""The tables load by the scripts that lie beside them: in pandas, in R, and in LibreOffice.

What everybody wrote is as hostile as tests/analysis/hostile.py can make it.
"""

import csv
import io
import runpy
import shutil
import subprocess
import zipfile
from datetime import datetime
from pathlib import Path

import pandas
import pytest

from game.analysis.codebook import COLUMNS, Column
from game.analysis.export import export_zip
from game.analysis.export.scripts import scripts
from game.analysis.export.scripts.kinds import LONGEST_LABEL, label
from game.analysis.export.scripts.spss import RESERVED
from game.analysis.tables import tables
from tests.analysis.hostile import LONG, TEXTS, hostile

CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
HERE = Path(__file__).parent
STATA_RESERVED = {
    "_all", "_b", "byte", "_coef", "_cons", "double", "float", "if", "in", "int", "long", "_n",
    "_N", "_pi", "_pred", "_rc", "_skip", "str", "strL", "using", "with",
}  # fmt: skip
SPSS_RESERVED = {
    "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with",
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where the zip of the class was unpacked."""
    place = tmp_path_factory.mktemp("unpacked")
    (place / "class.zip").write_bytes(export_zip(hostile(), texts=True))
    with zipfile.ZipFile(place / "class.zip") as packed:
        packed.extractall(place)
    return place


def expected():
    """Table, column and cells as they are before any file format has its say."""
    for table in tables(hostile(), texts=True):
        for column in COLUMNS[table.name]:
            place = table.columns.index(column.name)
            yield table.name, column, [row[place] for row in table.rows]


def test_every_hostile_text_is_in_the_file():
    """Or else nothing would be tested."""
    written = {cell for _, column, cells in expected() if column.name == "text" for cell in cells}
    assert written == set(TEXTS)
    assert len(LONG) == 10_000


@pytest.mark.parametrize("from_zip", [True, False])
def test_pandas_reads_what_was_written(folder, from_zip):
    load = runpy.run_path(str(folder / "load.py"))["load"]
    loaded = load(folder / "class.zip" if from_zip else folder)
    assert list(loaded) == list(COLUMNS)
    for table, column, cells in expected():
        series = loaded[table][column.name]
        assert str(series.dtype) == DTYPES[column.kind], (table, column.name)
        found = [None if pandas.isna(cell) else in_python(column, cell) for cell in series]
        assert found == [as_number(column, cell) for cell in cells], (table, column.name)


DTYPES = {
    "int": "Int64", "float": "float64", "bool": "boolean", "code": "category", "text": "string",
    "list": "string", "time": "datetime64[us, UTC]", "date": "datetime64[us]",
}  # fmt: skip


def in_python(column: Column, cell):
    """A cell of pandas as we write it; moments as milliseconds."""
    return round(cell.timestamp() * 1000) if column.kind in ("time", "date") else cell


def as_number(column: Column, cell):
    """Moments as milliseconds since 1970; all else as it is."""
    if cell is None or column.kind not in ("time", "date"):
        return cell
    iso = cell if column.kind == "time" else f"{cell}T00:00:00Z"
    return round(datetime.fromisoformat(iso).timestamp() * 1000)


@pytest.mark.skipif(
    shutil.which("Rscript") is None, reason="R is not here: apt-get install r-base-core"
)
def test_r_reads_what_was_written(folder):
    done = subprocess.run(
        ["Rscript", "--vanilla", str(HERE / "told.R")],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = {}
    for line in done.stdout.splitlines():
        table, column, kind, *cells = line.split("\t")
        told[table, column] = kind, cells
    for table, column, cells in expected():
        kind, found = told[table, column.name]
        assert kind == CLASSES[column.kind], (table, column.name)
        assert [of_r(column, cell) for cell in found] == [
            as_number(column, cell) for cell in cells
        ], (table, column.name)


CLASSES = {
    "int": "numeric", "float": "numeric", "bool": "logical", "code": "factor", "text": "character",
    "list": "character", "time": "POSIXct", "date": "Date",
}  # fmt: skip


def of_r(column: Column, told: str):
    """A cell as told.R writes it: a number, or the bytes of a text in UTF-8."""
    if told == "NA":
        return None
    if column.kind in ("text", "list", "code"):
        return bytes.fromhex(told).decode()
    return float(told)


@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="apt-get install libreoffice-calc, and run -m slow"
)
def test_libreoffice_reads_what_was_written(folder):
    """From the workbook all but carriage returns, which no spreadsheet keeps; from the CSV files
    all but those, and texts that look like a number."""
    tables_of = ("rationales", "messages", "answers", "ally_rounds", "wide")
    converted(folder, "book", f"{CSV},false,false,-1", ["workbook.xlsx"])
    converted(folder, "csv", CSV, [f"{name}.csv" for name in tables_of])
    for name in tables_of:
        written = rows(folder / f"{name}.csv")
        for row in written:
            row[:] = [cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row]
        again = rows(folder / "csv" / f"{name}.csv")
        numbers = {"0012": "12", "1e5": "100000"}
        assert again == [[numbers.get(cell, cell) for cell in row] for row in written]
        sheet = rows(folder / "book" / f"workbook-{name}.csv")
        assert [[cell.replace("\r", "\n") for cell in row] for row in sheet] == [
            [cell.removeprefix("'") for cell in row] for row in written
        ]


def converted(folder: Path, to: str, kind: str, files: list[str]) -> None:
    """By LibreOffice, without a window."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    reading = ["--infilter=CSV:44,34,76,1"] if files[0].endswith(".csv") else []
    how = [*reading, "--convert-to", kind, "--outdir", str(folder / to)]
    command = ["soffice", profile, "--headless", *how, *files]
    subprocess.run(command, cwd=folder, capture_output=True, check=True)


def rows(file: Path) -> list[list[str]]:
    """By the strict reader of Python."""
    return list(csv.reader(io.StringIO(file.read_bytes().decode(), newline=""), strict=True))


def test_the_scripts_for_stata_and_spss_name_every_column():
    """Under names that these programs allow, with labels as long as they may be."""
    stata, spss = (scripts()[name].decode() for name in ("load.do", "load.sps"))
    for table, columns in COLUMNS.items():
        parts = stata.split(f'using "{table}.csv"')[1].split(f'save "{table}.dta"')[0]
        for column in columns:
            assert f'label variable {column.name} "{label(column)}"' in parts
            assert len(label(column)) <= LONGEST_LABEL
            assert len(column.name) <= 32
            assert column.name not in STATA_RESERVED
            assert column.name.lower() not in SPSS_RESERVED - set(RESERVED)
        assert f'SAVE OUTFILE="{table}.sav"' in spss
        for column in columns if f'FILE="{table}.csv"' in spss else ():
            assert f'VARIABLE LABELS {RESERVED.get(column.name, column.name)} "' in spss
