"""Errors that a person can act on: each says what is wrong, where, and what to do, and knows its exit code."""


class HabeasError(Exception):
    """Something the operator can understand and mend. `exit_code` is what the command line returns."""

    exit_code = 1


class UsageError(HabeasError):
    """The words of the call are off; nothing was done."""

    exit_code = 2


class InputRefused(HabeasError):
    """The input cannot be taken in. Nothing was written."""

    exit_code = 3


class RefusedByRule(HabeasError):
    """The question has no defensible answer. The refusal itself is the answer, so `answer` is printed on stdout."""

    exit_code = 4

    def __init__(self, message: str, answer: dict[str, object] | None = None) -> None:
        super().__init__(message)
        self.answer = answer or {"refused": message}


class CannotOpen(HabeasError):
    """The register cannot be opened, or a file not written: passphrase, version, disk or file system."""

    exit_code = 5


class DayInvalid(InputRefused, ValueError):
    """A text that names no possible day, such as 31 April."""
