"""People and running consults."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the two tables of the first release."""
    op.create_table(
        "people",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(8)),
        sa.Column("notice_version", sa.Integer()),
        sa.Column("notice_accepted_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("user_id"),
    )
    op.create_table(
        "running_consults",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("screen", sa.String(80), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id"),
    )
    op.create_index(
        "ix_running_consults_unshown",
        "running_consults",
        ["updated_at"],
        sqlite_where=sa.text("shown = false"),
        postgresql_where=sa.text("shown = false"),
    )


def downgrade() -> None:
    """Take both tables away."""
    op.drop_index("ix_running_consults_unshown", table_name="running_consults")
    op.drop_table("running_consults")
    op.drop_table("people")
