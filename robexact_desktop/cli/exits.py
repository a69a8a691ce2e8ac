"""Exit codes: the first that applies of 2, 4, 3, 5, 1, 0 (product.md section 4)."""

from collections.abc import Iterable
from enum import IntEnum

from robexact_desktop.domain.errors import (
    BusyError,
    DatabaseError,
    LimitSpentError,
    NoConflictError,
    RobExactError,
    SettingsError,
    SignInFailedError,
    SignInNeededError,
    UnknownIdError,
    UnreachableError,
    UnreadableError,
)


class Exit(IntEnum):
    DONE = 0
    LEFT_BEHIND = 1
    WRONG_USAGE = 2
    SIGN_IN = 3
    BUSY = 4
    UNREACHABLE = 5


class WrongUsageError(Exception):
    """The command line itself does not fit. `key` is the sentence in `texts`, `facts` fill it."""

    def __init__(self, key: str, **facts: object) -> None:
        self.key = key
        self.facts = facts
        super().__init__(key, facts)


_BY_ERROR: tuple[tuple[type[RobExactError], Exit], ...] = (
    (SettingsError, Exit.WRONG_USAGE),
    (UnknownIdError, Exit.WRONG_USAGE),
    (NoConflictError, Exit.WRONG_USAGE),
    (DatabaseError, Exit.WRONG_USAGE),
    (BusyError, Exit.BUSY),
    (SignInNeededError, Exit.SIGN_IN),
    (SignInFailedError, Exit.SIGN_IN),
    (UnreachableError, Exit.UNREACHABLE),
    (UnreadableError, Exit.UNREACHABLE),
    (LimitSpentError, Exit.UNREACHABLE),
)


ORDER = (Exit.WRONG_USAGE, Exit.BUSY, Exit.SIGN_IN, Exit.UNREACHABLE, Exit.LEFT_BEHIND, Exit.DONE)
"""Of several the first of these."""


def gravest(codes: Iterable[Exit]) -> Exit:
    return min(codes, key=ORDER.index, default=Exit.DONE)


def exit_of(error: RobExactError) -> Exit:
    """The code of an error that ended the command; a refusal counts as something left behind."""
    return next((code for kind, code in _BY_ERROR if isinstance(error, kind)), Exit.LEFT_BEHIND)
