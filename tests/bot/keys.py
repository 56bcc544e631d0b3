"""Keys for records that nobody needs to keep secret."""

from base64 import b64decode

from bot.storage.cipher import Cipher

KEY = "a2V5IG9mIHRoZSB0ZXN0cywga2V5IG9mIHRoZW0gYWw="
"""What the tests encrypt with, as `TACE_ENCRYPTION_KEYS` has it."""

OTHER_KEY = "b3RoZXIga2V5IG9mIHRoZSB0ZXN0cywgbm90IHRoYXQ="

CIPHER = Cipher([b64decode(KEY)])
