"""Who is there: the language they read, and whether they have accepted the notice."""

from dataclasses import dataclass

from telegram import User

from bot.storage.interface import StorageUnavailable
from bot.storage.opening import Storage
from bot.wording import wording
from conversations.wording import Language, Wording

NOTICE_VERSION = 1
"""Raised whenever the first-use notice says something new; then it is shown again."""


@dataclass(frozen=True)
class Visitor:
    """A person at this moment. `accepted` is false, too, while the records cannot be read."""

    user_id: int
    language: Language
    accepted: bool

    @property
    def wording(self) -> Wording:
        """The wording in the person's language."""
        return wording(self.language)


async def visitor(user: User, storage: Storage) -> Visitor:
    """Return who the user is, as far as the records can tell."""
    telegrams = language_of(user.language_code)
    try:
        person = await storage.people.read(user.id)
    except StorageUnavailable:
        return Visitor(user.id, telegrams, accepted=False)
    chosen = Language(person.language) if person.language in set(Language) else telegrams
    return Visitor(user.id, chosen, person.notice_version == NOTICE_VERSION)


def language_of(code: str | None) -> Language:
    """Return the language of the consult that goes with a language tag of Telegram's."""
    return Language.ZH if (code or "").lower().startswith("zh") else Language.EN
