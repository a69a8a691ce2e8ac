"""Answers that a test puts in place of a service's own, and what it asks of a list."""

import json
from collections.abc import Callable
from typing import Any

from werkzeug.wrappers import Response
from world import World


def says(body: object, status: int = 200, **headers: str) -> Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(json.dumps(body), status, named, content_type="application/json")


def exact_refuses(message: str, status: int = 500) -> Response:
    return says({"error": {"code": "", "message": {"lang": "", "value": message}}}, status)


def page() -> Response:
    return Response("<!DOCTYPE html><title>Aanmelden</title>", 200, content_type="text/html")


def when(answer: Callable[[], Response | None], times: int = 1_000, **facts: Any) -> Callable[[Any], Response | None]:
    """A hook that answers the first few requests with these facts, e.g. method="POST", resource="crm/Accounts"."""
    left = iter(range(times))

    def hook(record: Any) -> Response | None:
        fits = all(getattr(record, name) == value for name, value in facts.items())
        return answer() if fits and next(left, None) is not None else None

    return hook


def ready(firm: World, kind: str = "sales", count: int = 1) -> list[str]:
    """Some that wait, without a warning, the oldest first."""
    rows = firm.json("invoices", "--kind", kind, "--state", "ready")
    return [row["id"] for row in rows if not row["problems"]][:count]
