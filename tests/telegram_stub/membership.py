"""The methods about chats and who is in them."""

from tests.telegram_stub.access import known_chat
from tests.telegram_stub.chats import Chat, Person, Standing
from tests.telegram_stub.parameters import Handler, Parameters
from tests.telegram_stub.refusals import JsonObject, bad_request, forbidden
from tests.telegram_stub.updates import UpdateQueue
from tests.telegram_stub.world import World

_RIGHTS = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)

_GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)


class Membership:
    def __init__(self, world: World, queue: UpdateQueue) -> None:
        self._world = world
        self._queue = queue

    async def get_chat(self, parameters: Parameters) -> JsonObject:
        return self._readable_chat(parameters).to_json() | {
            "accent_color_id": 0,
            "max_reaction_count": 11,
            "accepted_gift_types": dict.fromkeys(_GIFTS, False),
        }

    async def get_chat_member(self, parameters: Parameters) -> JsonObject:
        user_id = parameters.integer("user_id")
        if user_id <= 0:
            raise bad_request("Invalid user_id specified")
        chat = self._readable_chat(parameters)
        if user_id == self._world.bot.id:
            return member(self._world.bot, chat.bot)
        if user_id not in chat.members:
            raise bad_request("Member not found")
        return member(chat.members[user_id], "member")

    async def leave_chat(self, parameters: Parameters) -> bool:
        chat = self._readable_chat(parameters)
        if chat.is_private:
            raise bad_request("Can't leave private chats")
        self.move(chat, self._world.bot, "left")
        return True

    def methods(self) -> dict[str, Handler]:
        return {
            "getChat": self.get_chat,
            "getChatMember": self.get_chat_member,
            "leaveChat": self.leave_chat,
        }

    def move(self, chat: Chat, by: Person, standing: Standing) -> None:
        """Change the bot's standing in a chat and tell the bot who did it."""
        before, chat.bot = chat.bot, standing
        body = {
            "chat": chat.to_json(),
            "from": by.to_json(),
            "date": self._world.clock.date(),
            "old_chat_member": member(self._world.bot, before),
            "new_chat_member": member(self._world.bot, standing),
        }
        self._queue.add("my_chat_member", body)

    def _readable_chat(self, parameters: Parameters) -> Chat:
        chat = known_chat(self._world, parameters)
        if chat.type == "supergroup" and chat.bot == "kicked":
            raise forbidden("bot was kicked from the supergroup chat")
        if chat.type == "supergroup" and chat.bot == "left":
            raise forbidden("bot is not a member of the supergroup chat")
        return chat


def member(person: Person, standing: Standing) -> JsonObject:
    """Return the ChatMember object."""
    body: JsonObject = {"user": person.to_json(), "status": standing}
    if standing == "administrator":
        body |= dict.fromkeys(_RIGHTS, False) | {"can_delete_messages": True}
    if standing == "kicked":
        body["until_date"] = 0
    return body
