"""A key store for tests, shared by processes: a keyring backend in a JSON file that the environment names."""

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend


class FileKeyring(KeyringBackend):
    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._path = Path(os.environ["ROBEXACT_TEST_KEYRING"])

    def get_password(self, service: str, username: str) -> str | None:
        return self._held().get(f"{service}:{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self._keep({**self._held(), f"{service}:{username}": password})

    def delete_password(self, service: str, username: str) -> None:
        held = self._held()
        held.pop(f"{service}:{username}", None)
        self._keep(held)

    def _held(self) -> dict[str, str]:
        return json.loads(self._path.read_text("utf-8")) if self._path.exists() else {}

    def _keep(self, held: dict[str, str]) -> None:
        beside = self._path.with_suffix(".new")
        beside.write_text(json.dumps(held), "utf-8")
        os.replace(beside, self._path)
