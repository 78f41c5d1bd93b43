"""What a server has stored, read beside it: did a try change anything?"""

import sqlite3
from hashlib import sha256

from tests.live.served import Served

# What moves by itself: the server's sign of life; when a link was last used.
BESIDE = {"settings": "where key in ('secret_key', 'console_token')"}
COLUMNS = {"links": "link, session, role, label, digest, made_at, revoked_at"}


def stored(served: Served) -> str:
    """A mark of everything in the database: events, roster, links, and what else there will be."""
    database = served.folder / "distant-war.db"
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=20)
    try:
        connection.execute("begin")
        tables = connection.execute("select name from sqlite_master where type = 'table'")
        return sha256(
            "\n".join(_table(connection, name) for (name,) in sorted(tables.fetchall())).encode()
        ).hexdigest()
    finally:
        connection.close()


def _table(connection: sqlite3.Connection, name: str) -> str:
    wanted, where = COLUMNS.get(name, "*"), BESIDE.get(name, "")
    rows = connection.execute(f"select {wanted} from {name} {where} order by 1, 2")
    return f"{name}: {rows.fetchall()!r}"
