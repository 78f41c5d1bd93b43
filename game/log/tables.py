"""The tables. Rows of `events` are only ever added; names live in `roster` and `enrolled` alone and
can be erased.

Portable SQL: SQLite by default, PostgreSQL later, through SQLAlchemy Core.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

# 2 adds `enrolled` and `retention`, 3 `archive` and `archive_files`, 4 what reviewers write down
# and bring; older databases get them.
SCHEMA_VERSION = 4

metadata = MetaData()

events = Table(
    "events",
    metadata,
    Column("stream", String(64), nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("version", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),  # UTC, milliseconds
    Column("command_id", String(128)),  # a participant and the id its page made
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("stream", "position"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("session", String(32), primary_key=True),
    Column("code", String(12), nullable=False, unique=True),
    Column("created_at", BigInteger, nullable=False),
)

documents = Table(  # scenario and claims files as played, by the SHA-256 that the log pins
    "documents",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("text", Text, nullable=False),
)

roster = Table(
    "roster",
    metadata,
    Column("session", String(32), nullable=False),
    Column("participant", String(32), nullable=False),
    Column("name", String(80), nullable=False),
    Column("return_number", String(8), nullable=False),
    Column("consent", Boolean),
    Column("joined_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("session", "participant"),
)

links = Table(  # what opens a session to somebody else; the secrets themselves are kept nowhere
    "links",
    metadata,
    Column("link", String(16), primary_key=True),
    Column("session", String(32), nullable=False),
    Column("role", String(20), nullable=False),
    Column("label", String(80), nullable=False),
    Column("digest", String(64), nullable=False, unique=True),  # SHA-256 of the secret
    Column("made_at", BigInteger, nullable=False),
    Column("revoked_at", BigInteger),
    Column("used_at", BigInteger),
)

enrolled = Table(  # the class list that the instructor brought, line by line
    "enrolled",
    metadata,
    Column("session", String(32), nullable=False),
    Column("line", Integer, nullable=False),
    Column("student_id", String(80), nullable=False),
    Column("name", String(80), nullable=False),
    Column("email", String(254), nullable=False),
    Column("login", String(254), nullable=False),  # Canvas' SIS Login ID
    Column("canvas_id", String(32), nullable=False),  # Canvas' own number
    Column("section", String(200), nullable=False),
    Column("extra_time", Integer, nullable=False),  # percent
    Column("participant", String(32)),  # who came in under this line
    PrimaryKeyConstraint("session", "line"),
)

retention = Table(  # UTC, milliseconds; a moment that is None never comes
    "retention",
    metadata,
    Column("session", String(32), primary_key=True),
    Column("names_until", BigInteger),
    Column("all_until", BigInteger),
    Column("names_erased_at", BigInteger),
)

archive = Table(  # evidence over the years: classes of this server that ended, and imported ones
    "archive",
    metadata,
    Column("session", String(32), primary_key=True),
    Column("own", Boolean, nullable=False),
    Column("title", String(80), nullable=False),
    Column("played_at", BigInteger, nullable=False),
    Column("closed_at", BigInteger, nullable=False),  # when it ended; an import: when it came
    Column("scenario", String(64), nullable=False),  # its hash
    Column("design", String(12), nullable=False),
    Column("facts", Text, nullable=False),  # JSON: what else is known, and the estimates
)

archive_files = Table(  # the tables of such a class, as CSV, for what is computed over all of them
    "archive_files",
    metadata,
    Column("session", String(32), nullable=False),
    Column("name", String(40), nullable=False),
    Column("text", Text, nullable=False),
    PrimaryKeyConstraint("session", "name"),
)

notes = Table(  # what reviewers pinned to an event, or (position 0) to a group
    "notes",
    metadata,
    Column("note", String(16), primary_key=True),
    Column("session", String(32), nullable=False),
    Column("number", Integer, nullable=False),  # of the group
    Column("position", Integer, nullable=False),
    Column("round", Integer),
    Column("stage", String(20)),
    Column("owner", String(16), nullable=False),  # the link's id; empty: the instructor
    Column("author", String(80), nullable=False),  # the link's label, as it was then
    Column("tags", Text, nullable=False),  # JSON
    Column("text", Text, nullable=False),
    Column("written_at", BigInteger, nullable=False),
    Column("changed_at", BigInteger),
)

codebooks = Table(  # how texts of a session are coded; `kind`: reasons or messages
    "codebooks",
    metadata,
    Column("session", String(32), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("version", Integer, nullable=False),
    Column("codes", Text, nullable=False),  # JSON: code, meaning, example
    Column("shared", Integer, nullable=False),  # how many texts all coders code
    Column("parts", Integer, nullable=False),  # among how many coders the others are shared out
    Column("seed", String(64), nullable=False),  # of all that is drawn
    Column("made_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("session", "kind", "version"),
)

coders = Table(  # who codes under a version of the codebook
    "coders",
    metadata,
    Column("session", String(32), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("version", Integer, nullable=False),
    Column("coder", String(40), nullable=False),  # a link's id, `instructor`, or of a file
    Column("name", String(80), nullable=False),
    Column("place", Integer, nullable=False),  # as which coder they came, from 0
    Column("blind", Boolean, nullable=False),
    Column("started_at", BigInteger, nullable=False),
    Column("closed_at", BigInteger),  # since when their codes of the shared texts stay
    PrimaryKeyConstraint("session", "kind", "version", "coder"),
)

codes = Table(  # first codes, as given; an empty code is a text that was left open
    "codes",
    metadata,
    Column("session", String(32), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("version", Integer, nullable=False),
    Column("coder", String(40), nullable=False),
    Column("text_id", String(96), nullable=False),
    Column("code", String(40), nullable=False),
    Column("memo", Text, nullable=False),
    Column("coded_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("session", "kind", "version", "coder", "text_id"),
)

settled = Table(  # what was agreed on afterwards, apart from the first codes; the last one counts
    "settled",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("session", String(32), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("version", Integer, nullable=False),
    Column("text_id", String(96), nullable=False),
    Column("code", String(40), nullable=False),
    Column("settled_by", String(80), nullable=False),
    Column("at", BigInteger, nullable=False),
)

imported = Table(  # sessions played elsewhere: the zip as it came, and what is known of it
    "imported",
    metadata,
    Column("session", String(32), primary_key=True),
    Column("title", String(80), nullable=False),
    Column("played_at", BigInteger, nullable=False),
    Column("imported_at", BigInteger, nullable=False),
    Column("facts", Text, nullable=False),  # JSON: what the library lists
    Column("file", LargeBinary, nullable=False),
)

settings = Table(
    "settings",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
