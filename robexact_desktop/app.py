"""Composition root: which office opens, on which folder, with which key store."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from robexact_desktop.adapters.folders import data_folder
from robexact_desktop.adapters.lock import InstanceLock
from robexact_desktop.adapters.secrets import KeyringSecrets, platform_secrets
from robexact_desktop.adapters.secrets_demo import DemoKeyring, uses_own_backend
from robexact_desktop.office import Office

DEMO_FOLDER = "demo"
"""Beside the real data, never among them."""


@contextmanager
def open_office(folder: Path | None, *, demo: bool = False, reset: bool = False) -> Iterator[Office]:
    """The office of a data folder (None: the platform's own). Raises DatabaseError, BusyError, SettingsError."""
    home = data_folder(folder)
    if not demo:
        yield Office(home, platform_secrets)
        return
    from robexact_desktop.demo_office import DemoOffice  # the demo's servers: not needed to do real work

    home = data_folder(home / DEMO_FOLDER)
    if reset:
        _empty(home)
    office = DemoOffice(home, lambda: _demo_secrets(home))
    try:
        office.furnish(reset=reset)
        yield office
    finally:
        office.close()


def _empty(home: Path) -> None:
    """Under the lock: another copy may be at work. The lock's own file stays."""
    with InstanceLock(home):
        for path in home.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path.suffix != ".lock":
                path.unlink()


def _demo_secrets(home: Path) -> KeyringSecrets:
    """Imaginary secrets in the demo's own folder, unless the environment names a key store."""
    return KeyringSecrets(DemoKeyring(home / "secrets.json")) if uses_own_backend() else platform_secrets()
