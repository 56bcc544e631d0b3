"""Everything that is personal or clinical sealed; invitations and the members they bring.

What people had chosen and accepted, and their running consults, are carried over. Going back,
they are not: no row names its person any more. People accept the notice again then, and a consult
goes on from its buttons.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, TypeAlias

import sqlalchemy as sa
from alembic import op
from alembic.context import config

from bot.storage.cipher import Cipher, EncryptionKeyError
from bot.storage.interface import RunningConsult
from bot.storage.people import person_mark, sealed_language, sealed_notice
from bot.storage.sealed_consult import marks, seal
from bot.storage.vault import Vault, unlock

revision = "0002"
down_revision = "0001"

_MARK = sa.LargeBinary(16)
_MOMENT = sa.DateTime(timezone=True)
_OLD_PEOPLE = sa.table(
    "people",
    sa.column("user_id"),
    sa.column("language"),
    sa.column("notice_version"),
    sa.column("notice_accepted_at", _MOMENT),
)
_OLD_CONSULTS = sa.table(
    "running_consults",
    sa.column("chat_id"),
    sa.column("message_id"),
    sa.column("screen"),
    sa.column("revision"),
    sa.column("shown", sa.Boolean()),
    sa.column("updated_at", _MOMENT),
)

_Row: TypeAlias = "sa.Row[*tuple[Any, ...]]"


def upgrade() -> None:
    """Read the old rows, make the tables anew, and write the rows into them sealed."""
    connection = op.get_bind()
    people = connection.execute(sa.select(_OLD_PEOPLE)).all()
    consults = connection.execute(sa.select(_OLD_CONSULTS)).all()
    _drop("running_consults", "people")
    _make_tables()
    if people or consults:
        vault = unlock(connection, _cipher())
        _fill("people", people, lambda row: _person(vault, row))
        _fill("running_consults", consults, lambda row: _consult(vault, row))


def downgrade() -> None:
    """Make the two tables of the first release again, empty."""
    _drop("invitations", "members", "running_consults", "people", "keyring")
    op.create_table(
        "people",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(8)),
        sa.Column("notice_version", sa.Integer()),
        sa.Column("notice_accepted_at", _MOMENT),
        sa.PrimaryKeyConstraint("user_id"),
    )
    op.create_table(
        "running_consults",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("screen", sa.String(80), nullable=False),
        *_progress(),
        sa.PrimaryKeyConstraint("chat_id", "message_id"),
    )
    _index_unshown()


def _make_tables() -> None:
    op.create_table(
        "keyring",
        sa.Column("name", sa.String(16), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "people",
        sa.Column("person", _MARK, nullable=False),
        sa.Column("language", sa.LargeBinary()),
        sa.Column("notice", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("person"),
    )
    op.create_table(
        "running_consults",
        sa.Column("chat", _MARK, nullable=False),
        sa.Column("message", _MARK, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        *_progress(),
        sa.PrimaryKeyConstraint("chat", "message"),
    )
    _index_unshown()
    op.create_table(
        "members",
        sa.Column("person", _MARK, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("person"),
    )
    op.create_table(
        "invitations",
        sa.Column("token", _MARK, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("token"),
    )


def _progress() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=False),
    )


def _index_unshown() -> None:
    op.create_index(
        "ix_running_consults_unshown",
        "running_consults",
        ["updated_at"],
        sqlite_where=sa.text("shown = false"),
        postgresql_where=sa.text("shown = false"),
    )


def _drop(*tables: str) -> None:
    op.drop_index("ix_running_consults_unshown", table_name="running_consults")
    for table in tables:
        op.drop_table(table)


def _cipher() -> Cipher:
    cipher: Cipher | None = config.attributes["cipher"]
    if cipher is None:
        raise EncryptionKeyError("there are rows to be encrypted, and no key is given")
    return cipher


def _fill(name: str, rows: Sequence[_Row], sealed: Callable[[_Row], dict[str, Any]]) -> None:
    if rows:
        table = sa.Table(name, sa.MetaData(), autoload_with=op.get_bind())
        op.bulk_insert(table, [sealed(row) for row in rows])


def _person(vault: Vault, row: _Row) -> dict[str, Any]:
    accepted_at = row.notice_accepted_at
    notice = (
        sealed_notice(vault, row.user_id, row.notice_version, _in_utc(accepted_at))
        if accepted_at
        else None
    )
    return {
        "person": person_mark(vault, row.user_id),
        "language": sealed_language(vault, row.user_id, row.language),
        "notice": notice,
    }


def _consult(vault: Vault, row: _Row) -> dict[str, Any]:
    chat, message = marks(vault, row.chat_id, row.message_id)
    consult = RunningConsult(*row)
    return {"chat": chat, "message": message, **seal(vault, consult)}


def _in_utc(moment: datetime) -> datetime:
    """Give a moment its time zone back, which SQLite does not keep."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
