"""Settings that cannot be used, told to whoever has to mend them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import ValidationError

PREFIX = "TACE_"


class SettingsError(Exception):
    """One line a problem: the environment variable, what is wrong, how to mend it.

    No line repeats a value: any of them may be a token pasted into the wrong place.
    """

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def as_settings_error(error: ValidationError) -> SettingsError:
    """Name the variable behind each of pydantic's problems."""
    return SettingsError(
        *(
            f"{PREFIX}{str(problem['loc'][0]).upper()}: {problem['msg']}"
            for problem in error.errors(include_input=False, include_context=False)
        )
    )
