"""A refusal as Robaws words it: a Spring Boot error body with two keys of its own."""

from collections.abc import Mapping
from datetime import datetime
from http import HTTPStatus
from uuid import NAMESPACE_URL, uuid5

SERVER_VERSION = "5f63357eaf-master"


class Refused(Exception):  # noqa: N818  (a refusal is an answer of the service, not a fault of this program)
    """What Robaws answers in place of what was asked."""

    def __init__(self, status: int, message: str = "", headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = dict(headers or {})


def error_body(refused: Refused, path: str, at: datetime, serial: int) -> dict[str, object]:
    """The keys in the order of the recorded 403; `message` only where there is one."""
    body: dict[str, object] = {
        "timestamp": at.isoformat(timespec="milliseconds"),
        "status": refused.status,
        "error": HTTPStatus(refused.status).phrase,
    }
    if refused.message:
        body["message"] = refused.message
    return body | {
        "path": path,
        # Support asks for this one; derived, so that two runs of a test read the same.
        "correlationId": str(uuid5(NAMESPACE_URL, f"robaws/{at.isoformat()}/{serial}")),
        "serverVersion": SERVER_VERSION,
    }
