"""What the world did: codes and facts, no sentences (`texts` holds those). Our own bugs stay uncaught."""

from enum import StrEnum


class Service(StrEnum):
    ROBAWS = "robaws"
    EXACT = "exact"


class RobExactError(Exception):
    """Something a person can act on. `facts` fill the sentence that `texts` keeps under `code`."""

    code = "error"

    def __init__(self, **facts: object) -> None:
        self.facts = {name: str(value) for name, value in facts.items()}
        super().__init__(self.code, self.facts)


class UnreachableError(RobExactError):
    """A service did not answer a request that may be repeated. Facts: service, reason."""

    code = "unreachable"


class LimitSpentError(RobExactError):
    """The daily limit is spent; nothing is asked before the reset. Facts: service, until."""

    code = "limit_spent"


class SignInNeededError(RobExactError):
    """The login has lapsed or was taken over; only a new consent helps. Facts: service, reason."""

    code = "sign_in_needed"


class SignInFailedError(RobExactError):
    """The consent did not end well: denied, wrong or missing state, silence. Facts: reason."""

    code = "sign_in_failed"


class RefusedError(RobExactError):
    """A service said no to a reading or a write-back. Facts: service, resource, status, message (its own words)."""

    code = "refused"


class UnreadableError(RobExactError):
    """An answer that is not what it should be. Facts: service, resource, reason."""

    code = "unreadable"


class SettingsError(RobExactError):
    """A setting is missing or wrong. Facts: key, reason, and what helps."""

    code = "settings"


class UnknownIdError(RobExactError):
    """An id or code on the command line that does not exist. Facts: what, id."""

    code = "unknown_id"


class NoConflictError(RobExactError):
    """There is nothing to decide about an invoice. Facts: invoice, state."""

    code = "no_conflict"


class BusyError(RobExactError):
    """Another copy of the program works on the same data. Facts: pid."""

    code = "busy"


class DatabaseError(RobExactError):
    """The database cannot be used: newer version, damaged, disk full. Facts: file, reason."""

    code = "database"
