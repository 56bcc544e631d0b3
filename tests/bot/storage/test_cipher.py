"""Encryption: what it hides, what it refuses."""

import pytest

from bot.storage.cipher import Cipher, EncryptionKeyError

OLD, NEW = b"o" * 32, b"n" * 32


def test_what_is_encrypted_decrypts_and_shows_nothing_of_itself() -> None:
    cipher = Cipher([OLD])
    sealed = cipher.encrypt(b"unmistakable", b"here")

    assert cipher.decrypt(sealed, b"here") == b"unmistakable"
    assert b"unmistakable" not in sealed
    assert len(sealed) == len(b"unmistakable") + 32


def test_the_same_value_looks_different_each_time() -> None:
    cipher = Cipher([OLD])

    assert cipher.encrypt(b"yes", b"here") != cipher.encrypt(b"yes", b"here")


def test_the_first_key_encrypts_and_all_decrypt() -> None:
    before, after = Cipher([OLD]), Cipher([NEW, OLD])
    sealed = before.encrypt(b"kept", b"here")

    assert after.decrypt(sealed, b"here") == b"kept"
    assert not after.is_newest(sealed)
    again = after.encrypt(b"kept", b"here")
    assert after.is_newest(again)
    with pytest.raises(EncryptionKeyError, match="not among these"):
        before.decrypt(again, b"here")


def test_a_value_moved_to_another_row_does_not_decrypt() -> None:
    cipher = Cipher([OLD])

    with pytest.raises(EncryptionKeyError, match="altered"):
        cipher.decrypt(cipher.encrypt(b"yes", b"here"), b"there")


@pytest.mark.parametrize("place", [4, 15, 16, -1])
def test_an_altered_value_does_not_decrypt(place: int) -> None:
    cipher = Cipher([OLD])
    sealed = bytearray(cipher.encrypt(b"yes", b"here"))
    sealed[place] ^= 1

    with pytest.raises(EncryptionKeyError, match="altered"):
        cipher.decrypt(bytes(sealed), b"here")


@pytest.mark.parametrize("left", [0, 3, 10, 20])
def test_a_value_cut_short_does_not_decrypt(left: int) -> None:
    cipher = Cipher([OLD])
    sealed = cipher.encrypt(b"yes", b"here")

    with pytest.raises(EncryptionKeyError):
        cipher.decrypt(sealed[:left], b"here")
