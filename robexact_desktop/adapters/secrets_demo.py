"""The demo's key store: imaginary secrets of an imaginary company, in the demo's own folder. Never used otherwise."""

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class DemoKeyring(KeyringBackend):
    """A keyring backend in one JSON file, replaced as a whole by each write."""

    priority = -1.0  # never chosen by a search

    def __init__(self, path: Path) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring has no annotation there
        self._path = path

    def get_password(self, service: str, username: str) -> str | None:
        return self._held().get(f"{service}:{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self._replace({**self._held(), f"{service}:{username}": password})

    def delete_password(self, service: str, username: str) -> None:
        held = self._held()
        if held.pop(f"{service}:{username}", None) is None:
            raise PasswordDeleteError("not held")
        self._replace(held)

    def _held(self) -> dict[str, str]:
        try:
            held = json.loads(self._path.read_text("utf-8"))
        except (FileNotFoundError, ValueError):
            return {}
        return held if isinstance(held, dict) else {}

    def _replace(self, held: dict[str, str]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(".new")
        beside.write_text(json.dumps(held, indent=1), "utf-8")
        os.replace(beside, self._path)


def uses_own_backend() -> bool:
    """Whether the demo may use its file: not where the environment names a backend."""
    return not os.environ.get("PYTHON_KEYRING_BACKEND")
