"""How Exact refuses: status, words, headers. Every reason is in Dutch, the language of the demo's user."""

from collections.abc import Mapping


class Refused(Exception):  # noqa: N818 - an answer, not a failure of the demo
    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = dict(headers or {})


def business(*messages: str) -> Refused:
    """Validation answers 500, its sentences joined by CR LF (picqer #325)."""
    return Refused(500, "\r\n".join(messages))


def bad_request(message: str) -> Refused:
    return Refused(400, message)


def forbidden(message: str, reason: str = "") -> Refused:
    return Refused(403, f"Forbidden - {message}", {"Reason": reason} if reason else None)


NOT_FOUND = "Resource not found for the segment '{}'."
UNREADABLE_BODY = "Error processing request stream. The request should be a valid top-level resource object."
WRONG_VALUE = (
    "Error processing request stream. Error encountered in converting the value from request payload for property "
    "'{}' to type '{}', which is the property's expected type. See inner exception for more detail."
)
UNKNOWN_PROPERTY = "Error processing request stream. The property name '{}' specified for type '{}' is not valid."
SELECT_NEEDED = "Please add a $select or a $top=1 statement to the query string."
QUERY_SYNTAX = "Error in query syntax."
FILTER_UNSUPPORTED = "This $filter parameter is not supported for this resource"
FILTER_FIELDS = "Filtering on these fields is not supported: {}"
EXISTS = "Gegeven bestaat reeds."
PROCESSED = "Reeds verwerkt"
