"""The tables, as the newest migration leaves them.

No column holds an id, an answer or a choice as it is: `bot.storage.vault` says what stands there.
"""

from datetime import UTC, datetime

from sqlalchemy import Column, DateTime, Dialect, Index, LargeBinary, String, false
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

REVISION = "0002"
"""The migration that these tables belong to."""

MARK_BYTES = 16
"""The length of a keyed hash that a row is looked up by."""


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC, read back with its time zone also from SQLite, which keeps none."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn any time zone into UTC; a time without one is a mistake of the caller."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time stamp needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the stored moment its time zone back."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _mark() -> Column[bytes]:
    return Column(LargeBinary(MARK_BYTES), primary_key=True)


def _sealed(*, nullable: bool = False) -> Column[bytes]:
    return Column(LargeBinary, nullable=nullable)


class KeyringRow(SQLModel, table=True):
    """A secret of this database, sealed; it also tells whether the right keys are in use."""

    __tablename__ = "keyring"

    name: str = Field(sa_column=Column(String(16), primary_key=True))
    sealed: bytes = Field(sa_column=_sealed())


class PersonRow(SQLModel, table=True):
    """What one person has chosen and accepted. Each column is sealed by itself, or not yet set."""

    __tablename__ = "people"

    person: bytes = Field(sa_column=_mark())
    language: bytes | None = Field(sa_column=_sealed(nullable=True))
    notice: bytes | None = Field(sa_column=_sealed(nullable=True))


class RunningConsultRow(SQLModel, table=True):
    """The newest screen of one consult message, and whether it has been shown.

    Chat, message and screen are sealed together.
    """

    __tablename__ = "running_consults"

    chat: bytes = Field(sa_column=_mark())
    message: bytes = Field(sa_column=_mark())
    sealed: bytes = Field(sa_column=_sealed())
    revision: int
    shown: bool
    updated_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))


class MemberRow(SQLModel, table=True):
    """Somebody who came by an invitation: who, as what, and since when, sealed together."""

    __tablename__ = "members"

    person: bytes = Field(sa_column=_mark())
    sealed: bytes = Field(sa_column=_sealed())


class InvitationRow(SQLModel, table=True):
    """An invitation that nobody has used yet, by a keyed hash of its token."""

    __tablename__ = "invitations"

    token: bytes = Field(sa_column=_mark())
    sealed: bytes = Field(sa_column=_sealed())
    expires_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))


METADATA = SQLModel.metadata
KEYRING = METADATA.tables["keyring"]
PEOPLE = METADATA.tables["people"]
RUNNING_CONSULTS = METADATA.tables["running_consults"]
MEMBERS = METADATA.tables["members"]
INVITATIONS = METADATA.tables["invitations"]

# Only the few rows that wait to be shown are indexed, so an ordinary tap pays next to nothing. From
# here SQLite's files alone are made; to say the same for PostgreSQL would load its dialect always.
Index(
    "ix_running_consults_unshown",
    RUNNING_CONSULTS.c.updated_at,
    sqlite_where=RUNNING_CONSULTS.c.shown == false(),
)
