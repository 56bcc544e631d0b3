"""The tables, as the newest migration leaves them."""

from datetime import UTC, datetime

from sqlalchemy import BigInteger, Column, DateTime, Dialect, Index, String, false
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

REVISION = "0001"
"""The migration that these tables belong to."""

SCREEN_LENGTH = 80
"""A button's 64 bytes, which hold case code and view, and the language."""

LANGUAGE_LENGTH = 8


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


class PersonRow(SQLModel, table=True):
    """What one person has chosen and accepted."""

    __tablename__ = "people"

    user_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    language: str | None = Field(sa_column=Column(String(LANGUAGE_LENGTH)))
    notice_version: int | None
    notice_accepted_at: datetime | None = Field(sa_column=Column(UtcDateTime))


class RunningConsultRow(SQLModel, table=True):
    """The newest screen of one consult message, and whether it has been shown."""

    __tablename__ = "running_consults"

    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    message_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    screen: str = Field(sa_column=Column(String(SCREEN_LENGTH), nullable=False))
    revision: int
    shown: bool
    updated_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))


METADATA = SQLModel.metadata
PEOPLE = METADATA.tables["people"]
RUNNING_CONSULTS = METADATA.tables["running_consults"]

# Only the few rows that wait to be shown are indexed, so an ordinary tap pays next to nothing.
Index(
    "ix_running_consults_unshown",
    RUNNING_CONSULTS.c.updated_at,
    sqlite_where=RUNNING_CONSULTS.c.shown == false(),
    postgresql_where=RUNNING_CONSULTS.c.shown == false(),
)
