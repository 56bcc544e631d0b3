"""What the bot reads of an update, and what each part of it has to be.

The library makes an update of anything with the right names. A number for a text, half a character,
an id that no column can hold: each would come to light somewhere behind, as a mistake of ours. So
all of it is looked at here, at the door. What the bot does not read may be whatever it is.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field


def _encodable(text: str) -> str:
    text.encode()  # half of a character that takes two cannot be: a ValueError
    return text


Text = Annotated[str, AfterValidator(_encodable)]
Id = Annotated[int, Field(ge=-(2**63), lt=2**63)]


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, cache_strings="none")


class PersonShape(_Part):
    """Who sent something."""

    id: Annotated[int, Field(ge=0, lt=2**63)]
    language_code: Text | None = None


class ChatShape(_Part):
    """Where something was sent."""

    id: Id
    type: Text


class ButtonShape(_Part):
    """A button under a message."""

    callback_data: Text | None = None


class KeyboardShape(_Part):
    """The buttons under a message."""

    inline_keyboard: list[list[ButtonShape]] = []


class PlaceShape(_Part):
    """Where a message stands: of one whose button was tapped nothing else is read."""

    message_id: Id
    chat: ChatShape


class MessageShape(PlaceShape):
    """A message that was written."""

    sender: PersonShape | None = Field(None, alias="from")
    text: Text | None = None
    reply_to_message: MessageShape | None = None
    reply_markup: KeyboardShape | None = None


class TapShape(_Part):
    """A tap on a button."""

    id: Text
    sender: PersonShape = Field(alias="from")
    message: PlaceShape | None = None
    data: Text | None = None


class InlineShape(_Part):
    """What was written behind the bot's name."""

    id: Text
    sender: PersonShape = Field(alias="from")
    query: Text


class UpdateShape(_Part):
    """An update of a kind that the bot asks for; `bot.telegram.updates.UPDATES` names them."""

    update_id: Id
    message: MessageShape | None = None
    callback_query: TapShape | None = None
    inline_query: InlineShape | None = None
